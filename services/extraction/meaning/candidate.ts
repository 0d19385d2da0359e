/** A mention tied to a goal, before the candidates of one goal and day are weighed against each other. */
import type { Day } from '../../domain/dates.ts';
import type { Mention, Topic } from '../mentions/mention.ts';
import type { GoalProfile } from './goal-profile.ts';
import type { Value } from './value.ts';

export interface Candidate {
  readonly mention: Mention;
  readonly profile: GoalProfile;
  readonly value: Value;
  readonly day: Day;
  /** Where the day came from the upload alone. */
  readonly dayUnsure: boolean;
  readonly score: number;
  /** Lead over the next goal of the same student that could take it; infinite where there is none. */
  readonly margin: number;
  readonly rival: GoalProfile | null;
  /** How it was computed, where it is not written on the page. */
  readonly computed: string | null;
  /** Why a person must look at the figure itself; null for none. */
  readonly doubt: string | null;
}

/** What the whole document gives to every one of its mentions. */
export interface MeaningContext {
  readonly uploadDate: Day;
  readonly documentDate: Day | null;
  /** The student of the document; null for a sheet of several. */
  readonly studentId: string | null;
  /** Students of several on one sheet, by row. */
  readonly studentIds: readonly string[];
  /** Goals of every student that may stand on it. */
  readonly profiles: ReadonlyMap<string, readonly GoalProfile[]>;
  /** What each page is about. */
  readonly topics: readonly Topic[];
  /** The length in minutes of the probe that a figure is of, where the page gives one. */
  readonly minutesOf: (m: Mention) => number | null;
  /** The last day of the week that the document covers, where it covers one. */
  readonly weekEnd: Day | null;
  /** Whether rows begin with the names of students. */
  readonly peopleInRows: boolean;
  /** Whether its rows are days of one week, so that a weekly figure is their sum. */
  readonly dailyRows: boolean;
  /** Whether it logs sessions of a service. */
  readonly logsServices: boolean;
  /** Whether it records how a text was read aloud. */
  readonly readsAloud: boolean;
  /** Whether the family of the student wrote it: what it tells was not measured at school. */
  readonly fromHome: boolean;
  /** Whether only what the page itself calls new counts (progress reports). */
  readonly restated: boolean;
}
