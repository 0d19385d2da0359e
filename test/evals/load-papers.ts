/** Reads papers written for the workshop: a head line, the text, then what should come out of it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Caseload, caseloadSchema } from '../../services/domain/caseload.ts';
import type { EvalCase, EvalSet } from './eval-case.ts';

const orNull = (text: string | undefined) => (text === undefined || text === '-' || text === 'null' ? null : text);

interface Paper {
  readonly evalCase: EvalCase;
  readonly text: string;
}

function parse(block: string): Paper {
  const lines = block.split('\n');
  const [id = '', student, uploadDate = '', documentType = '', studentId, date, tags = ''] = (lines[0] ?? '')
    .split('|')
    .map((part) => part.trim());
  const gold = lines.filter((line) => line.startsWith('@@ ')).map((line) => line.slice(3));
  const dataPoints = gold.flatMap((line) => {
    const [kind, s = '', goalId = '', day = '', value] = line.split(' ');
    return kind === 'P' ? [{ studentId: s, goalId, date: day, value: Number(value) }] : [];
  });
  const services = gold.flatMap((line) => {
    const match = /^S (\S+) (.+) (\d{4}-\d\d-\d\d) (\d+) (true|false)$/.exec(line);
    return match
      ? [
          {
            studentId: match[1]!,
            kind: match[2]!,
            date: match[3]!,
            minutes: Number(match[4]),
            delivered: match[5] === 'true',
          },
        ]
      : [];
  });
  const forbidden = gold.flatMap((line) => {
    const match = /^F (\S+) (.*)$/.exec(line);
    return match ? [{ value: Number(match[1]), why: match[2]! }] : [];
  });
  const text = lines
    .slice(1)
    .filter((line) => !line.startsWith('@@ '))
    .join('\n');
  const expected = { documentType, studentId: orNull(studentId), date: orNull(date), dataPoints, services, forbidden };
  return {
    text,
    evalCase: {
      id,
      file: `${id}.txt`,
      caseload: 'caseload',
      student: orNull(student),
      uploadDate,
      expected,
      tags: tags.split(','),
    },
  };
}

/** All papers of `folder` with its caseload. */
export function loadPapers(name: string, folder: string): EvalSet {
  const caseload: Caseload = caseloadSchema.parse(JSON.parse(readFileSync(join(folder, 'caseload.json'), 'utf8')));
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort();
  const papers = files.flatMap((file) => readFileSync(join(folder, file), 'utf8').split(/^### /m).slice(1).map(parse));
  const texts = new Map(papers.map((p) => [p.evalCase.id, p.text]));
  return {
    name,
    folder,
    cases: papers.map((p) => p.evalCase),
    caseloadOf: () => caseload,
    textOf: (c) => texts.get(c.id) ?? '',
  };
}
