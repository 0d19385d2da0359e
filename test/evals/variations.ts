/**
 * The same paper, written another way: changes of layout and of spelling that change nothing of what it says. What the
 * rules lose by them is how much they hang on one way of writing.
 */

export interface Variation {
  readonly name: string;
  readonly apply: (text: string) => string;
}

const lines = (change: (line: string) => string) => (text: string) => text.split('\n').map(change).join('\n');

/** The cells of a line with the columns that they begin at. */
const cellsOf = (line: string) => [...line.matchAll(/\S+(?: \S+)*/g)].map((m) => ({ text: m[0], at: m.index }));

/** Every column at `factor` times its place. */
const stretched = (factor: number) =>
  lines((line) =>
    cellsOf(line).reduce((made, { text, at }) => {
      const place = Math.max(Math.round(at * factor), made === '' ? 0 : made.length + 2);
      return made.padEnd(place) + text;
    }, ''),
  );

/** Bars where every line of a table has a gap. */
function ruled(text: string): string {
  return text
    .split(/(\n\s*\n)/)
    .map((block) => {
      const rows = block.split('\n');
      const tabular = rows.filter((row) => / {3,}\S/.test(row.trim())).length;
      if (rows.length < 3 || tabular < rows.length) return block;
      const width = Math.max(...rows.map((row) => row.length));
      const isGap = (at: number) => rows.every((row) => row.slice(at - 1, at + 2).trim() === '');
      const inside = Math.min(...rows.map((row) => row.search(/\S/)));
      const bars: number[] = [];
      for (let at = inside + 1; at < width - 1; at += 1)
        if (isGap(at) && (bars.at(-1) ?? -9) < at - 1 && !isGap(at + 1)) bars.push(at);
      return rows
        .map((row) =>
          [...row.padEnd(width)]
            .map((c, at) => (bars.includes(at) ? '|' : c))
            .join('')
            .trimEnd(),
        )
        .join('\n');
    })
    .join('');
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const fullDate = /\b(\d{1,2})\/(\d{1,2})\/(?:20)?(\d{2})\b/g;

/** Keeps the columns behind a replaced text where they were, as far as there is room. */
const inPlace = (pattern: RegExp, made: (...parts: string[]) => string) =>
  lines((line) =>
    line.replace(new RegExp(`(?:${pattern.source})( *)`, pattern.flags), (...all) => {
      const groups = all.slice(1, -2) as string[];
      const space = groups.at(-1) ?? '';
      const old = (all[0] as string).slice(0, (all[0] as string).length - space.length);
      const text = made(old, ...groups.slice(0, -1));
      return space.length < 2 ? text + space : text.padEnd(old.length + space.length - 2).concat('  ');
    }),
  );

export const variations: readonly Variation[] = [
  { name: 'bars between columns', apply: ruled },
  { name: 'columns further apart', apply: stretched(1.4) },
  { name: 'columns closer', apply: stretched(0.75) },
  { name: 'indented', apply: lines((line) => (line === '' ? line : `      ${line}`)) },
  { name: 'double spaced', apply: (text) => text.split('\n').join('\n\n') },
  { name: 'without empty lines', apply: (text) => text.replace(/\n{2,}/g, '\n') },
  { name: 'capitals', apply: (text) => text.toUpperCase() },
  { name: 'small letters', apply: (text) => text.toLowerCase() },
  { name: 'dates with dashes', apply: inPlace(fullDate, (_, m, d, y) => `${m}-${d}-${y}`) },
  { name: 'dates with points', apply: inPlace(fullDate, (_, m, d, y) => `${m}.${d}.${y}`) },
  {
    name: 'dates in words',
    apply: inPlace(fullDate, (_, m, d, y) => `${months[Number(m) - 1] ?? m} ${Number(d)}, 20${y}`),
  },
  { name: 'absent in other words', apply: inPlace(/\b(?:absent|abs)\b\.?/g, () => 'out') },
  { name: 'absent spaced', apply: inPlace(/\babsent\b/g, () => 'A B S E N T') },
  {
    name: 'dotted leaders',
    apply: lines((line) =>
      line.replace(
        /^(\s*[A-Za-z][A-Za-z ,'-]{2,30}) {3,}(?=[\d+/]\S* *$)/,
        (all, label: string) => `${label} ${'.'.repeat(all.length - label.length - 2)} `,
      ),
    ),
  },
  { name: 'remarks behind', apply: (text) => `${text.trimEnd()}\n\ncopy to parents, thanks!   see me if questions\n` },
  { name: 'stamped', apply: (text) => `RECEIVED  SPED OFFICE\n\n${text}` },
  {
    name: 'ruled lines',
    apply: (text) => text.replace(/\n(?=\S.*\S {3,}\S)/g, '\n----------------------------------------\n'),
  },
];
