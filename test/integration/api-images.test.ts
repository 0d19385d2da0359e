/** Pictures of pages over HTTP. */
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Reading } from '../../services/reading/reading.ts';
import { closedReading, testContext } from '../factories/ground.ts';
import { seed } from './api-records.ts';
import { startApi } from './api-server.ts';

const paper = sharp({ create: { width: 40, height: 50, channels: 3, background: '#fdfcf7' } });

async function* once(bytes: Uint8Array) {
  yield bytes;
}

describe('the picture of a page', () => {
  it.each(['png', 'jpeg', 'webp'] as const)('that was kept as %s comes as what it is', async (format) => {
    const context = await testContext();
    await seed(context.store);
    const bytes = await paper.clone().toFormat(format).toBuffer();
    const { sha256 } = await context.blobs.put(once(bytes));
    await context.store.pages.updateOne({ uploadId: 'u1' }, { $set: { imageSha256: sha256 } });
    const { url } = await startApi({ context });
    const answer = await fetch(`${url}/api/v1/uploads/u1/pages/1/image`);
    expect(answer.headers.get('content-type')).toBe(`image/${format}`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), bytes)).toBe(0);
  });

  it('that was not kept is drawn once', async () => {
    let drawn = 0;
    const reading: Reading = {
      ...closedReading,
      inspect: async () => ({ kind: 'pdf', mediaType: 'application/pdf', pageCount: 1 }),
      async renderPage() {
        drawn += 1;
        return { bytes: await paper.clone().png().toBuffer(), mediaType: 'image/png', width: 40, height: 50 };
      },
    };
    const context = await testContext({ reading });
    await seed(context.store);
    const { sha256 } = await context.blobs.put(once(Buffer.from('%PDF')));
    await context.store.uploads.updateOne({ _id: 'u1' }, { $set: { sha256 } });
    const { url } = await startApi({ context });
    for (const _ of [1, 2]) {
      const answer = await fetch(`${url}/api/v1/uploads/u1/pages/1/image`);
      expect([answer.status, (await answer.arrayBuffer()).byteLength > 0]).toEqual([200, true]);
    }
    expect(drawn).toBe(1);
  });

  it('comes small where a list shows it, and never larger than it is', async () => {
    const context = await testContext();
    await seed(context.store);
    const { sha256 } = await context.blobs.put(once(await paper.clone().png().toBuffer()));
    await context.store.pages.updateOne({ uploadId: 'u1' }, { $set: { imageSha256: sha256 } });
    const { url, call } = await startApi({ context });
    for (const [asked, given] of [
      [32, 32],
      [200, 40],
    ]) {
      const answer = await fetch(`${url}/api/v1/uploads/u1/pages/1/image?width=${asked}`);
      expect(answer.headers.get('content-type')).toBe('image/jpeg');
      const { width, format } = await sharp(await answer.arrayBuffer()).metadata();
      expect([width, format]).toEqual([given, 'jpeg']);
    }
    expect((await call('GET', '/uploads/u1/pages/1/image?width=100000')).body.code).toBe('invalid_request');
  });

  it('is never anything but a picture', async () => {
    const context = await testContext();
    await seed(context.store);
    const { sha256 } = await context.blobs.put(once(Buffer.from('<html><script>alert(1)</script></html>')));
    await context.store.pages.updateOne({ uploadId: 'u1' }, { $set: { imageSha256: sha256 } });
    const { call } = await startApi({ context });
    expect((await call('GET', '/uploads/u1/pages/1/image')).body.code).toBe('internal');
  });
});
