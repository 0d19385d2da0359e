/** `npm run eval -- --variations`: what each way of writing the same papers costs, over all labelled sets. */
import { allSets, openSet } from './all-sets.ts';
import { understandCase } from './eval-case.ts';
import { scoreCase, sumUp } from './score.ts';
import { variations } from './variations.ts';

export function evalVariations(only: string | null, verbose: boolean): void {
  const sets = allSets
    .filter(({ name, quiet }) => !quiet && (only === null || name === only))
    .flatMap((place) => openSet(place) ?? []);
  const all = sets.flatMap((set) => set.cases.map((evalCase) => ({ set, evalCase })));
  const scored = (change: (text: string) => string) =>
    all.map(({ set, evalCase }) => {
      const varied = { ...set, textOf: () => change(set.textOf(evalCase)) };
      return { id: `${set.name} ${evalCase.id}`, result: scoreCase(evalCase, [understandCase(varied, evalCase)]) };
    });
  const plain = scored((text) => text);
  const base = sumUp(plain.map(({ result }) => result));
  console.log(
    ''.padEnd(26) +
      ['changed', 'precision', 'recall', 'forbidden', 'services', 'type', 'student', 'date']
        .map((h) => h.padStart(10))
        .join(''),
  );
  const show = (name: string, changed: number, f: typeof base) =>
    console.log(
      name.padEnd(26) +
        [changed, f.precision, f.recall, f.forbidden, f.serviceF1, f.type, f.student, f.date]
          .map((c) => String(c).padStart(10))
          .join(''),
    );
  show('as written', all.length, base);
  for (const { name, apply } of variations) {
    const results = scored(apply);
    const changed = all.filter(({ set, evalCase }) => apply(set.textOf(evalCase)) !== set.textOf(evalCase)).length;
    show(name, changed, sumUp(results.map(({ result }) => result)));
    if (verbose) {
      for (const [i, { id, result }] of results.entries()) {
        const more = result.notes.filter((note) => !plain[i]?.result.notes.includes(note));
        if (more.length > 0) console.log(`  ${name}: ${id}\n    ${more.join('\n    ')}`);
      }
    }
  }
}
