/** Several days on one line, each with its own run of marks: `11/10  G G T K     11/11  G T T G`. */
import type { Line } from '../../binders/page-text/sheet.ts';
import type { Figure, Span } from './figures.ts';
import type { MarkKey } from './mark-key.ts';

/** The marks of one row or list, counted by what the page means by them. */
export function countMarks(tokens: readonly string[], key: MarkKey): Figure['quantity'] {
  const kinds = tokens.map((token) => key.meanings.get(token) ?? 'wrong');
  const of = (kind: string) => kinds.filter((k) => k === kind).length;
  return { type: 'marks', right: of('right'), wrong: of('wrong'), prompted: of('prompted') };
}

/** The runs of marks of `line`, each behind one of `days`; empty where fewer than two days have one. */
export function datedRuns(line: Line, key: MarkKey, days: readonly Span[]): Figure[] {
  const own = days.filter((d) => d.start >= line.start && d.end <= line.end);
  if (own.length < 2) return [];
  const runs = own.flatMap((day, i): Figure[] => {
    const until = own[i + 1]?.start ?? line.end;
    const text = line.text.slice(day.end - line.start, until - line.start);
    const marks = [...text.matchAll(/[^\s:,;]+/g)];
    const areMarks = marks.length >= 2 && marks.every((m) => key.meanings.has(m[0]) && !/^\d/.test(m[0]));
    const [first, last] = [marks[0], marks.at(-1)];
    if (!areMarks || !first || !last) return [];
    const quantity = countMarks(
      marks.map((m) => m[0]),
      key,
    );
    return [{ start: day.end + first.index, end: day.end + last.index + last[0].length, quantity }];
  });
  return runs.length >= 2 ? runs : [];
}
