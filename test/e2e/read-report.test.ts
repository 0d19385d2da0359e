/** The report of `throughline read --html`, as a person opens it: from a file, without a network. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../factories/ground.ts';
import { runThroughline, samplePath } from '../factories/run-throughline.ts';
import { accessibilityFaults, browserNote, browserPath, closeBrowser, openPage } from './web-browser.ts';

const evil =
  '<script>document.title = "taken over"</script> <img src="https://example.org/x.png" onerror="alert(1)"> & 8/10';

afterAll(closeBrowser);

describe('read --html', () => {
  it.skipIf(!browserPath)(
    `writes one file that shows each page with its words, is used by keyboard, and takes pages for text only${browserNote}`,
    async () => {
      const folder = await temporaryFolder();
      const note = join(folder, 'note <b>.txt');
      await writeFile(note, evil);
      const out = join(folder, 'report.html');
      const files = [samplePath('evidence/fluency-record-mateo.pdf'), note, join(folder, 'missing.pdf')];
      const ran = await runThroughline('read', ...files, '--html', out);
      expect(ran.status).toBe(1);
      expect(ran.out.trim()).toBe(out);

      const { page, complaints } = await openPage(pathToFileURL(out).href, { offline: true });
      expect(await page.title()).toBe('What was read');
      expect(await page.locator('section').count()).toBe(3);
      expect(await page.locator('section pre').nth(1).textContent()).toBe(evil);
      expect(await page.locator('section h2').nth(1).textContent()).toContain('note <b>.txt, page 1');
      expect(await page.locator('section').nth(2).textContent()).toContain('There is no such file.');

      const picture = page.locator('.picture').first();
      const image = picture.locator('img');
      expect(await image.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth)).toBeGreaterThan(
        500,
      );
      await picture.focus();
      await page.keyboard.press('ArrowRight');
      const told = page.locator('section output').first();
      const first = await told.textContent();
      expect(first).toMatch(/^“\S+”: 100 % sure, print, read by text_layer$/);
      await page.keyboard.press('ArrowRight');
      expect(await told.textContent()).not.toBe(first);

      const boxes = page.getByLabel('boxes');
      await boxes.focus();
      await page.keyboard.press('Space');
      expect(await boxes.isChecked()).toBe(false);
      const said = picture.locator('text.said').first();
      expect(await said.isVisible()).toBe(false);
      await page.getByLabel('words over the picture').press('Space');
      expect(await said.isVisible()).toBe(true);
      const sure = picture.locator('g.high').first();
      await page.getByLabel('only what is less than 90 % sure').press('Space');
      expect(await sure.isVisible()).toBe(false);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
    },
  );

  it('goes on printing JSON lines where they are asked for, and puts an index into a folder', async () => {
    const folder = await temporaryFolder();
    const ran = await runThroughline(
      'read',
      samplePath('evidence/circle-time-zuri.txt'),
      '--html',
      `${folder}/`,
      '--json',
    );
    expect(ran.lines()).toHaveLength(1);
    expect(await readFile(join(folder, 'index.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  it('is wrong usage where nothing can be written', async () => {
    const note = samplePath('evidence/circle-time-zuri.txt');
    const ran = await runThroughline('read', note, '--html', join(note, 'report.html'));
    expect(ran.status).toBe(2);
    expect(ran.err.trim()).toMatch(/^.*--html.*$/);
  });
});
