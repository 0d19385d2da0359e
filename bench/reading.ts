/**
 * Reading against the tools that people use today: `npm run bench -- reading [--part NAME ...] [--scale N]`. Ours goes
 * through the public door of the reading room; theirs is tesseract and ocrmypdf as installed, on the same pages, in the
 * same run, one after the other. Prints a table to standard error and one JSON line.
 */
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { BenchContext, type Part } from './reading/bench-context.ts';
import { books, damaged } from './reading/part-books.ts';
import { confidence } from './reading/part-confidence.ts';
import { handwriting, printed } from './reading/part-handwriting.ts';
import { memory } from './reading/part-memory.ts';
import { receipts } from './reading/part-receipts.ts';
import { time } from './reading/part-time.ts';
import { type Row, rowToJson, tableOf } from './reading/row.ts';

const parts: Readonly<Record<string, Part>> = {
  books,
  damaged,
  receipts,
  handwriting,
  printed,
  confidence,
  time,
  memory,
};

const { values } = parseArgs({
  options: { part: { type: 'string', multiple: true }, scale: { type: 'string', default: '1' } },
});
const wanted = values.part ?? Object.keys(parts);
const unknown = wanted.find((name) => !(name in parts));
const scale = Number(values.scale);
if (unknown || !(scale > 0)) {
  const said = unknown ? `--part ${unknown}: there are ${Object.keys(parts).join(', ')}` : '--scale: a number above 0';
  process.stderr.write(`error: ${said}\n`);
  process.exit(2);
}

const context = new BenchContext(scale);
const rows: Row[] = [];
try {
  for (const name of wanted) {
    context.say(`${name} ...`);
    const found = await parts[name]!(context);
    context.say(`${tableOf(found)}\n`);
    rows.push(...found);
  }
} finally {
  await context.close();
}
process.stdout.write(
  `${JSON.stringify({ bench: 'reading', cores: availableParallelism(), node: process.version, rows: rows.map(rowToJson) })}\n`,
);
