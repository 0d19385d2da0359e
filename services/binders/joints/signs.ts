/** The soft evidence of a joint: what speaks for a new document, and what for a page of the document so far. */
import type { PageClues } from '../page-clues.ts';
import type { Before } from './before.ts';
import { isAlike } from './judge-numbers.ts';
import { numberingFrom } from './numbering.ts';
import { isHeadOfPart, isOverText, isPartTitle } from './page-head.ts';
import { isNumberLine } from './page-number.ts';
import { keepsKind } from './rows.ts';
import { endsOpen, isRunningText, startsInside } from './running-text.ts';
import { footCounts, headsOf } from './same-form.ts';
import { listGoesOn } from './same-list.ts';
import { isSameRow, repeatsColumns, standsUnder } from './same-table.ts';

export interface Sign {
  readonly name: keyof typeof weights;
  readonly weight: number;
}

/** How much each sign speaks for a new document; below zero, for going on. */
const weights = {
  fullTitle: 3.5,
  shortTitle: 2.5,
  overText: 0.5,
  partTitle: 0.5,
  form: 2,
  greeting: 4,
  fields: 2.5,
  startsWithDate: 3,
  date: 0.5,
  name: 2,
  startsWithName: 2,
  otherDate: 1.5,
  otherPeople: 3,
  otherPeopleFirst: 3,
  otherPeopleInText: 0.5,
  opensWithName: 2,
  headline: 1,
  rowsGoOn: -1.5,
  endsInHeader: -3,
  partHeads: -2,
  refersBack: -2,
  kindChanged: 1.5,
  formAgain: 3.5,
  numberingAnew: 1,
  looseNote: 2.5,
  signed: 1.5,
  summed: 1,
  sameRow: -4,
  carriesOn: -3,
  startsLow: -1,
  sentence: -6,
  openEnd: -1.5,
  turnsOver: -6,
  numbering: -4,
  columns: -5,
  list: -5,
  runningHead: -4,
  footCounts: -5,
  letter: -2,
  unfinished: -1.5,
  sameTitle: -3,
  untitled: -0.5,
  unnamed: -1.5,
} as const;

/** What only somebody says who has just told of it. */
const refersBack =
  /\b(?:same (?:day|session|passage|text|date|student|page|class period)|(?:see|as|from) above|see below)\b/i;

/** Words of a title; fewer are as well the label of a part: `TAKING AWAY`. */
const fullTitle = 4;

/** Whether two dates can be one day: without a year on both, the month and the day decide. */
function canBeSameDay(a: string, b: string): boolean {
  return a.startsWith('-') || b.startsWith('-') ? a.slice(-5) === b.slice(-5) : a === b;
}

export interface Weighed {
  readonly signs: readonly Sign[];
  readonly score: number;
  readonly sameTable: boolean;
  /** It says whose it is, of which day it is, or to whom it speaks: no page overleaf does. */
  readonly hasIdentity: boolean;
  /** More than a date: a title, a name, fields or a greeting. */
  readonly isHeaded: boolean;
}

/** Weighs the head of `page` against the document before it. */
export function weigh(before: Before, page: PageClues): Weighed {
  const { first, last } = before;
  const isHeaded = page.hasFields || page.students.length > 0;
  const sentence = !isHeaded && endsOpen(last.lines) && startsInside(page.lines[0]);
  // A table that goes on overleaf: its first row holds what the last row before it held.
  const list = listGoesOn(last.lines, last.days, page.lines, page.days);
  const columns = repeatsColumns(last.lines, before.pages.length === 1, page.lines);
  const under = standsUnder(
    last.lines.findLast((line) => !isNumberLine(line)),
    page.lines[0],
  );
  const sameTable = list || columns || under || isSameRow(last.lastRow, page.firstRow);
  const next =
    sameTable || sentence
      ? {
          ...page,
          ...page.outsideRows,
          // What stands in the middle of a sentence dates nothing.
          ...(sentence ? { date: null } : {}),
          startsWithDate: false,
          startsWithName: false,
          title: [],
          letterhead: false,
          opensForm: false,
        }
      : page;
  const heads = headsOf(last.lines, next.lines) ?? headsOf(first.lines, next.lines);
  const numbering = numberingFrom(last.lines, next.lines);
  const isPart = isPartTitle(next.lines);
  const kept = keepsKind(last.lines, next.lines);
  const isSameTitle = isAlike(next.title, first.title, 0.59) && isAlike(first.title, next.title, 0.59);
  const isTitled = next.title.length > 0 && !isSameTitle && !isPart;
  const isOther = (day: string | null) =>
    day !== null && first.date !== null && !canBeSameDay(day, first.date) && !sameTable;
  const areOthers = (people: readonly string[]) =>
    people.length > 0 && before.anywhere.length > 0 && !people.some((id) => before.anywhere.includes(id));
  const otherPeople = areOthers(next.headed);
  const number = last.numbers.find((one) => one.labelled && one.of !== null);
  const isNamed = (line: { index: number }) => line.index >= 0;
  const given: Record<keyof typeof weights, boolean> = {
    fullTitle: (isTitled && next.title.length >= fullTitle) || next.letterhead,
    shortTitle: isTitled && next.title.length < fullTitle && !next.letterhead,
    overText: isTitled && isOverText(next.lines),
    partTitle: isPart && next.title.length > 0,
    form: next.opensForm && !isPart,
    greeting: next.greets,
    fields: next.hasFields,
    startsWithDate: next.startsWithDate,
    date: !next.startsWithDate && next.date !== null && !sameTable,
    name: next.students.length > 0 || next.bylined,
    startsWithName: next.startsWithName,
    otherDate: isOther(next.date),
    otherPeople,
    otherPeopleFirst: !otherPeople && areOthers(next.opensWithName),
    otherPeopleInText: !otherPeople && !areOthers(next.opensWithName) && areOthers(next.anywhere),
    opensWithName: next.opensWithName.length > 0 && !next.startsWithName,
    headline: next.headline && !isPart && next.title.length === 0 && !next.letterhead,
    rowsGoOn: kept === 'rows' && !isHeaded && !next.startsWithName,
    endsInHeader: last.endsInHeader && !next.hasFields,
    refersBack: refersBack.test(next.lines[0]?.text ?? ''),
    partHeads: isTitled && next.students.length === 0 && !next.hasFields && isHeadOfPart(last.lines, next.lines),
    kindChanged: kept === 'changed',
    formAgain: heads === 'again',
    numberingAnew: numbering === 'starts anew',
    looseNote: next.looseNote,
    signed: last.end.signed,
    summed: last.end.summed && !last.end.signed,
    sameRow: sameTable && !list && !columns,
    carriesOn: !sameTable && !sentence && !next.looseNote && !next.hasFields && next.carriesOn,
    startsLow: !isHeaded && !sameTable && !sentence && !next.carriesOn && next.startsLow,
    sentence,
    openEnd: !sentence && endsOpen(last.lines) && !last.end.signed,
    turnsOver: last.end.turnsOver,
    numbering: numbering === 'goes on',
    columns,
    list: list && !columns,
    runningHead: heads === 'running',
    footCounts: footCounts(last.lines, next.lines, isNamed),
    letter: first.greets && !before.pages.some((one) => one.end.signed) && isRunningText(next.lines[0]),
    unfinished: number !== undefined && number.n < (number.of ?? 0),
    sameTitle: isSameTitle && !isOther(next.date),
    untitled: next.title.length === 0 && !next.letterhead && !next.opensForm && heads !== 'again',
    unnamed: false,
  };
  const hasIdentity =
    next.students.length > 0 ||
    next.bylined ||
    next.startsWithName ||
    next.hasFields ||
    next.greets ||
    otherPeople ||
    given.otherPeopleFirst ||
    next.date !== null ||
    next.looseNote ||
    heads === 'again';
  const signs = (Object.keys(given) as (keyof typeof weights)[])
    .filter((name) => given[name] || (name === 'unnamed' && !hasIdentity))
    .map((name) => ({ name, weight: weights[name] }));
  return {
    signs,
    score: signs.reduce((sum, { weight }) => sum + weight, 0),
    sameTable,
    hasIdentity,
    isHeaded:
      next.students.length > 0 ||
      next.hasFields ||
      next.greets ||
      given.fullTitle ||
      given.shortTitle ||
      next.opensForm,
  };
}
