/** The bars that rule a table's columns: they part cells and are neither strokes nor figures. */

/** How far a bar may stray from the line above, in characters. */
const stray = 2;

const isBar = (line: string, at: number) =>
  line[at] === '|' && /^\s?$/.test(line[at - 1] ?? '') && /^\s?$/.test(line[at + 1] ?? '');

/** The place of the bar near `at` in a line; -1 where the line is blank there, null where something else stands there. */
function barNear(line: string, at: number): number | null {
  for (let off = 0; off <= stray; off += 1) {
    for (const place of [at - off, at + off]) if (isBar(line, place)) return place;
  }
  return /^\s*$/.test(line.slice(at, at + 1)) ? -1 : null;
}

const isWritten = (text: string) => /[\p{L}\d]/u.test(text);

/** Bars of a run of lines that stand under one another, with words on both sides. */
function barsOf(lines: readonly string[]): [line: number, at: number][] {
  const found: [number, number][] = [];
  const seen = new Set<string>();
  for (const [first, line] of lines.entries()) {
    for (let at = 0; at < line.length; at += 1) {
      if (!isBar(line, at) || seen.has(`${first}:${at}`)) continue;
      const places = lines.map((other) => barNear(other, at));
      const bars = places.flatMap((place, i): [number, number][] => (place !== null && place >= 0 ? [[i, place]] : []));
      for (const [i, place] of bars) seen.add(`${i}:${place}`);
      // A frame's own bars have words on one side; strokes have none behind them, and stand under words.
      const sides = [
        (i: number, at: number) => lines[i]!.slice(0, at),
        (i: number, at: number) => lines[i]!.slice(at + 1),
      ];
      const parts = sides.every((side) => bars.filter(([i, at]) => isWritten(side(i, at))).length * 2 >= bars.length);
      const isRuler =
        parts && bars.length >= Math.max(2, lines.length * 0.6) && places.every((place) => place !== null);
      if (isRuler) found.push(...bars);
    }
  }
  return found;
}

/** `text` with spaces for the bars between its columns, letter for letter as long. */
export function withoutRulers(text: string): string {
  if (!text.includes('|')) return text;
  const lines = text.split('\n');
  let from = 0;
  while (from < lines.length) {
    let to = from;
    while (to < lines.length && lines[to]!.trim() !== '') to += 1;
    const run = lines.slice(from, to);
    const bars = barsOf(run);
    for (const [i, at] of bars) run[i] = `${run[i]!.slice(0, at)} ${run[i]!.slice(at + 1)}`;
    // A frame is ruled like its columns.
    if (bars.length > 0)
      for (const [i, row] of run.entries()) run[i] = row.replace(/^(\s*)\||\|(\s*)$/g, (all) => all.replace('|', ' '));
    lines.splice(from, run.length, ...run);
    from = to + 1;
  }
  return lines.join('\n');
}
