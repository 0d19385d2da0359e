/** Where the lines of a scan stand apart, rules see the blank lines that typed text has. */
import { expect, it } from 'vitest';
import { openSheet, originalSpan } from '../../services/binders/page-text/sheet.ts';
import { vocabularyOf } from '../../services/binders/page-text/vocabulary.ts';
import type { Page } from '../../services/domain/page.ts';
import { scannedPage } from '../factories/scanned-page.ts';
import { sampleCaseload } from '../factories/text-page.ts';

const typed = 'TRIAL DATA\nStudent: Mateo\n\nDate      Right\n11/6      5/10\n12/4      6/10\n\nTurned in 12/5';

/** The scan of the same paper: its words stand where they stood, its text has no blank lines. */
function scanOf(text: string): Page {
  const page = scannedPage(text);
  return { ...page, text: text.replace(/\n\n/g, '\n') };
}

it('gives a scan the blocks that its typed text has', () => {
  const vocabulary = vocabularyOf(sampleCaseload());
  const [scan, paper] = [scanOf(typed), scannedPage(typed)].map((page) => openSheet(page, vocabulary));
  expect(scan?.text).toBe(typed);
  expect(scan?.lines.map(({ block }) => block)).toEqual(paper?.lines.map(({ block }) => block));
});

it('keeps the place of every letter', () => {
  const page = scanOf(typed);
  const sheet = openSheet(page, vocabularyOf(sampleCaseload()));
  const at = sheet.text.indexOf('6/10');
  const { start, end } = originalSpan(sheet, at, at + 4);
  expect(page.text.slice(start, end)).toBe('6/10');
});

it('adds none to lines that stand evenly', () => {
  const even = 'one 1\ntwo 2\nthree 3\nfour 4\nfive 5';
  expect(openSheet(scanOf(even), vocabularyOf(sampleCaseload())).text).toBe(even);
});
