/** The direction of imports: later rooms may import earlier ones, never the reverse, and nothing goes in a circle. */
import { describe, expect, it } from 'vitest';
import { importsIn, type SourceFile, sourceFiles } from './source-files.ts';

/** From the ground up. A room may import the rooms before it. */
const rooms = [
  'services/domain',
  'services/platform',
  'services/intake',
  'services/reading',
  'services/binders',
  'services/classification',
  'services/extraction',
  'services/progress',
  'services/statements',
  'services/compliance',
  'services/archive',
  'services/interop',
  'services/access',
  'services/pipeline',
  'services/api',
  'workers',
  'services/cli',
];
/** Neighbours that must not know each other although one stands later in the list. */
const strangers = [['workers', 'services/api']];

/** Who alone may use a package or a name. */
const keepers: Record<string, string> = {
  mongoose: 'services/platform/store',
  libsql: 'services/platform/store',
  mingo: 'services/platform/store',
  bullmq: 'services/platform/queue',
  ioredis: 'services/platform/queue',
  openai: 'services/platform/llm',
  langchain: 'services/platform/llm',
  '@langchain/core': 'services/platform/llm',
  '@langchain/openai': 'services/platform/llm',
  express: 'services/api',
};
/** Types and GridFS of the driver: the one further place that needs the store's package. */
const exceptions: Record<string, string[]> = { mongoose: ['services/platform/blobs'] };

function roomOf(path: string): string | undefined {
  return rooms.find((room) => path.startsWith(`${room}/`));
}

function violationsOf(file: SourceFile): string[] {
  const room = roomOf(file.path);
  if (!room) return [];
  const wrongWay = file.local
    .map((target) => ({ target, targetRoom: roomOf(target) }))
    .filter(({ targetRoom }) => targetRoom !== undefined && rooms.indexOf(targetRoom) > rooms.indexOf(room))
    .map(({ target }) => `${file.path} imports ${target}`);
  const strange = file.local
    .filter((target) => strangers.some(([a, b]) => room === a && roomOf(target) === b))
    .map((target) => `${file.path} imports ${target}`);
  const kept = file.packages
    .filter((name) => keepers[name] && !file.path.startsWith(`${keepers[name]}/`))
    .filter((name) => !exceptions[name]?.some((folder) => file.path.startsWith(`${folder}/`)))
    .map((name) => `${file.path} imports ${name}`);
  const domain = room === 'services/domain' ? file.packages.filter((name) => name !== 'zod') : [];
  return [...wrongWay, ...strange, ...kept, ...domain.map((name) => `${file.path} imports ${name}`)];
}

function findCycles(files: readonly SourceFile[]): string[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: string[]): void => {
    if (trail.includes(path)) {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    if (done.has(path)) return;
    for (const target of byPath.get(path)?.local ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const file of files) visit(file.path, []);
  return cycles;
}

describe('the imports of the project', () => {
  const files = sourceFiles('services', 'workers');

  it('finds imports in every form that the project writes', () => {
    const text =
      "import a from 'a';\nimport {\n  b,\n} from './b.ts';\nexport * from 'c';\nconst d = import('./d.ts');\nimport 'e';";
    expect(importsIn(text)).toEqual(['a', './b.ts', 'c', './d.ts', 'e']);
    expect(files.length).toBeGreaterThan(10);
  });

  it('go from later rooms to earlier ones only, and each guarded package stays in its room', () => {
    expect(files.flatMap(violationsOf)).toEqual([]);
  });

  it('would be told apart if one went the wrong way', () => {
    const wrong = { path: 'services/domain/x.ts', text: '', local: ['services/api/y.ts'], packages: ['express'] };
    expect(violationsOf(wrong)).toHaveLength(3);
  });

  it('form no cycle', () => {
    expect(findCycles(files)).toEqual([]);
    const loop = (path: string, target: string) => ({ path, text: '', local: [target], packages: [] });
    expect(findCycles([loop('a', 'b'), loop('b', 'a')])).toHaveLength(1);
  });

  it('leave the environment to the configuration', () => {
    const readers = files.filter(
      (file) => file.text.includes('process.env') && file.path !== 'services/platform/config.ts',
    );
    expect(readers.map((file) => file.path)).toEqual([]);
  });
});
