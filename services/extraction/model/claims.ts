/** Proposals that hold: located on the page, derivable from their own words, at figures that the rules let be figures. */
import type { OpenPage } from '../../binders/open-page.ts';
import type { Sheet } from '../../binders/page-text/sheet.ts';
import type { Day } from '../../domain/dates.ts';
import type { Figure } from '../mentions/figures.ts';
import { findMentions } from '../mentions/find-mentions.ts';
import type { Mention, Quantity } from '../mentions/mention.ts';
import type { PlacedProposal } from './ask-about-pages.ts';
import { deriveFigures } from './derive-figures.ts';
import type { Place } from './locate-quote.ts';
import type { ProposalRole } from './proposal.ts';

/** One figure that the model points at, as the rules see it. */
export interface Claim {
  readonly mention: Mention;
  readonly role: ProposalRole;
  /** What was measured, in words of the page; empty for the parts of a timed reading, which their labels tell apart. */
  readonly measured: string;
  readonly people: readonly string[];
  /** The day that the model's date means on this page; null where it means none or several. */
  readonly day: Day | null;
}

/** A proposed result that does not hold, at its place in the sheet's mended text. */
export interface Rejection extends Place {
  readonly pageIndex: number;
  readonly reason: string;
}

export interface PageClaims {
  readonly claims: readonly Claim[];
  readonly rejections: readonly Rejection[];
  /** Proposals whose quote is not on the page, or in several places. */
  readonly unplaced: number;
}

const underived = 'The model reads a measurement here that does not follow from what is written.';
const notFigure = 'The model reads a measurement here; by the rules it is a date, a code or a part of the form.';

/** The stretch of the mended text that stands at `place` of the page's own text; null for none. */
function mendedPlace(sheet: Sheet, place: Place): Place | null {
  const { starts, ends } = sheet.repaired;
  let start = 0;
  while (start < starts.length && (starts[start] ?? 0) < place.start) start += 1;
  let end = start;
  while (end < ends.length && (ends[end] ?? 0) <= place.end) end += 1;
  return end > start ? { start, end } : null;
}

function fractionOf(q: Quantity): { part: number; whole: number } | null {
  if (q.type === 'ratio') return { part: q.numerator, whole: q.denominator };
  if (q.type === 'marks') return { part: q.right, whole: q.right + q.wrong + q.prompted };
  return null;
}

/** Whether the rules' figure says what was claimed; a bare number may be the part of a fraction or of a time. */
export function meansSame(rule: Quantity, claimed: Quantity): boolean {
  const [a, b] = [fractionOf(rule), fractionOf(claimed)];
  if (a && b) return a.part === b.part && a.whole === b.whole;
  if (rule.type === 'time' && claimed.type === 'time') return rule.seconds === claimed.seconds;
  if (rule.type === 'letter' && claimed.type === 'letter') return rule.letter === claimed.letter;
  if (!('value' in claimed) || claimed.type === 'letter') return false;
  if (a) return claimed.type === 'number' && a.part === claimed.value;
  if (rule.type === 'time')
    return claimed.type === 'number' && [1, 60, 3600].some((unit) => rule.seconds === claimed.value * unit);
  return rule.type !== 'letter' && 'value' in rule && rule.value === claimed.value;
}

const touches = (a: Place, b: Place) => a.start < b.end && a.end > b.start;

/** Whether every number in digits within `figure` is a figure to the rules: dates and codes are not. */
function isOfFigures(text: string, figure: Figure, known: readonly Mention[]): boolean {
  return [...text.slice(figure.start, figure.end).matchAll(/\d+/g)].every((m) => {
    const start = figure.start + m.index;
    return known.some((mention) => touches(mention, { start, end: start + m[0].length }));
  });
}

function dayMeant(page: OpenPage, dates: readonly Place[]): Day | null {
  const places = dates.map((date) => mendedPlace(page.sheet, date)).filter((place) => place !== null);
  const days = new Set(page.days.days.filter((d) => places.some((place) => touches(d, place))).map((d) => d.day));
  const [only] = days;
  return days.size === 1 && only ? only : null;
}

/** Checks the proposals of one page. `known` are the rules' own mentions of that page. */
export function claimsOn(
  page: OpenPage,
  pageIndex: number,
  placed: readonly PlacedProposal[],
  known: readonly Mention[],
): PageClaims {
  const { sheet } = page;
  const rejections: Rejection[] = [];
  const found: { from: PlacedProposal; figure: Figure; mention: Mention | null }[] = [];
  for (const from of placed) {
    const place = from.place ? mendedPlace(sheet, from.place) : null;
    if (!place) continue;
    const figures = deriveFigures(from.proposal, sheet.text.slice(place.start, place.end));
    const reject = (reason: string) => {
      // What is said to be no result and cannot be found is nothing to anyone.
      if (from.proposal.role === 'result') rejections.push({ ...place, pageIndex, reason });
    };
    if (!figures) reject(underived);
    for (const relative of figures ?? []) {
      const figure = { ...relative, start: place.start + relative.start, end: place.start + relative.end };
      const mention = known.find((m) => touches(m, figure) && meansSame(m.quantity, figure.quantity)) ?? null;
      if (mention || isOfFigures(sheet.text, figure, known)) found.push({ from, figure, mention });
      else reject(notFigure);
    }
  }
  const fresh = found.flatMap(({ figure, mention }) => (mention ? [] : [figure]));
  const apart = fresh.filter((f, at) => !fresh.slice(0, at).some((other) => touches(other, f)));
  const read = apart.length > 0 ? findMentions(page, pageIndex, apart).mentions : [];
  const claims = found.flatMap(({ from, figure, mention: rule }): Claim[] => {
    const mention = rule ?? read.find((m) => m.start === figure.start && m.end === figure.end);
    if (!mention) return [];
    const { role, words, errors } = from.proposal;
    const measured = words !== null || errors !== null ? '' : from.measured;
    return [{ mention, role, measured, people: from.people, day: dayMeant(page, from.dates) }];
  });
  return { claims, rejections, unplaced: placed.filter((p) => p.place === null).length };
}
