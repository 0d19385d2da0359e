/** One page opened for understanding: its mended text, its students, its dates and its tables. */
import type { Caseload } from '../domain/caseload.ts';
import type { Day } from '../domain/dates.ts';
import type { Page } from '../domain/page.ts';
import type { PageDays } from './days/day-mention.ts';
import { findDays } from './days/find-days.ts';
import { layOut } from './layout/lay-out.ts';
import type { Layout } from './layout/layout.ts';
import { openSheet, type Sheet } from './page-text/sheet.ts';
import { vocabularyOf } from './page-text/vocabulary.ts';
import { findStudents } from './people/find-students.ts';
import { nameIndexOf } from './people/name-index.ts';
import type { StudentMention } from './people/student-mention.ts';

export interface OpenPage {
  readonly sheet: Sheet;
  readonly students: readonly StudentMention[];
  readonly days: PageDays;
  readonly layout: Layout;
}

interface Kept {
  readonly caseload: Caseload;
  readonly uploadDate: Day;
  readonly opened: OpenPage;
}

const kept = new WeakMap<Page, Kept>();

/** Opens `page`. The same page object with the same caseload and day of upload is opened once. */
export function openPage(page: Page, caseload: Caseload, uploadDate: Day): OpenPage {
  const known = kept.get(page);
  if (known && known.caseload === caseload && known.uploadDate === uploadDate) return known.opened;
  const sheet = openSheet(page, vocabularyOf(caseload));
  const days = findDays(sheet, uploadDate);
  const students = findStudents(sheet, nameIndexOf(caseload));
  const opened = { sheet, days, students, layout: layOut(sheet, days, students) };
  kept.set(page, { caseload, uploadDate, opened });
  return opened;
}
