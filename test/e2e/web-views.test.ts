/** The web page in a real browser, on records that are there already. */
import sharp from 'sharp';
import { afterAll, describe, expect, it } from 'vitest';
import type { Reading } from '../../services/reading/reading.ts';
import { closedReading, testContext } from '../factories/ground.ts';
import { documentOf, pageOf, pointOf, seed, upload } from '../integration/api-records.ts';
import { startApi } from '../integration/api-server.ts';
import { accessibilityFaults, browserNote, browserPath, closeBrowser, goBack, openPage } from './web-browser.ts';

afterAll(closeBrowser);

const width = 1275;
const height = 1650;

/** Draws every page as plain paper with one line of writing. */
const drawnReading: Reading = {
  ...closedReading,
  inspect: async () => ({ kind: 'pdf', mediaType: 'application/pdf', pageCount: 1 }),
  async renderPage() {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fdfcf7"/><text x="50" y="122" font-size="22" font-family="serif">Juniper 62 wcpm on the fluency probe of 1/9</text></svg>`;
    const bytes = await sharp(Buffer.from(svg)).png().toBuffer();
    return { bytes, mediaType: 'image/png', width, height };
  },
};

const script = '<img src=x onerror="document.title=1"><b>bold<b>';

async function application() {
  const context = await testContext({ reading: drawnReading });
  const { store, blobs } = context;
  const seeded = await seed(store);
  const { sha256 } = await blobs.put(
    (async function* () {
      yield Buffer.from('%PDF-1.4 drawn by the test');
    })(),
  );
  await store.uploads.updateOne({ _id: 'u1' }, { $set: { sha256 } });
  // A page and a name that try to be markup.
  await store.uploads.create(upload({ _id: 'u2', file: `${script}.pdf`, sha256 }));
  await store.pages.create(pageOf('u2', 1, `fluency ${script}`));
  const hostile = documentOf('u2', [1], {
    file: `${script}.pdf`,
    questions: [script],
    studentId: null,
    studentIds: [],
  });
  await store.documents.create(hostile);
  await store.dataPoints.create(
    pointOf(seeded.document, { _id: 'p2', date: '2025-11-14', value: 51, state: 'proposed' }),
  );
  const api = await startApi({ context });
  return { ...api, ...seeded };
}

describe.skipIf(!browserPath)(`The web page${browserNote}`, () => {
  it('opens the page on which a number stands, with the box on the number, and takes the decision', async () => {
    const { url, document, context } = await application();
    const { page, complaints } = await openPage(`${url}/#/documents/${document._id}`);
    const card = page.locator('article', { hasText: 'Jan 9, 2026' });
    await card.getByRole('button', { name: /on page 1/ }).click();
    const box = page.locator('dialog .box');
    await box.waitFor();
    const image = await page.locator('dialog .sheet img').boundingBox();
    const drawn = await box.boundingBox();
    const [x0, y0, x1] = [120, 100, 200];
    const scale = (image?.width ?? 0) / width;
    const frame = 5;
    expect(Math.abs((drawn?.x ?? 0) + frame - ((image?.x ?? 0) + x0 * scale))).toBeLessThan(1.5);
    expect(Math.abs((drawn?.y ?? 0) + frame - ((image?.y ?? 0) + y0 * scale))).toBeLessThan(1.5);
    expect(Math.abs((drawn?.width ?? 0) - 2 * frame - (x1 - x0) * scale)).toBeLessThan(1.5);
    await page.keyboard.press('Escape');
    await page.locator('dialog').waitFor({ state: 'detached' });
    expect(await page.locator(':focus').getAttribute('class')).toBe('strip');
    await card.getByRole('button', { name: 'Correct' }).click();
    await page.getByLabel('Right value').fill('67');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.locator('article', { hasText: '67 wcpm' }).getByText('Corrected', { exact: true }).waitFor();
    const kept = await context.store.dataPoints.findOne({ _id: `${document._id}~p1` }).lean();
    expect(kept).toMatchObject({ state: 'corrected', value: 62, corrected: { value: 67 } });
    expect(complaints).toEqual([]);
  });

  it('returns a statement with a comment, approves it, and shows that it is locked', async () => {
    const { url, statement, context } = await application();
    const { page, complaints } = await openPage(`${url}/#/statements/${encodeURIComponent(statement._id)}`);
    await page.getByRole('link', { name: /^62: show on page 1/ }).click();
    await page.locator('dialog .box').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Return with a comment' }).click();
    await page.getByLabel('What should change?').fill('Plainer words, please.');
    await page.getByRole('button', { name: 'Return', exact: true }).click();
    await page.getByText('Returned: Plainer words, please.').waitFor();
    await page.getByRole('button', { name: 'Send to review again' }).click();
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByText('1 number of this period is not checked yet. Approve all the same?').waitFor();
    await page.getByRole('button', { name: 'Look at them' }).click();
    expect(await page.locator(':focus').getAttribute('data-state')).toBe('needs_review');
    await page.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('button', { name: 'Approve all the same' }).click();
    await page.getByText(/It can no longer be changed/).waitFor();
    expect(await page.getByRole('button', { name: 'Approve' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Confirm' }).count()).toBe(0);
    expect((await context.store.statements.findOne({ _id: statement._id }).lean())?.state).toBe('approved');
    expect(complaints).toEqual([]);
  });

  it('finds pages, and opens one with the words marked on it', async () => {
    const { url } = await application();
    const { page, complaints } = await openPage(`${url}/#/search`);
    await page.getByLabel('Words on the page').fill('juniper fluency');
    await page.keyboard.press('Enter');
    await page.locator('.hit').first().click();
    await page.locator('dialog .box').first().waitFor();
    expect(await page.locator('dialog .box').count()).toBe(2);
    expect(page.url()).toContain('page=u1.1');
    expect(complaints).toEqual([]);
  });

  it('opens any place by its address, and goes back', async () => {
    const { url } = await application();
    const { page } = await openPage(`${url}/#/search?q=fluency&page=u1.1&box=122.100.140.124`);
    await page.locator('dialog .box').waitFor();
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('heading', { name: 'Search the archive' }).waitFor();
    expect(page.url()).not.toContain('page=');
    await page.getByRole('link', { name: 'Statements' }).click();
    await page.getByRole('heading', { name: 'Progress statements' }).waitFor();
    await goBack(page);
    await page.getByRole('heading', { name: 'Search the archive' }).waitFor();
  });

  it('shows what stands on a page as text, whatever it is', async () => {
    const { url } = await application();
    const { page, complaints } = await openPage(`${url}/#/documents`);
    await page.getByText(`${script}.pdf`).waitFor();
    await page.goto(`${url}/#/documents/u2~d00001`);
    await page.getByRole('listitem').filter({ hasText: script }).waitFor();
    await page.goto(`${url}/#/search?q=fluency&page=u2.1`);
    await page.getByText('The text of this page').click();
    await page.locator('pre', { hasText: script }).waitFor();
    expect(await page.locator('main img[src="x"], dialog img[src="x"], dialog b').count()).toBe(0);
    expect(complaints).toEqual([]);
  });

  it('can be used with the keyboard alone', async () => {
    const { url } = await application();
    const { page } = await openPage(`${url}/#/upload`);
    await page.getByRole('button', { name: 'Choose files' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe('Skip to the content');
    await page.keyboard.press('Enter');
    expect(await page.locator(':focus').getAttribute('id')).toBe('main');
    const reached = new Set<string | null>();
    for (let step = 0; step < 5; step += 1) {
      await page.keyboard.press('Tab');
      reached.add(await page.locator(':focus').textContent());
    }
    expect(reached).toContain('Choose files');
    expect(reached).toContain('Take a photo');
    await page.goto(`${url}/#/statements`);
    await page.getByRole('heading', { name: 'Progress statements' }).waitFor();
    expect(await page.locator('h1:focus').count()).toBe(1);
  });

  const appearances = [
    { name: 'on a wide screen by day', colorScheme: 'light', viewport: { width: 1280, height: 900 } },
    { name: 'on a phone by night', colorScheme: 'dark', viewport: { width: 360, height: 740 } },
  ] as const;
  for (const { name, ...appearance } of appearances) {
    it(`is accessible and fits ${name}`, async () => {
      const { url, document, statement } = await application();
      const { page, complaints } = await openPage(`${url}/#/upload`, { ...appearance, reducedMotion: 'reduce' });
      const places: [string, string][] = [
        ['upload', '.lines .upload-line'],
        ['documents', '.cards .card'],
        ['questions', '.document-row'],
        ['review', 'article.point'],
        ['uploads/u1', '.leaf img'],
        [`documents/${document._id}`, '.strip-frame'],
        ['documents/u2~d00001', '.chooser'],
        ['statements', '.queue-option'],
        [`statements/${encodeURIComponent(statement._id)}`, '.chart'],
        ['gaps', '.lines li'],
        ['gaps?periodId=q9', '.empty'],
        ['search?q=fluency', '.hit'],
        ['search?q=fluency&page=u1.1&box=122.100.140.124', 'dialog .box'],
        ['search?q=nothing-like-this', '.empty'],
      ];
      for (const [place, sign] of places) {
        await page.goto(`${url}/#/${place}`);
        await page.locator(sign).first().waitFor();
        expect([place, await accessibilityFaults(page)]).toEqual([place, []]);
        const overflow = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
        expect([place, overflow <= 0]).toEqual([place, true]);
      }
      expect(complaints).toEqual([]);
    });
  }
});
