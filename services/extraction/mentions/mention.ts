/**
 * A mention is a measurement as it stands on a page, before anyone has said what it means: what kind of figure it is,
 * where it stands, and which words name it. Plain data: rules find mentions today, and whatever else proposes one (a
 * model, a person) goes through the same meaning afterwards.
 */
import type { Day } from '../../domain/dates.ts';

/** What a figure is, as written. `seconds` is the length of a stretch of time. */
export type Quantity =
  | { readonly type: 'ratio'; readonly numerator: number; readonly denominator: number }
  | { readonly type: 'percent'; readonly value: number }
  | { readonly type: 'time'; readonly seconds: number; readonly form: 'units' | 'clock' | 'range' }
  | {
      readonly type: 'number';
      readonly value: number;
      readonly asWord?: boolean /** What was done less what was wrong. */;
      readonly net?: true;
    }
  | { readonly type: 'marks'; readonly right: number; readonly wrong: number; readonly prompted: number }
  | { readonly type: 'tally'; readonly value: number }
  | { readonly type: 'wording'; readonly words: string }
  | { readonly type: 'letter'; readonly value: number; readonly letter: string };

/** `row`: under a table's header. `line`: a labelled line of a form. `prose`: running text. */
export type Place = 'row' | 'line' | 'prose';

/** Offsets are into the mended text of the page (`pageIndex` counts the document's pages from 0). */
export interface Mention {
  readonly pageIndex: number;
  readonly line: number;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
  readonly place: Place;
  /** The words that name it most closely: what stands before it in its cell, and the label of its row. */
  readonly lead: string;
  /** All that stands before it in its cell or sentence: words there may make it a target or a baseline. */
  readonly clause: string;
  /** The part of its sentence that it stands in, between its neighbours. */
  readonly part: string;
  /** Whether it is the only figure of its sentence. */
  readonly alone: boolean;
  /** The label of its row alone. */
  readonly row: string;
  /** Whether the rows of its table are the parts of a day: their labels say when, not what. */
  readonly hours: boolean;
  /** What follows in its cell or sentence. */
  readonly tail: string;
  /** The header of its column. */
  readonly column: string;
  /** The heading that it stands under. */
  readonly section: string;
  /** The words of the lines above it that are no data, the nearest first: what it may be of where nothing else says so. */
  readonly above: readonly string[];
  /** The label above that its row carries on, where it has none of its own. */
  readonly strand: string;
  /** The sentence around it, or its whole line outside running text. */
  readonly sentence: string;
  /** The line above that ends in a colon and so governs this one; empty where there is none. */
  readonly over: string;
  /** The sentence before, in running text. */
  readonly before: string;
  /** A word that opens its line and governs what follows: `Goals:`, `Baseline:`. */
  readonly governor: string;
  readonly day: Day | null;
  readonly dayFrom: 'column' | 'row' | 'sentence' | 'heading' | null;
  /** Whose it is, where its row, column or sentence says so; empty where it is surely somebody else's. */
  readonly studentIds: readonly string[] | null;
  /** True where its row or sentence names a person who is not of the caseload. */
  readonly stranger: boolean;
  /** Whether it fills its cell, but for a unit. */
  readonly fillsCell: boolean;
  /** What it is out of, where the whole stands beside it or above it. */
  readonly outOf: number | null;
  /** Whether it stands in words that the page quotes. */
  readonly quoted: boolean;
  /** Whether it stands in parentheses within a longer cell. */
  readonly inParentheses: boolean;
}

/** The words of a document that say what all of it is about. */
export interface Topic {
  readonly title: string;
  /** All of the page, without names. */
  readonly text: string;
  /** What every number on the page is out of, where it says so once. */
  readonly outOf: number | null;
}
