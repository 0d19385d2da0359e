/**
 * A stream of scanned pages becomes documents. Every page lands in exactly one group, in order; blank backs stay with the
 * document before them, separator sheets stand alone, and a joint that is not sure says why.
 */
import type { Caseload } from '../domain/caseload.ts';
import type { Page } from '../domain/page.ts';
import type { Before } from './joints/before.ts';
import type { Joint } from './joints/joint.ts';
import { judgeJoint } from './judge-joint.ts';
import { openPage } from './open-page.ts';
import { type PageClues, pageClues } from './page-clues.ts';

export interface PageGroup {
  /** Page numbers within the file, in order. */
  readonly pages: number[];
  /** How the group was told from its neighbours; uncertain where a person should look. */
  readonly joint: { certain: boolean; reason: string };
}

interface Group {
  readonly clues: PageClues[];
  readonly joint: Joint;
  /** Doubts about pages that were kept together. */
  readonly doubts: string[];
}

/** A day that only bounds how yearless dates are read here: splitting compares dates, it reports none. */
const anyUpload = '2099-12-31';

function beforeOf(group: Group): Before {
  const inked = group.clues.filter((c) => !c.blank);
  const pages = inked.length > 0 ? inked : group.clues;
  const students = pages.find((c) => c.students.length > 0)?.students ?? [];
  const anywhere = [...new Set(pages.flatMap((c) => c.anywhere))];
  return { pages, first: pages[0]!, last: pages.at(-1)!, students, anywhere };
}

/** Splits `pages`, which are in the order of the scan. */
export function splitPages(pages: readonly Page[], caseload: Caseload): PageGroup[] {
  const groups: Group[] = [];
  let leading: PageClues[] = [];
  for (const page of pages) {
    const clues = pageClues(openPage(page, caseload, anyUpload));
    const current = groups.at(-1);
    if (clues.blank) {
      if (current && current.clues.at(-1)?.file === clues.file) current.clues.push(clues);
      else leading.push(clues);
      continue;
    }
    const joint = current
      ? judgeJoint(beforeOf(current), clues)
      : { parts: true, certain: true, reason: 'It is the first page.' };
    if (current && !joint.parts) {
      current.clues.push(clues);
      if (!joint.certain) current.doubts.push(`Page ${clues.page}: ${joint.reason}`);
    } else {
      groups.push({ clues: [...leading, clues], joint, doubts: [] });
      leading = [];
    }
  }
  if (leading.length > 0)
    groups.push({ clues: leading, joint: { parts: true, certain: true, reason: 'The pages are blank.' }, doubts: [] });
  return groups.map(({ clues, joint, doubts }) => ({
    pages: clues.map((c) => c.page),
    joint: { certain: joint.certain && doubts.length === 0, reason: [joint.reason, ...doubts].join(' ') },
  }));
}
