/** Going through the drafts of a quarter: by the keyboard alone, on a phone, and by what is left. */
import { afterAll, describe, expect, it } from 'vitest';
import { importCaseload } from '../../services/pipeline/load-caseload.ts';
import { testContext } from '../factories/ground.ts';
import { caseloadOf, pointOf, seed, statementOf } from '../integration/api-records.ts';
import { startApi } from '../integration/api-server.ts';
import { accessibilityFaults, browserNote, browserPath, closeBrowser, openPage } from './web-browser.ts';

afterAll(closeBrowser);

/** Three drafts of the second quarter; the first of them rests on a number that nobody has checked. */
async function application() {
  const context = await testContext();
  const { store } = context;
  const seeded = await seed(store);
  const caseload = caseloadOf('d1');
  const earlier = { ...caseload.periods[0]!, id: 'q1', name: 'First quarter', start: '2025-08-20', end: '2025-10-31' };
  await importCaseload({ store }, { ...caseload, periods: [earlier, ...caseload.periods] });
  const point = pointOf(seeded.document);
  await store.statements.create(statementOf({ ...point, goalId: 'g3' }, { goalId: 'g3' }));
  await store.statements.create(statementOf({ ...point, studentId: 's2', goalId: 'g2' }));
  const state = async (goalId: string) => (await store.statements.findOne({ goalId }).lean())?.state;
  return { ...(await startApi({ context })), store, state };
}

/** The records of this test have no pictures, and the browser says so. */
const isOurs = (complaint: string): boolean => !complaint.includes('404');

describe.skipIf(!browserPath)(`Going through statements${browserNote}`, () => {
  it('takes the keyboard alone: down, approve, down, approve, until nothing is left', async () => {
    const { url, state } = await application();
    const { page, complaints } = await openPage(`${url}/#/statements`);
    await page.getByText('3 left', { exact: true }).waitFor();
    const heading = page.locator('.desk h2');
    await page.getByRole('heading', { name: 'Caspian Okonjo-Vale: Reading fluency' }).waitFor();
    await page.locator('.queue-option[aria-selected=true]').focus();
    await page.keyboard.press('End');
    await heading.getByText('Juniper Okonjo-Vale: Maths').waitFor();
    await page.keyboard.press('a');
    await page.getByText('2 left', { exact: true }).waitFor();
    expect(await state('g3')).toBe('approved');
    // On with the next one that is left, which is at the beginning; the list keeps the focus.
    await heading.getByText('Caspian').waitFor();
    expect(await page.locator(':focus').textContent()).toMatch(/^Reading fluency/);
    await page.keyboard.press('a');
    await page.getByText('1 left', { exact: true }).waitFor();

    // A number behind this one is not checked: it is said before, and one more press is needed.
    await heading.getByText('Juniper Okonjo-Vale: Reading fluency').waitFor();
    await page.keyboard.press('a');
    await page.getByText('1 number of this period is not checked yet. Approve all the same?').waitFor();
    expect(await state('g1')).toBe('draft');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('article.point').getByText('Confirmed', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Show the new draft' }).click();
    await page.locator('.queue-option[aria-selected=true]').focus();
    await page.locator('[aria-busy]').waitFor({ state: 'detached' });
    await page.keyboard.press('r');
    await page.getByLabel('What should change?').fill('Name the passage, please.');
    await page.getByRole('button', { name: 'Return', exact: true }).click();
    await page.getByText('Returned: Name the passage, please.').waitFor();
    expect(await state('g1')).toBe('returned');
    expect(complaints.filter(isOurs)).toEqual([]);
  });

  it('says when nothing is left, and shows what was done', async () => {
    const { url, store } = await application();
    await store.statements.updateMany({}, { $set: { state: 'approved' } });
    const { page } = await openPage(`${url}/#/statements`);
    await page.getByText('Nothing left').waitFor();
    await page.getByText('Nothing here: left to do.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByLabel('Show', { exact: true }).selectOption('approved');
    await page.getByText('1 of 3', { exact: true }).waitFor();
    expect(await page.getByRole('option').filter({ hasText: 'Approved' }).count()).toBeGreaterThan(0);
    expect(await page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
  });

  it('narrows to a period, a student and a state, and keeps that in the address', async () => {
    const { url } = await application();
    const { page } = await openPage(`${url}/#/statements`);
    const options = page.locator('.queue-option');
    await options.nth(2).waitFor();
    await page.getByLabel('Student').selectOption('s1');
    await page.getByText('1 of 2', { exact: true }).waitFor();
    await page.getByLabel('Show', { exact: true }).selectOption('check');
    await page.getByText('1 of 1', { exact: true }).waitFor();
    expect(await options.textContent()).toContain('1 to check');
    expect(page.url()).toMatch(/studentId=s1.*state=check/);
    await page.reload();
    await page.getByText('1 of 1', { exact: true }).waitFor();
    await page.getByLabel('Period').selectOption('q1');
    await page.getByText('No statements yet.').waitFor();
  });

  it('shows one statement after the other on a phone, and comes back to the list', async () => {
    const { url, state } = await application();
    const { page, complaints } = await openPage(`${url}/#/statements`, {
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    await page.getByRole('option', { name: /^Maths/ }).tap();
    await page.getByRole('heading', { name: 'Juniper Okonjo-Vale: Maths' }).waitFor();
    expect(await page.locator('.queue-list').isVisible()).toBe(false);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    await page.getByRole('button', { name: '‹ Previous' }).tap();
    await page.getByRole('heading', { name: 'Juniper Okonjo-Vale: Reading fluency' }).waitFor();
    await page.getByRole('button', { name: 'Next ›' }).tap();
    await page.getByRole('heading', { name: 'Juniper Okonjo-Vale: Maths' }).waitFor();
    await page.getByRole('button', { name: 'Approve', exact: true }).tap();
    await page.getByText('Approved: Juniper Okonjo-Vale, Maths.').waitFor();
    await page.getByRole('heading', { name: 'Caspian Okonjo-Vale: Reading fluency' }).waitFor();
    expect(await state('g3')).toBe('approved');
    await page.getByRole('link', { name: '‹ All statements' }).tap();
    await page.getByText('2 left', { exact: true }).waitFor();
    expect(complaints.filter(isOurs)).toEqual([]);
  });
});
