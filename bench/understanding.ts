/**
 * Time to understand a page of text by rules: the median over one-page documents (the development set where it is there,
 * else the typed samples), and how the time of a page grows when its body is 4 and 16 times as long. Prints one JSON
 * line; `growth` is the time over the length, 1 where the time grows as the text does.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Caseload, caseloadSchema } from '../services/domain/caseload.ts';
import { understandDocument } from '../services/extraction/understand-document.ts';
import { textPage } from '../test/factories/text-page.ts';

interface Paper {
  readonly text: string;
  readonly caseload: Caseload;
  readonly uploadDate: string;
  readonly studentId: string | null;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const dev = join(root, '..', 'shared', 'eval', 'dev');
const rounds = Number(process.argv[2] ?? 5);

function devPapers(): Paper[] {
  const caseloads = new Map<string, Caseload>();
  const load = (name: string) => {
    const file = `${name.replace(/\.json$/, '')}.json`;
    const known = caseloads.get(file) ?? caseloadSchema.parse(JSON.parse(readFileSync(join(dev, file), 'utf8')));
    caseloads.set(file, known);
    return known;
  };
  return readFileSync(join(dev, 'cases.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const { file, caseload, student, uploadDate } = JSON.parse(line);
      return {
        text: readFileSync(join(dev, file), 'utf8'),
        caseload: load(caseload),
        uploadDate,
        studentId: student ?? null,
      };
    });
}

function samplePapers(): Paper[] {
  const caseload = caseloadSchema.parse(JSON.parse(readFileSync(join(root, 'samples', 'caseload.json'), 'utf8')));
  const folder = join(root, 'samples', 'evidence');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .map((file) => ({
      text: readFileSync(join(folder, file), 'utf8'),
      caseload,
      uploadDate: '2025-12-01',
      studentId: null,
    }));
}

/** The text with other figures, so that nothing that was kept of an earlier reading helps with this one. */
const withOtherFigures = (text: string, by: number) =>
  text.replace(/\d/g, (digit) => String((Number(digit) + by) % 10));

let runs = 0;

/** Processor milliseconds of the quickest of several runs, each on figures of its own. */
function time(paper: Paper, text: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < rounds; i += 1) {
    runs += 1;
    const made = textPage(`${withOtherFigures(text, runs % 10)}\nRun ${runs}\n`);
    const from = process.cpuUsage();
    understandDocument([made], paper.caseload, { studentId: paper.studentId, uploadDate: paper.uploadDate });
    const { user, system } = process.cpuUsage(from);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

/** The paper with its lines below the head repeated, each time with figures and words of its own. */
function longer(text: string, times: number): string {
  const lines = text.trimEnd().split('\n');
  const bodies = Array.from({ length: times }, (_, i) =>
    lines.slice(3).map((line) => (i === 0 ? line : `${withOtherFigures(line, i)} n${i}`)),
  );
  return [...lines.slice(0, 3), ...bodies.flat()].join('\n');
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value: number) => Math.round(value * 100) / 100;

const papers = existsSync(join(dev, 'cases.jsonl')) ? devPapers() : samplePapers();
for (const paper of papers) time(paper, paper.text);
const once = papers.map((paper) => time(paper, longer(paper.text, 1)));
const growthOf = (times: number) =>
  median(papers.map((paper, i) => time(paper, longer(paper.text, times)) / (once[i] ?? 1) / times));
console.log(
  JSON.stringify({
    bench: 'understanding',
    documents: papers.length,
    medianMs: round(median(papers.map((paper) => time(paper, paper.text)))),
    slowestMs: round(Math.max(...papers.map((paper) => time(paper, paper.text)))),
    growth: { 4: round(growthOf(4)), 16: round(growthOf(16)) },
  }),
);
