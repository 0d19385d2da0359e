/** The plan of an IEP in the browser: checked part by part against the page, and put in force with one press. */
import { afterAll, describe, expect, it } from 'vitest';
import { blurtingPlan as iep } from '../factories/iep-pages.ts';
import { accessibilityFaults, browserNote, browserPath, closeBrowser, openPage } from './web-browser.ts';
import { application } from './web-pipeline-server.ts';

afterAll(closeBrowser);

const phone = { colorScheme: 'dark', viewport: { width: 360, height: 740 }, reducedMotion: 'reduce' } as const;

describe.skipIf(!browserPath)(`A proposed plan${browserNote}`, () => {
  it('shows each part with its place and what is missing, and is in force only once it is confirmed', async () => {
    const { url, handIn, context } = await application();
    const uploadId = await handIn('iep.txt', [iep]);
    const { page, complaints } = await openPage(`${url}/#/documents/${uploadId}~d00001`, phone);
    await page.getByRole('heading', { name: 'The plan that this document proposes' }).waitFor();
    const writing = page.getByRole('group', { name: 'Writing' });
    await writing.getByText(/Not complete\. The page does not say where the student stands now/).waitFor();
    await writing.getByText('Stands now: not found on the page').waitFor();
    expect(await writing.getByRole('checkbox').isChecked()).toBe(false);
    const blurting = page.getByRole('group', { name: 'Behavior - Blurting Out' });
    await blurting.getByRole('button', { name: 'Show “2 or fewer times per day” on page 1' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);

    const student = () => context.store.students.findOne({ id: 'stu-sha' }).lean();
    const before = await student();
    expect(before?.goals.map((goal) => goal.target.value)).not.toContain(3);
    await blurting.getByLabel(/^Target/).fill('3');
    await page.getByRole('button', { name: 'Put the plan in force' }).press('Enter');
    await page.getByText(/A person has put this plan in force for Soren Halvorsen/).waitFor();
    const after = await student();
    expect(after?.goals).toHaveLength((before?.goals.length ?? 0) + 1);
    expect(after?.goals.at(-1)).toMatchObject({ area: 'Behavior - Blurting Out', target: { value: 3 } });
    await page.evaluate('scrollTo(0, 0)');
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
