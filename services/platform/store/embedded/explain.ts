/** How a search was done, for tests and for whoever wonders why it is slow. */
import type { Search } from './find.ts';
import type { Scan } from './planner.ts';
import type { PlainObject } from './values.ts';

function stageOf(scan: Scan): PlainObject {
  switch (scan.kind) {
    case 'all':
      return { stage: 'COLLSCAN' };
    case 'nothing':
      return { stage: 'EOF' };
    case 'text':
      return { stage: 'TEXT', indexName: scan.index.name, match: scan.match };
    case 'any':
      return { stage: 'OR', inputStages: scan.scans.map(stageOf) };
    case 'index':
      return {
        stage: 'IXSCAN',
        indexName: scan.index.name,
        intervals: scan.intervals.length,
        direction: scan.reverse ? 'backward' : 'forward',
        isMultiKey: scan.index.multikey.includes(true),
      };
  }
}

/** The plan of a search and, since it is run for this, what it looked at. */
export function explainSearch({ plan, counts, results }: Search): PlainObject {
  let returned = 0;
  for (const found of results) if (found !== null) returned++;
  return {
    queryPlanner: { winningPlan: { ...stageOf(plan.scan), sortedInMemory: !plan.isSorted } },
    executionStats: { nReturned: returned, totalKeysExamined: counts.keys, totalDocsExamined: counts.documents },
  };
}
