/** The words of the page for what the records call by code, and how numbers and days are written. */
import type { Measure } from '../services/domain/measure.ts';
import type {
  DataPointView,
  DocumentView,
  FindingView,
  StatementView,
  StudentSummary,
  UploadView,
} from '../services/domain/views.ts';

export const documentTypeLabels: Record<DocumentView['documentType'], string> = {
  cbm_probe: 'Reading or math probe',
  running_record: 'Running record',
  trial_sheet: 'Trial sheet',
  behavior_chart: 'Behavior chart',
  rubric: 'Rubric',
  work_sample: 'Work sample',
  exit_ticket: 'Exit ticket',
  service_log: 'Service log',
  anecdotal_note: 'Note',
  parent_communication: 'Message home',
  progress_report: 'Progress report',
  iep: 'IEP',
  evaluation_report: 'Evaluation report',
  separator: 'Separator sheet',
  other: 'Other',
};

export const pointStateLabels: Record<DataPointView['state'], string> = {
  proposed: 'Read',
  needs_review: 'Please check',
  confirmed: 'Confirmed',
  corrected: 'Corrected',
  rejected: 'Rejected',
};

export const statementStateLabels: Record<StatementView['state'], string> = {
  draft: 'Draft',
  in_review: 'In review',
  returned: 'Returned',
  approved: 'Approved',
  sent: 'Sent home',
};

export const progressLabels: Record<StatementView['progressCode'], string> = {
  met: 'Goal met',
  on_track: 'On track',
  some_progress: 'Some progress',
  no_progress: 'No progress yet',
  regressing: 'Losing ground',
  insufficient_evidence: 'Not enough evidence',
  not_introduced: 'Not introduced yet',
};

export const findingLabels: Record<FindingView['kind'], string> = {
  missing_evidence: 'Evidence is missing',
  service_shortfall: 'Too few service minutes',
  report_late: 'Report is late',
  report_due: 'Report is due',
  annual_review_due: 'Annual review is due',
  reevaluation_due: 'Reevaluation is due',
  not_on_track: 'Not on track',
  goal_met: 'Goal met',
  goal_unmeasurable: 'Goal cannot be measured',
  review_needed: 'Needs a look',
};

export const uploadStateLabels: Record<UploadView['state'], string> = {
  received: 'Received, waiting to be read',
  reading: 'Reading the pages',
  splitting: 'Finding where documents begin and end',
  understanding: 'Looking for measurements',
  done: 'Done',
  failed: 'Could not be read',
  duplicate: 'Already here',
};

const dayFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const instantFormat = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short' });

/** `2026-01-09` as a person writes it. */
export function dayText(day: string | null): string {
  return day ? dayFormat.format(new Date(`${day}T00:00:00Z`)) : 'No date';
}

export function instantText(instant: string): string {
  return instantFormat.format(new Date(instant));
}

export function nameOf(student: Pick<StudentSummary, 'givenName' | 'familyName'>): string {
  return `${student.givenName} ${student.familyName}`;
}

/** A value in its unit: `80%`, `62 wcpm`. */
export function valueText(value: number, unit: string): string {
  const number = String(Math.round(value * 100) / 100);
  return unit === 'percent' || unit === '%' ? `${number}%` : `${number} ${unit}`;
}

/** What the point counts as: a person's value where there is one. */
export function countedValue(point: Pick<DataPointView, 'value' | 'corrected'>): number {
  return point.corrected?.value ?? point.value;
}

export function countedDay(point: Pick<DataPointView, 'date' | 'corrected'>): string {
  return point.corrected?.date ?? point.date;
}

/** How a goal is measured, in a few words. */
export function measureText(measure: Measure): string {
  // The unit of a rate says already what it is per: `wcpm`, `digits/min`.
  return measure.per && measure.kind !== 'rate' ? `${measure.unit} per ${measure.per}` : measure.unit;
}

/** `1 page`, `3 pages`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

export function sizeText(bytes: number): string {
  if (bytes < 1024) return counted(bytes, 'byte');
  const mega = bytes / (1024 * 1024);
  return mega < 0.95 ? `${Math.round(bytes / 1024)} KB` : `${mega.toFixed(mega < 10 ? 1 : 0)} MB`;
}

/** The last part of a path: what a person called the file. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) || path;
}

/** `page 3`, `pages 3–5`, `pages 3, 5, 8`. */
export function pagesText(pages: readonly number[]): string {
  const [first] = pages;
  const last = pages.at(-1);
  if (first === undefined || last === undefined) return 'no pages';
  if (first === last) return `page ${first}`;
  return last - first === pages.length - 1 ? `pages ${first}–${last}` : `pages ${pages.join(', ')}`;
}
