/**
 * Marks that readers of text miss or take for letters: check boxes, the plus and minus of trials, tally strokes. They
 * are told by their shape, only where that is clear, and put among the words that were read.
 */
import type { Bbox } from '../../domain/geometry.ts';
import type { Word } from '../../domain/page.ts';
import { findComponents } from '../image/find-components.ts';
import { findInk } from '../image/find-ink.ts';
import { type GreyImage, shrink } from '../image/grey-image.ts';
import { removeRules } from '../image/remove-rules.ts';
import { findCheckBoxes } from './check-boxes.ts';
import { asDashes } from './dashes.ts';
import { findSigns } from './signs.ts';
import { figureHeight, isJoint, withStrokes } from './strokes.ts';
import { findTallies, type TallyGroup } from './tallies.ts';
import { findTicks } from './ticks.ts';

/** Letters of this height in pixels show every mark well enough. */
const LETTER = 16;
const SURE = 0.85;
/** Words a line of running text. */
const PROSE_WORDS = 6.5;
/** What readers make of a single stroke. */
const STROKE_READING = /^[|lI1!/\\[\]()ij]+$/;
const TOTAL = /\b(?:total|sum|count|number|how many)\b/i;

const area = (box: Bbox): number => Math.max(0, box[2] - box[0]) * Math.max(0, box[3] - box[1]);

/** Share of `inner` that lies in `outer`. */
function shareIn(inner: Bbox, outer: Bbox): number {
  const shared: Bbox = [
    Math.max(inner[0], outer[0]),
    Math.max(inner[1], outer[1]),
    Math.min(inner[2], outer[2]),
    Math.min(inner[3], outer[3]),
  ];
  return shared[2] <= shared[0] || shared[3] <= shared[1] ? 0 : area(shared) / Math.max(1, area(inner));
}

/** A figure of several digits is never taken for a mark. */
const isNumber = (word: Word): boolean => /\d.*\d/.test(word.text) && !/^[1|lI/]+$/.test(word.text);

/** Takes a mark out of what was read as letters; null where all of the word was the mark. */
function without(word: Word, mark: Bbox): Word | null {
  if (shareIn(word.bbox, mark) > 0.4 && !isNumber(word)) return null;
  const starts = shareIn(mark, word.bbox) > 0.3 && Math.abs(word.bbox[0] - mark[0]) < mark[2] - mark[0];
  const rest = word.text.replace(/^[^\p{L}\p{N}]+/u, '');
  if (!starts || rest === word.text) return word;
  return rest === '' ? null : { ...word, text: rest, bbox: [mark[2], word.bbox[1], word.bbox[2], word.bbox[3]] };
}

/** Whether a letter of a word was taken for a mark. */
function isLetterOf(word: Word, mark: Bbox): boolean {
  const wide = word.bbox[2] - word.bbox[0] > 2 * (mark[2] - mark[0]);
  return (
    wide &&
    shareIn(mark, word.bbox) > 0.5 &&
    (mark[0] > word.bbox[0] + (mark[2] - mark[0]) || /^[\p{L}\p{N}]/u.test(word.text))
  );
}

function place(fragments: readonly (readonly Word[])[], marks: readonly Word[]): Word[][] {
  const words = fragments.flat();
  const taken = (word: Word, { bbox }: Word) =>
    isLetterOf(word, bbox) || (isNumber(word) && shareIn(word.bbox, bbox) > 0.4);
  const fitting = marks.filter((mark) => !words.some((word) => taken(word, mark)));
  const kept = fragments.map((line) =>
    line.flatMap((word) => fitting.reduce<Word | null>((left, mark) => left && without(left, mark.bbox), word) ?? []),
  );
  return [...kept.filter((line) => line.length > 0), ...fitting.map((mark) => [mark])];
}

const totalOf = ({ bundles }: TallyGroup): number => bundles.reduce((sum, strokes) => sum + strokes, 0);

/** A bundle of five is written as it is drawn: four and one across; a stroke alone is no bar of a table. */
function textOf(group: TallyGroup): string {
  if (totalOf(group) === 1) return '/';
  return group.bundles.map((strokes) => (strokes === 5 ? '||||/' : '|'.repeat(strokes))).join('');
}

/**
 * The groups that are tallies beyond doubt: bundles, or three strokes and more on a page that speaks of tallies; and one
 * or two strokes only if they are drawn like those and nothing but strokes was read there. Totals are numbers.
 */
function clearTallies(groups: readonly TallyGroup[], fragments: readonly (readonly Word[])[]): TallyGroup[] {
  const words = fragments.flat();
  const speaks = words.some((word) => /tall(?:y|ies)/i.test(word.text));
  const bundled = groups.some(({ bundles }) => bundles.includes(5));
  if (!speaks && !bundled) return [];
  const readIn = (group: TallyGroup) => words.filter((word) => shareIn(word.bbox, group.bbox) > 0.4);
  const inTotal = ({ bbox }: TallyGroup) =>
    words.some((word) => TOTAL.test(word.text) && Math.min(word.bbox[3], bbox[3]) > Math.max(word.bbox[1], bbox[1]));
  const few = groups.filter((group) => !inTotal(group));
  const clear = few.filter(
    (group) =>
      group.bundles.includes(5) ||
      (totalOf(group) >= 3 && readIn(group).every((word) => word.ink !== 'print' || !/[02-9]/.test(word.text))),
  );
  const like = (group: TallyGroup) =>
    clear.some(({ height }) => Math.abs(height - group.height) < 0.35 * height) &&
    readIn(group).every((word) => STROKE_READING.test(word.text));
  return [...clear, ...few.filter((group) => !clear.includes(group) && like(group))];
}

/** A page of running text has no marks worth looking for. */
export function isProse(fragments: readonly (readonly Word[])[]): boolean {
  const words = fragments.reduce((sum, line) => sum + line.length, 0);
  const marked = fragments.flat().some((word) => /^\+$|tall(?:y|ies)/i.test(word.text));
  return words >= PROSE_WORDS * fragments.length && fragments.length >= 12 && !marked;
}

/** A row of marks in parts: where words stand between two of them, what follows belongs to other words. */
function partsOf(row: readonly Word[], words: readonly Word[]): Word[][] {
  const parts: Word[][] = [];
  for (const mark of row) {
    const last = parts.at(-1)?.at(-1);
    const level = (mark.bbox[1] + mark.bbox[3]) / 2;
    const parted =
      !last ||
      words.some(({ bbox }) => {
        const x = (bbox[0] + bbox[2]) / 2;
        return x > last.bbox[2] && x < mark.bbox[0] && level > bbox[1] && level < bbox[3];
      });
    if (parted) parts.push([mark]);
    else parts.at(-1)!.push(mark);
  }
  return parts;
}

/** A mark between the words of a line is a word of that line; the others of its row stand together by themselves. */
function among(lines: readonly Word[][], rows: readonly (readonly Word[])[]): Word[][] {
  const filled = lines.map((line) => [...line]);
  const alone = rows.flatMap((row) => {
    const left = row.filter((mark) => {
      const [x, y] = [(mark.bbox[0] + mark.bbox[2]) / 2, (mark.bbox[1] + mark.bbox[3]) / 2];
      const nextOf = (words: readonly Word[]) => words.findIndex((word) => word.bbox[0] > x);
      const line = filled.find((words) => {
        const next = nextOf(words);
        return next > 0 && [words[next - 1]!, words[next]!].every(({ bbox }) => y > bbox[1] && y < bbox[3]);
      });
      line?.splice(nextOf(line), 0, mark);
      return !line;
    });
    return partsOf(left, lines.flat());
  });
  return [...filled, ...alone];
}

/** `fragments`, boxes in pixels of `image`, with the marks of the page among them. `letterHeight` is in its pixels too. */
export function addMarks(fragments: readonly Word[][], image: GreyImage, letterHeight: number): Word[][] {
  if (letterHeight <= 0 || isProse(fragments)) return [...fragments];
  const factor = Math.max(1, Math.floor(letterHeight / LETTER));
  const ink = findInk(shrink(image, factor));
  const ruled = Uint8Array.from(ink.data);
  removeRules(ink);
  const pieces = findComponents(ink).filter((piece) => piece.area >= 4);
  const letter = letterHeight / factor;
  const by =
    (scale: number) =>
    (word: Word): Word => ({
      ...word,
      bbox: word.bbox.map((value) => Math.round(value * scale * 10) / 10) as Bbox,
    });
  const shrunk = fragments.map((words) => words.map(by(1 / factor)));
  const figure = figureHeight(shrunk.flat(), pieces);
  const letters = shrunk.map((line) => line.filter((word) => !isJoint({ ...ink, data: ruled }, word, letter)));
  const small = letters.map((words) =>
    words.flatMap((word) => withStrokes(ink, asDashes(word, pieces, letter), pieces, figure) ?? []),
  );
  const boxes = findCheckBoxes(ink, pieces, letter).map(
    ({ bbox, ticked }): Word => ({
      text: ticked ? '☑' : '☐',
      bbox,
      confidence: SURE,
      ink: ticked ? 'handwriting' : 'print',
    }),
  );
  const tallies = clearTallies(findTallies(ink, pieces, letter), small).map(
    (group): Word => ({ text: textOf(group), bbox: group.bbox, confidence: SURE, ink: 'handwriting' }),
  );
  const signs = findSigns(ink, pieces, small.flat());
  const ticks = findTicks(ink, pieces, small.flat(), letter);
  const instead = new Set([...signs.instead, ...ticks.instead]);
  const rest = small.map((line) => line.filter((word) => !instead.has(word)));
  return among(place(rest, [...boxes, ...tallies]), [...signs.drawn, ...ticks.drawn.map((tick) => [tick])]).map(
    (line) => line.map(by(factor)),
  );
}
