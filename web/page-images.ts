/**
 * Pictures of pages, fetched once and kept in memory for a while: one page is often shown as several strips. They are
 * never left in the browser's cache, which others may share.
 */
import { client } from './client.ts';

async function fetchImage(address: string): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error('no picture');
  return URL.createObjectURL(await response.blob());
}

/** Keeps the last `most` pictures. */
function imageKeeper(most: number): (address: string) => Promise<string> {
  const kept = new Map<string, Promise<string>>();
  return (address) => {
    const image = kept.get(address) ?? fetchImage(address);
    kept.delete(address);
    kept.set(address, image);
    image.catch(() => kept.delete(address));
    const [oldest] = kept;
    if (kept.size > most && oldest) {
      kept.delete(oldest[0]);
      // Not at once: a strip may still be about to show it.
      oldest[1].then((url) => setTimeout(() => URL.revokeObjectURL(url), 60_000)).catch(() => undefined);
    }
    return image;
  };
}

const whole = imageKeeper(40);
const small = imageKeeper(600);

/** An address to show the picture of a page from. Rejects where the page has none. */
export function pageImage(uploadId: string, page: number): Promise<string> {
  return whole(client.imageUrl(uploadId, page));
}

/** The same for a small picture, `width` pixels across. */
export function smallPageImage(uploadId: string, page: number, width: number): Promise<string> {
  return small(client.smallImageUrl(uploadId, page, width));
}
