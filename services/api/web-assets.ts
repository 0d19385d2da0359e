/** The web page, bundled in memory when the server starts: there is no build step and nothing to go stale. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import express, { type Router } from 'express';

const folder = fileURLToPath(new URL('../../web/', import.meta.url));

interface Asset {
  readonly mediaType: string;
  readonly body: Buffer;
  readonly etag: string;
}

function assetOf(mediaType: string, body: Uint8Array): Asset {
  const hash = createHash('sha256').update(body).digest('base64url');
  return { mediaType, body: Buffer.from(body), etag: `"${hash}"` };
}

async function bundle(entry: string): Promise<Uint8Array> {
  const result = await build({
    entryPoints: [`${folder}${entry}`],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  });
  const [file] = result.outputFiles;
  if (!file) throw new Error(`${entry} gave no bundle`);
  return file.contents;
}

async function loadAssets(): Promise<ReadonlyMap<string, Asset>> {
  const [html, icon, script, styles] = await Promise.all([
    readFile(`${folder}index.html`),
    readFile(`${folder}icon.svg`),
    bundle('app.ts'),
    bundle('styles.css'),
  ]);
  return new Map([
    ['/', assetOf('text/html; charset=utf-8', html)],
    ['/icon.svg', assetOf('image/svg+xml', icon)],
    ['/app.js', assetOf('text/javascript; charset=utf-8', script)],
    ['/styles.css', assetOf('text/css; charset=utf-8', styles)],
  ]);
}

/** Serves the page and its parts. The bundle is made once, at once; a request that comes earlier waits for it. */
export function webAssets(): Router {
  const assets = loadAssets();
  // Whoever asks for the page sees the error; without a listener it would end the process.
  assets.catch(() => undefined);
  const router = express.Router();
  router.get(['/', '/icon.svg', '/app.js', '/styles.css'], async (request, response) => {
    const asset = (await assets).get(request.path);
    if (!asset) throw new Error(`no asset at ${request.path}`);
    response.locals.route = 'web';
    response.set({ 'Content-Type': asset.mediaType, 'Cache-Control': 'no-cache', ETag: asset.etag });
    if (request.headers['if-none-match'] === asset.etag) response.status(304).end();
    else response.send(asset.body);
  });
  return router;
}
