/**
 * Finds the place of a quote: exactly, else with other spaces and signs, else nearly, with every digit the same. A part
 * of a quote is no evidence, and neither is a quote that may stand in several places.
 */

export interface Place {
  readonly start: number;
  readonly end: number;
}

interface Plain {
  readonly text: string;
  /** Where each letter of `text` stands in the original. */
  readonly starts: readonly number[];
}

/** Shorter quotes must be exact: one wrong letter in six is another word. */
const FUZZY_LETTERS = 12;
/** The share of letters that may differ. */
const MOST_WRONG = 0.1;
/** Longer quotes hold more than a measurement. */
const MOST_LETTERS = 400;

const sameSigns: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '−': '-',
  '‐': '-',
  '‑': '-',
};

/** Lower case, one space for any white space, one sign for those that look alike. */
function plainOf(text: string): Plain {
  let plain = '';
  const starts: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    const sign = /\s/.test(letter) ? ' ' : (sameSigns[letter] ?? letter.toLowerCase());
    if (sign === ' ' && (plain === '' || plain.endsWith(' '))) continue;
    // A letter that grows when it is made small would shift all that follow.
    plain += sign.length === 1 ? sign : letter;
    starts.push(at);
  }
  return { text: plain, starts };
}

function everyIndexOf(text: string, part: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) found.push(at);
  return found;
}

/** A number must not be cut out of a longer one, nor a word out of a longer word. */
function standsAlone(text: string, { start, end }: Place): boolean {
  const joined = (a: string | undefined, b: string | undefined) =>
    /[\p{L}\p{N}]/u.test(a ?? '') && /[\p{L}\p{N}]/u.test(b ?? '');
  const digits = /\d[.,/:]$/.test(text.slice(0, start)) && /^\d/.test(text.slice(start));
  const more = /^[.,/:]\d/.test(text.slice(end)) && /\d$/.test(text.slice(0, end));
  return !joined(text[start - 1], text[start]) && !joined(text[end - 1], text[end]) && !digits && !more;
}

const digitsOf = (text: string) => (text.match(/\d+/g) ?? []).join(' ');

/** Ends of the places in `text` that are nearest to `part`, with where each begins (Sellers' alignment). */
function nearest(text: string, part: string, most: number): { start: number; end: number; distance: number }[] {
  let costs = Array.from({ length: part.length + 1 }, (_, i) => i);
  let begins = new Array<number>(part.length + 1).fill(0);
  const found: { start: number; end: number; distance: number }[] = [];
  for (let at = 1; at <= text.length; at += 1) {
    const next = [0];
    const from = [at];
    for (let i = 1; i <= part.length; i += 1) {
      const change = (costs[i - 1] ?? 0) + (part[i - 1] === text[at - 1] ? 0 : 1);
      const left = (costs[i] ?? 0) + 1;
      const added = (next[i - 1] ?? 0) + 1;
      const best = Math.min(change, left, added);
      next.push(best);
      from.push((best === change ? begins[i - 1] : best === left ? begins[i] : from[i - 1]) ?? 0);
    }
    costs = next;
    begins = from;
    const distance = costs[part.length] ?? Number.POSITIVE_INFINITY;
    if (distance <= most) found.push({ start: begins[part.length] ?? 0, end: at, distance });
  }
  return found;
}

function nearPlaces(plain: Plain, part: string): Place[] {
  const most = Math.floor(part.length * MOST_WRONG);
  if (part.length < FUZZY_LETTERS || most === 0) return [];
  const found = nearest(plain.text, part, most);
  const best = Math.min(...found.map((f) => f.distance));
  const apart: Place[] = [];
  for (const f of found) {
    if (f.distance > best || (apart.at(-1) && f.start < (apart.at(-1)?.end ?? 0))) continue;
    if (digitsOf(plain.text.slice(f.start, f.end)) === digitsOf(part)) apart.push(f);
  }
  return apart;
}

/** Every place of `quote` in `text`; the exact ones where there are any. */
export function placesOf(text: string, quote: string): Place[] {
  if (quote.trim() === '' || quote.length > MOST_LETTERS) return [];
  const trimmed = quote.trim();
  const exact = everyIndexOf(text, trimmed)
    .map((start) => ({ start, end: start + trimmed.length }))
    .filter((place) => standsAlone(text, place));
  if (exact.length > 0) return exact;
  const plain = plainOf(text);
  const part = plainOf(trimmed).text.trim();
  const back = ({ start, end }: Place): Place => ({
    start: plain.starts[start] ?? 0,
    end: (plain.starts[end - 1] ?? text.length - 1) + 1,
  });
  const alike = everyIndexOf(plain.text, part)
    .map((start) => back({ start, end: start + part.length }))
    .filter((place) => standsAlone(text, place));
  if (alike.length > 0) return alike;
  return nearPlaces(plain, part)
    .map(back)
    .filter((place) => standsAlone(text, place));
}

const within = (inner: Place, outer: Place) => inner.start >= outer.start && inner.start < outer.end;

/**
 * The places of `quotes`, each with the line that it is said to stand on; null where it stands nowhere, or where it
 * cannot be told which of several places is meant. Equal quotes on one line are taken in order.
 */
export function locateQuotes(
  text: string,
  quotes: readonly { readonly quote: string; readonly line: string }[],
): (Place | null)[] {
  const options = quotes.map(({ quote, line }) => {
    const places = placesOf(text, quote);
    if (places.length < 2) return places;
    const lines = placesOf(text, line);
    return lines.length > 0 ? places.filter((place) => lines.some((l) => within(place, l))) : places;
  });
  const keys = options.map((places) => JSON.stringify(places));
  return options.map((places, at) => {
    if (places.length < 2) return places[0] ?? null;
    const alike = keys.flatMap((key, other) => (key === keys[at] ? [other] : []));
    return alike.length === places.length ? (places[alike.indexOf(at)] ?? null) : null;
  });
}
