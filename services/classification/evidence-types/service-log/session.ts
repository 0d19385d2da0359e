/** One session of a service as a log records it, before it is tied to a promised service. */
import type { RowCell } from '../../../binders/layout/layout.ts';
import type { Line } from '../../../binders/page-text/sheet.ts';
import type { Caseload, Student } from '../../../domain/caseload.ts';
import type { Day } from '../../../domain/dates.ts';
import type { LogCodes } from './session-status.ts';

/** `start`..`end` is the stretch of the mended text that says so. */
export interface Session {
  readonly student: Student;
  readonly day: Day;
  /** 0 where it was not delivered. */
  readonly minutes: number;
  readonly delivered: boolean;
  /** Words of its row that name the service, then those of its section; empty where only the heading does. */
  readonly kindTexts: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly line: Line;
  readonly cells: readonly RowCell[];
}

export interface LogContext {
  readonly caseload: Caseload;
  readonly documentStudent: string | null;
  readonly codes: LogCodes;
}
