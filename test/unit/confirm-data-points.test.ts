/** Numbers of a scan are read twice: agreement makes them surer, everything else asks a person. */
import { describe, expect, it } from 'vitest';
import { locateWords } from '../../services/binders/page-text/locate-words.ts';
import type { EvidenceDocument } from '../../services/domain/evidence.ts';
import type { Bbox } from '../../services/domain/geometry.ts';
import type { Page } from '../../services/domain/page.ts';
import { mayLackMarks } from '../../services/extraction/confirm/marks-row.ts';
import { listLacksMarks, mayBeTorn } from '../../services/extraction/confirm/misread-places.ts';
import { readAlike } from '../../services/extraction/confirm/read-alike.ts';
import { confirmDataPoints, type ReadAgain } from '../../services/extraction/confirm-data-points.ts';
import { understandDocument } from '../../services/extraction/understand-document.ts';
import { scannedPage } from '../factories/scanned-page.ts';
import { sampleCaseload, textPage } from '../factories/text-page.ts';

const caseload = sampleCaseload();
const uploadDate = '2025-12-08';
const sheet = `COMPREHENSION DATA SHEET
Student: Mateo Quiñones    Grade 7

Date          Inferential questions
11/6/2025     5/10
12/4/2025     6/10`;

/** A second reader that sees `text` laid out like the page and reads what the box touches. */
function seeing(text: string, calls: Bbox[] = []): ReadAgain {
  const { words } = scannedPage(text);
  return async (_page, bbox) => {
    calls.push(bbox);
    const inside = words.filter(({ bbox: b }) => {
      const x = (b[0] + b[2]) / 2;
      const y = (b[1] + b[3]) / 2;
      return x > bbox[0] && x < bbox[2] && y > bbox[1] && y < bbox[3];
    });
    return inside.length === 0 ? null : { text: inside.map((word) => word.text).join(' '), confidence: 0.95 };
  };
}

function confirm(page: Page, readAgain: ReadAgain): { before: EvidenceDocument; after: Promise<EvidenceDocument> } {
  const before = understandDocument([page], caseload, { studentId: null, uploadDate });
  return { before, after: confirmDataPoints(before, [page], { caseload, uploadDate }, readAgain) };
}

describe('a second reading', () => {
  it('makes a value surer that both readers read alike', async () => {
    const { before, after } = confirm(scannedPage(sheet), seeing(sheet));
    const { dataPoints } = await after;
    expect(dataPoints.map((p) => [p.value, p.status])).toEqual([
      [50, 'proposed'],
      [60, 'proposed'],
    ]);
    for (const [i, point] of dataPoints.entries()) {
      expect(point.confidence).toBeGreaterThan(before.dataPoints[i]!.confidence);
      expect(point.confidence).toBeLessThan(1);
    }
  });

  it('asks with both readings where the readers differ, and leaves the other values alone', async () => {
    const { after } = confirm(scannedPage(sheet), seeing(sheet.replace('6/10', '8/10')));
    const [same, other] = (await after).dataPoints;
    expect(same?.status).toBe('proposed');
    expect(other).toMatchObject({ value: 60, status: 'needs_review' });
    expect(other?.reason).toContain('“6/10” and “8/10”');
    expect(other?.confidence).toBeLessThanOrEqual(0.5);
  });

  it('asks where the second reader sees a digit that the first has dropped', async () => {
    const dropped = sheet.replace('6/10', '6/1');
    const { after } = confirm(scannedPage(sheet), seeing(dropped));
    expect((await after).dataPoints[1]).toMatchObject({ status: 'needs_review' });
  });

  it('asks where the second reader sees nothing', async () => {
    const { after } = confirm(scannedPage(sheet), async () => null);
    const { dataPoints } = await after;
    expect(dataPoints.map((p) => p.status)).toEqual(['needs_review', 'needs_review']);
    expect(dataPoints[0]?.reason).toContain('nothing');
  });

  it('asks where the date that a value is filed under is read in two ways', async () => {
    const { after } = confirm(scannedPage(sheet), seeing(sheet.replace('12/4/2025', '12/1/2025')));
    const [, second] = (await after).dataPoints;
    expect(second).toMatchObject({ date: '2025-12-04', status: 'needs_review' });
    expect(second?.reason).toContain('“12/4/2025” and “12/1/2025”');
  });

  it('does not read again what both readers read alike when the page was read', async () => {
    const both = ['tesseract', 'ppocr'] as const;
    const calls: Bbox[] = [];
    const read = Object.fromEntries(['5/10', '6/10', '11/6/2025', '12/4/2025'].map((text) => [text, both]));
    const { after } = confirm(scannedPage(sheet, read), seeing(sheet, calls));
    expect((await after).dataPoints.map((p) => p.status)).toEqual(['proposed', 'proposed']);
    expect(calls).toEqual([]);
  });

  it('is not needed for typed text', async () => {
    const calls: Bbox[] = [];
    const { before, after } = confirm(textPage(sheet), seeing(sheet, calls));
    expect(before.dataPoints).toHaveLength(2);
    expect(await after).toEqual(before);
    expect(calls).toEqual([]);
  });

  it('reads a place that several values share once', async () => {
    const calls: Bbox[] = [];
    const { after } = confirm(scannedPage(sheet), seeing(sheet, calls));
    await after;
    expect(new Set(calls.map((box) => box.join())).size).toBe(calls.length);
  });

  it('rests on the one reader that is there where it was sure, and asks where it was not', async () => {
    const sure = confirm(scannedPage(sheet, {}, { reader: 'tesseract', wordConfidence: 0.98 }), async () => null);
    expect((await sure.after).dataPoints.map((p) => p.status)).toEqual(['proposed', 'proposed']);
    const unsure = confirm(scannedPage(sheet, {}, { reader: 'tesseract', wordConfidence: 0.8 }), async () => null);
    const { dataPoints } = await unsure.after;
    expect(dataPoints.map((p) => p.status)).toEqual(['needs_review', 'needs_review']);
    expect(dataPoints[0]?.reason).toContain('One reader alone');
  });

  it('asks about a row of marks in which one has most likely been overlooked', async () => {
    const row = `DIRECTIONS DATA SHEET
Student: Amaia Delgado     Date: 11/13/2025

2-step directions    +   +       +   +   +`;
    const whole = row.replace('+       +', '+   +   +');
    const asked = await confirm(scannedPage(row), seeing(row)).after;
    const plain = await confirm(scannedPage(whole), seeing(whole)).after;
    expect(asked.dataPoints.map((p) => p.status)).toEqual(['needs_review']);
    expect(asked.dataPoints[0]?.reason).toContain('overlooked');
    expect(plain.dataPoints.map((p) => p.status)).toEqual(['proposed']);
  });
});

describe('a count of zero', () => {
  it('is not taken for a row of marks that lacks some', () => {
    const page = scannedPage('Trial     1   2   3   4\nCounts    0');
    const [zero] = locateWords(page).filter(({ word }) => word.text === '0');
    expect(zero).toBeDefined();
    expect(mayLackMarks(page, zero ? [zero] : [])).toBe(false);
  });
});

describe('what both readers lose is asked about', () => {
  const marksOf = (page: Page) => locateWords(page).filter(({ word }) => /^[+-]$/.test(word.text));

  it('where a word of the list above has no mark under it', () => {
    const words = 'flute   grape   shine   theme   mute   quote   blaze';
    const whole = scannedPage(`${words}\n  -       +       -       +     +       +       +`);
    const short = scannedPage(`${words}\n          +       -       +     +       +       +`);
    expect(mayLackMarks(whole, marksOf(whole), locateWords(whole))).toBe(false);
    expect(mayLackMarks(short, marksOf(short), locateWords(short))).toBe(true);
  });

  it('where items of a list have no mark, though most have one', () => {
    const list =
      '1 Sort lights    +     8 Choose cycle   -\n2 Check pockets  -     9 Start machine  +\n3 Carry basket   +';
    const whole = scannedPage(list);
    const short = scannedPage(list.replace('pockets  -', 'pockets   '));
    const all = (page: Page) => ({ start: page.text.indexOf('+'), end: page.text.length });
    expect(listLacksMarks(whole, all(whole))).toBe(false);
    expect(listLacksMarks(short, all(short))).toBe(true);
  });

  it('where a digit has another close beside it', () => {
    const torn = scannedPage('correct digits per min   2 2\nerrors   3');
    const at = (page: Page, figure: string) => ({
      start: page.text.indexOf(figure),
      end: page.text.indexOf(figure) + 1,
    });
    expect(mayBeTorn(torn, at(torn, '2'))).toBe(true);
    expect(mayBeTorn(torn, at(torn, '3'))).toBe(false);
    const row = scannedPage('items   1 2 3 4 5');
    expect(mayBeTorn(row, at(row, '3'))).toBe(false);
  });

  it('where the line names another day than that of the value', async () => {
    const text = sheet.replace('12/4/2025 ', 'Tue       ');
    const page = scannedPage(text);
    const { before } = confirm(scannedPage(sheet), seeing(sheet));
    const later = before.dataPoints[1]!;
    const source = { ...later.source, start: text.indexOf('6/10'), end: text.indexOf('6/10') + 4 };
    const document = { ...before, dataPoints: [{ ...later, source }] };
    const after = await confirmDataPoints(document, [page], { caseload, uploadDate }, seeing(text));
    expect(after.dataPoints[0]).toMatchObject({ status: 'needs_review' });
    expect(after.dataPoints[0]?.reason).toContain('another day of the week');
  });
});

describe('two readings are alike', () => {
  it.each([
    ['8/10', '8 / 10'],
    ['80%', '80 %'],
    ['1O/12', '10/12'],
    ['+ - ✓', '+ – √'],
    ['Level J', 'level j'],
    ['62 wcpm', '62 wcprn'],
  ])('%s and %s', (first, second) => expect(readAlike(first, second)).toBe(true));

  it.each([
    ['8/10', '8110'],
    ['2.5', '25'],
    ['.5', '5'],
    ['9:40', '9.40'],
    ['65', '6'],
    ['+ - +', '+ +'],
    ['111', '///'],
    ['Level J', 'Level I'],
    ['', ''],
  ])('but not %s and %s', (first, second) => expect(readAlike(first, second)).toBe(false));
});
