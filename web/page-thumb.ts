/** A page as a small picture; a press opens the whole page. */
import { h, replace } from './dom.ts';
import { openPage } from './page-address.ts';
import { smallPageImage } from './page-images.ts';
import { whenSeen } from './seen.ts';

export interface ThumbSettings {
  /** Pixels across that are asked for. */
  readonly width?: number;
  /** What a screen reader says; the page's number where it is not given. */
  readonly label?: string;
}

/** The small picture comes when it is near the screen; where there is none, the page's number stays. */
export function pageThumb(uploadId: string, page: number, settings: ThumbSettings = {}): HTMLButtonElement {
  const label = settings.label ?? `Open page ${page}`;
  const frame = h('span', { class: 'thumb-frame' }, String(page));
  const button = h('button', { type: 'button', class: 'thumb', 'aria-label': label, title: label }, frame);
  button.addEventListener('click', () => openPage(uploadId, page, []));
  whenSeen(button, () => {
    smallPageImage(uploadId, page, settings.width ?? 240).then(
      (src) => replace(frame, h('img', { src, alt: '' })),
      () => frame.classList.add('none'),
    );
  });
  return button;
}
