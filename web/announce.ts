/** Telling a screen reader what changed, without moving the focus. */
import { byId } from './dom.ts';

let clear: ReturnType<typeof setTimeout> | undefined;

/** Reads `text` out when the reader is next silent. */
export function announce(text: string): void {
  const region = byId('announcer');
  // Several things that happen together are read one after another.
  region.textContent = clear && region.textContent ? `${region.textContent} ${text}` : text;
  clearTimeout(clear);
  clear = setTimeout(() => {
    clear = undefined;
    region.textContent = '';
  }, 6000);
}
