/**
 * Peak memory of the server process on a 300-page scanned binder against a 30-page one. Each binder runs through the
 * whole pipeline in a process of its own, whose highest resident size is taken from the operating system. The pages
 * are drawn here: image-only, a few lines of words, and read by the first reader alone, so that reading is real but
 * short: what the readers hold is theirs, and not counted. Prints one JSON line.
 */
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { processResultSchema } from '../services/domain/process-result.ts';
import { typescriptArguments } from '../services/platform/sandbox/node-arguments.ts';

const [small = 30, large = 300] = process.argv.slice(2, 4).map(Number);
const root = fileURLToPath(new URL('..', import.meta.url));

async function pageImage(number: number): Promise<Uint8Array> {
  const lines = Array.from({ length: 6 }, (_, line) => {
    const words = `Trial ${line + 1}: Jordan read ${((number * 7 + line * 3) % 80) + 20} words correctly`;
    return `<text x="120" y="${300 + line * 180}" font-size="40" font-family="sans-serif">${words}</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1275" height="1650"><rect width="100%" height="100%" fill="white"/>${lines.join('')}</svg>`;
  return sharp(Buffer.from(svg)).greyscale().jpeg({ quality: 70 }).toBuffer();
}

async function makeBinder(path: string, pages: number): Promise<void> {
  const pdf = await PDFDocument.create();
  for (let number = 1; number <= pages; number += 1) {
    const image = await pdf.embedJpg(await pageImage(number));
    pdf.addPage([612, 792]).drawImage(image, { x: 0, y: 0, width: 612, height: 792 });
  }
  await writeFile(path, await pdf.save());
}

/** Peak resident bytes of `throughline process` itself, its reading children not counted. Throws unless all was read. */
async function peakOf(binder: string, pages: number, dataDir: string): Promise<number> {
  const probe = `process.on('exit', () => process.stderr.write('PEAK ' + process.resourceUsage().maxRSS + '\\n'))`;
  const started = spawn(
    process.execPath,
    [
      '--import',
      `data:text/javascript,${encodeURIComponent(`if (process.argv[1]?.endsWith('throughline.mjs')) { ${probe} }`)}`,
      ...typescriptArguments(),
      join(root, 'services/cli/throughline.mjs'),
      'process',
      binder,
      '--caseload',
      join(root, 'samples/caseload.json'),
      '--data',
      dataDir,
      '--json',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, OCR_MODELS_DIR: join(dataDir, 'no-models') } },
  );
  let errors = '';
  started.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    errors += chunk;
  });
  let output = '';
  started.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    output += chunk;
  });
  const status = await new Promise((resolve) => started.on('close', resolve));
  const result = processResultSchema.parse(JSON.parse(output));
  const read = new Set(result.documents.flatMap((document) => document.pages)).size;
  if (status !== 0 || read !== pages) throw new Error(`${read} of ${pages} pages were read: ${errors.slice(-500)}`);
  const peaks = [...errors.matchAll(/PEAK (\d+)/g)].map((match) => Number(match[1]) * 1024);
  if (peaks.length === 0) throw new Error(`no figure: ${errors.slice(-500)}`);
  return Math.max(...peaks);
}

const directory = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
try {
  const peaks: number[] = [];
  for (const pages of [small, large]) {
    const binder = join(directory, `binder-${pages}.pdf`);
    await makeBinder(binder, pages);
    peaks.push(await peakOf(binder, pages, join(directory, `data-${pages}`)));
  }
  const [a = 1, b = 0] = peaks;
  const mib = (bytes: number) => Math.round(bytes / 2 ** 20);
  console.log(
    JSON.stringify({
      bench: 'memory',
      pages: [small, large],
      peakMiB: [mib(a), mib(b)],
      ratio: Math.round((b / a) * 100) / 100,
      target: 1.3,
    }),
  );
} finally {
  await rm(directory, { recursive: true, force: true });
}
