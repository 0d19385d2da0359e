/** From a file that is dropped in the browser to an approved statement, through the real pipeline. */
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { verifyAuditChain } from '../../services/access/record-audit.ts';
import { projectRoot } from '../architecture/source-files.ts';
import { browserNote, browserPath, closeBrowser, openPage } from './web-browser.ts';
import { application } from './web-pipeline-server.ts';

afterAll(closeBrowser);

const evidence = (name: string) => join(projectRoot, 'samples/evidence', name);

describe.skipIf(!browserPath)(`From the browser through the pipeline${browserNote}`, () => {
  it('a note and a scan become numbers on their pages, then a statement that is approved and locked', async () => {
    const { url, context, district, pipeline } = await application();
    const { page, complaints } = await openPage(`${url}/#/upload`);
    const broken = {
      name: 'broken.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 and nothing more'),
    };
    const input = page.locator('input[type=file][multiple]');
    await input.setInputFiles([evidence('circle-time-zuri.txt'), evidence('fluency-record-mateo.pdf')]);
    await input.setInputFiles([broken]);
    await page.getByText('Done: 1 page read.').nth(1).waitFor({ timeout: 120_000 });
    await page.locator('.upload-row.bad').waitFor({ timeout: 120_000 });
    expect(await page.locator('.upload-row.bad .error').textContent()).toMatch(/damaged|cannot be read/i);
    await pipeline.idle();

    const scan = page.locator('.upload-row', { hasText: 'fluency-record-mateo.pdf' });
    await scan.getByRole('link', { name: 'See what was found' }).click();
    await page.locator('.document-row .card-title').click();
    const point = page.locator('article.point', { hasText: '92 wcpm' });
    await point.getByRole('button', { name: /on page 1/ }).click();
    await page.locator('dialog .box').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await point.getByRole('button', { name: 'Change 92 wcpm' }).click();
    await point.getByRole('button', { name: 'Confirm' }).click();
    await point.getByText('Confirmed', { exact: true }).waitFor();
    await pipeline.idle();

    await page.getByRole('link', { name: 'Search' }).click();
    await page.getByLabel('Words on the page').fill('beanbag');
    await page.keyboard.press('Enter');
    await page.locator('.hit').click();
    await page.locator('dialog .box').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();

    await page.getByRole('link', { name: 'Statements' }).click();
    await page.getByLabel('Period').selectOption('2025-q2');
    await page.getByLabel('Student').selectOption('stu-mqu');
    await page.getByRole('option', { name: /^Oral Reading Fluency/ }).click();
    await page.getByRole('heading', { name: 'Mateo Quiñones: Oral Reading Fluency' }).waitFor();
    await page.locator('.cite').first().click();
    await page.locator('dialog .box').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText(/^Approved: Mateo Quiñones, Oral Reading Fluency/).waitFor();
    await page.getByRole('link', { name: 'Show it again' }).click();
    await page.getByText(/It can no longer be changed/).waitFor();
    expect(await context.store.statements.countDocuments({ districtId: district, state: 'approved' })).toBe(1);
    expect((await verifyAuditChain(context.store, district)).problems).toEqual([]);
    expect(complaints).toEqual([]);
  });
});
