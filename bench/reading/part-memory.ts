/** Memory of a reading child over many pages, as the operating system sees it. */
import { type Part, skipped } from './bench-context.ts';
import { childUsage } from './child-usage.ts';
import { bandOf, trimmed } from './damage.ts';
import { openRoom, readFirstPage } from './rooms.ts';
import { median } from './text-measures.ts';

const childrenMemory = () => childUsage().map((child) => child.residentBytes);

const PAGES = 60;
/** In a long run most pages are bands of a page, each another one, so that it ends in time; every twentieth is whole. */
const LONG_RUN = 300;
const WHOLE = 20;
const BAND_ROWS = 150;

export const memory: Part = async (context) => {
  if (skipped(context, 'memory', context.books)) return [];
  const room = openRoom('both', 1);
  const paths = [...context.books, ...context.receipts, ...context.letters].map((page) => page.path);
  const count = Math.round(PAGES * context.scale);
  const seen: number[] = [];
  let most = 0;
  const watch = setInterval(() => {
    most = Math.max(most, ...childrenMemory());
  }, 200);
  try {
    for (let index = 0; index < count; index++) {
      const path = paths[index % paths.length]!;
      const whole = count < LONG_RUN || index % WHOLE === 0;
      const page = whole
        ? await trimmed(path, 1 + Math.floor(index / paths.length))
        : await bandOf(path, 37 * index, BAND_ROWS);
      await readFirstPage(room, context.put('memory.png', page));
      seen.push(Math.max(0, ...childrenMemory()));
    }
  } finally {
    clearInterval(watch);
    await room.close();
  }
  if (most === 0) {
    context.say('skipped: memory (this system has no /proc)');
    return [];
  }
  const mb = (bytes: number) => Math.round(bytes / 1024 ** 2);
  const third = Math.floor(count / 3);
  const early = mb(median(seen.slice(third, 2 * third)));
  const late = mb(median(seen.slice(2 * third)));
  return [
    {
      part: 'memory',
      what: 'most that a child held, MB',
      ours: mb(most),
      target: '<= 900',
      met: mb(most) <= 900,
      n: count,
    },
    {
      part: 'memory',
      what: 'last third of the pages, MB',
      ours: late,
      against: 'middle third',
      theirs: early,
      target: 'ratio <= 1.1',
      met: late <= 1.1 * early,
    },
  ];
};
