/** Correcting in the browser, through the real pipeline: whose a document is, and which pages belong together. */
import { afterAll, describe, expect, it } from 'vitest';
import { accessibilityFaults, browserNote, browserPath, closeBrowser, goBack, openPage } from './web-browser.ts';
import { application } from './web-pipeline-server.ts';

afterAll(closeBrowser);

const sheet = `COMPREHENSION DATA SHEET
Student: Mateo Quiñones    Grade 7

Date          Inferential questions
11/6/2025     5/10
11/20/2025    6/10`;
const twins = `11/14/2025
C. Vantongeren turned in 6 of 8 assignments this week.`;
const nobody = `11/14/2025
Worked hard in the small group today and asked for help twice.`;
const weak = `A DAY AT THE LAKE AND ON THE HILL

because
friend
night`;

const phone = { colorScheme: 'dark', viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' } as const;

async function fits(page: Awaited<ReturnType<typeof openPage>>['page']): Promise<void> {
  expect(await accessibilityFaults(page)).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

describe.skipIf(!browserPath)(`Correcting a document${browserNote}`, () => {
  it('offers the students who fit, and shows what was found once one is chosen, all in the list', async () => {
    const { url, handIn, context } = await application();
    await handIn('note.txt', [twins]);
    const { page, complaints } = await openPage(`${url}/#/questions`, phone);
    const row = page.locator('.document-row');
    await row.getByText(/Whose is it/).waitFor();
    await row.getByRole('button', { name: /^Choose the student/ }).press('Enter');
    const candidates = row.locator('.candidate');
    await candidates.nth(1).waitFor();
    expect((await candidates.allTextContents()).map((text) => text.split(' ')[0]).sort()).toEqual([
      'Calliope',
      'Callum',
    ]);
    expect(await page.locator(':focus').getAttribute('class')).toBe('candidate');
    await fits(page);
    await candidates.filter({ hasText: 'Calliope' }).press('Enter');
    await row.getByText('Thank you: 1 number found.').waitFor({ timeout: 60_000 });
    await row.getByRole('link', { name: /^Calliope Vantongeren/ }).waitFor();
    await fits(page);
    expect(await context.store.dataPoints.countDocuments({ studentId: 'stu-cav' })).toBe(1);
    expect(complaints).toEqual([]);
  });

  it('finds any student by a part of the name, with the keyboard, and takes another choice later', async () => {
    const { url, handIn, context } = await application();
    const uploadId = await handIn('note.txt', [nobody]);
    const { page, complaints } = await openPage(`${url}/#/documents/${uploadId}~d00001`);
    const input = page.getByRole('combobox', { name: 'Student' });
    await input.focus();
    await page.keyboard.type('vant');
    const options = page.getByRole('option');
    expect(await options.count()).toBe(2);
    await fits(page);
    await page.keyboard.press('Escape');
    expect([await input.inputValue(), await options.count()]).toEqual(['', 0]);
    await page.keyboard.type('quino');
    await page.getByRole('option', { name: /Mateo Quiñones/, selected: true }).waitFor();
    expect(await input.getAttribute('aria-activedescendant')).toBeTruthy();
    await page.keyboard.press('Enter');
    await page.locator('.lead', { hasText: 'Mateo Quiñones' }).waitFor({ timeout: 60_000 });
    await fits(page);

    await page.getByRole('button', { name: /^Not about Mateo Quiñones/ }).press('Enter');
    await page.keyboard.press('ArrowDown');
    expect(await options.count()).toBe(9);
    expect(await options.filter({ hasText: 'Mateo' }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.locator('.lead', { hasText: 'Amaia Delgado' }).waitFor({ timeout: 60_000 });
    expect((await context.store.documents.findOne({ uploadId }).lean())?.studentId).toBe('stu-ade');
    expect(complaints).toEqual([]);
  });

  it('shows the pages in their documents, marks what is not sure, and saves a new grouping', async () => {
    const { url, handIn, context } = await application();
    const uploadId = await handIn('binder.txt', [sheet, twins, weak]);
    const { page, complaints } = await openPage(`${url}/#/uploads/${uploadId}`, phone);
    await page.getByText('3 pages in 3 documents.').waitFor();
    expect(await page.locator('.leaf.doubt .why').textContent()).toMatch(/^Not sure\. .*heading/);
    await page.locator('.leaf img').first().waitFor();
    await fits(page);

    await page.getByRole('button', { name: 'Page 3', exact: true }).press('Enter');
    expect(await page.locator(':focus').getAttribute('id')).toBe('joint-3');
    await page.keyboard.press('Enter');
    await page.getByText('1 change not saved yet.').waitFor();
    expect(await page.locator(':focus').textContent()).toBe('Starts a new document here');
    expect(await page.locator('.bundle').count()).toBe(2);
    await fits(page);

    await page.getByRole('link', { name: 'Statements' }).click();
    await page.getByRole('heading', { name: 'Progress statements' }).waitFor();
    await goBack(page);
    await page.getByText('1 change not saved yet.').waitFor();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('3 pages in 2 documents.').waitFor({ timeout: 60_000 });
    const documents = await context.store.documents.find({ uploadId }).sort({ _id: 1 }).lean();
    expect(documents.map(({ pages }) => pages)).toEqual([[1], [2, 3]]);
    expect(await page.locator('.doubt').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('lets a person say that the pages are right as they are', async () => {
    const { url, handIn } = await application();
    const uploadId = await handIn('binder.txt', [sheet, twins, weak]);
    const { page } = await openPage(`${url}/#/uploads/${uploadId}`);
    await page.getByRole('button', { name: 'All of them are right as they are' }).click();
    await page.locator('.doubt').waitFor({ state: 'detached', timeout: 60_000 });
    await page.getByText('3 pages in 3 documents.').waitFor();
    expect(await page.locator('.asks').count()).toBe(0);
  });
});
