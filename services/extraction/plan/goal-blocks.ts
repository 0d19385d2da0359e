/** The stretches of an IEP's pages that each hold one goal, and the labelled parts within a stretch. */
import type { OpenPage } from '../../binders/open-page.ts';
import type { Line } from '../../binders/page-text/sheet.ts';

/** What a labelled part of a goal says. `lead` is what stands before the first label. */
export type PartName =
  | 'lead'
  | 'area'
  | 'baseline'
  | 'statement'
  | 'target'
  | 'method'
  | 'schedule'
  | 'date'
  | 'objective'
  /** When reports go home: not how often progress is measured. */
  | 'report';

/** Offsets into the page's mended text. */
export interface Part {
  readonly name: PartName;
  readonly start: number;
  readonly end: number;
}

export interface GoalBlock {
  readonly page: OpenPage;
  readonly start: number;
  readonly end: number;
  readonly parts: readonly Part[];
}

const labels: readonly (readonly [PartName, string])[] = [
  ['objective', String.raw`(?:short[- ]term )?(?:objectives?|benchmarks?)(?: (?:#|no\.? ?)?\w{1,3})?`],
  ['area', '(?:goal )?area(?: of (?:need|concern))?|domain|skill(?: area)?'],
  [
    'baseline',
    'baseline(?: (?:data|performance|level|score))?|present levels?(?: of [a-z ]{3,40})?|current(?: (?:performance|levels?|status|data))*|plaafp|starting point',
  ],
  ['date', 'target date|(?:anticipated )?completion date|to be met by|end date|date'],
  [
    'target',
    'target(?: level)?|criteri(?:on|a)(?: (?:for|of) (?:mastery|success))?|mastery(?: criteri(?:on|a))?|expected level',
  ],
  ['statement', '(?:measurable )?(?:annual )?goal(?: statement)?'],
  [
    'schedule',
    '(?:evaluation |measurement |data )?schedule|how often|data (?:is |are )?collect(?:ed|ion)|frequency(?: of [a-z ]{3,30})?',
  ],
  [
    'report',
    '(?:progress )?(?:will be |is )?(?:reported|reporting)[a-z ]{0,24}|progress (?:will be |is )?reported[a-z ]{0,24}|reports?',
  ],
  [
    'method',
    '(?:methods?|means) of (?:measurement|measuring|evaluation)|measured by|how measured|evaluation (?:procedures?|methods?)|progress (?:monitoring|measured)[a-z ]{0,24}|procedures?|tools?',
  ],
];
const anyLabel = new RegExp(
  String.raw`(?<=^|\n|\s{2,}|[.;)] ?|\|\s?)(?:${labels.map(([name, words]) => `(?<${name}>${words})`).join('|')}) ?:`,
  'gi',
);

const numbered = /^\s*(?:measurable )?(?:annual )?goals? ?(?:area )?(?:#|no\.?|number)? ?\d{1,2}\b/i;
const listed = /^\s*(?:\d{1,2}|[A-H])[.)]\s+\S/;
const labelled = /^\s*(?:measurable )?(?:annual )?goal(?: statement)? ?:/i;
const closes =
  /^\s*(?:(?:schedule of |summary of |special education |related )*(?:and related )?services?\b|extended school year|accommodations?|modifications?|supplementary aids|placement|least restrictive|transition services|signatures?|participation in|state (?:and district )?assessments?|present levels of academic|progress is reported|page \d)/i;
const planWords = /\bbaseline\b|\btarget\b|\bwill\b|\bpresent level|\bcurrent/i;

/** Whether `line` begins a goal, given the stretch that is open. */
function opens(line: Line, open: string | null): boolean {
  if (numbered.test(line.text)) return true;
  if (labelled.test(line.text)) return open === null || /\bwill\b/.test(open) || /^\s*goal ?:/i.test(open);
  if (listed.test(line.text))
    return /\b(?:will|by|given|goal|when)\b|^\s*(?:\d{1,2}|[A-H])[.)]\s+[A-Z][^.:]{2,40}[.:]/i.test(line.text);
  return open === null && /\bwill\b/.test(line.text) && !/\bwill be (?:reported|sent|with|provided)\b/i.test(line.text);
}

function partsOf(text: string, offset: number): Part[] {
  const marks = [...text.matchAll(anyLabel)].map((m) => {
    const name = labels.find(([label]) => m.groups?.[label] !== undefined)?.[0] ?? 'lead';
    return { name, at: m.index, from: m.index + m[0].length };
  });
  const parts: Part[] = [{ name: 'lead', start: offset, end: offset + (marks[0]?.at ?? text.length) }];
  for (const [i, { name, from }] of marks.entries()) {
    parts.push({ name, start: offset + from, end: offset + (marks[i + 1]?.at ?? text.length) });
  }
  return parts.filter(({ start, end }) => text.slice(start - offset, end - offset).trim() !== '');
}

/** The goals of `page`, each from its heading to the next heading or section. */
export function goalBlocks(page: OpenPage): GoalBlock[] {
  const { text, lines } = page.sheet;
  const blocks: GoalBlock[] = [];
  let open: { start: number; end: number } | null = null;
  const close = () => {
    if (open) {
      const own = text.slice(open.start, open.end);
      if (planWords.test(own)) blocks.push({ page, ...open, parts: partsOf(own, open.start) });
    }
    open = null;
  };
  let gap = false;
  for (const line of lines) {
    if (line.cells.length === 0) {
      gap = true;
      continue;
    }
    const current: string | null = open
      ? text.slice((open as { start: number }).start, (open as { end: number }).end)
      : null;
    if (closes.test(line.text)) close();
    else if (opens(line, current)) {
      close();
      open = { start: line.start, end: line.end };
    } else if (open) {
      const ended = gap && current !== null && /\bwill\b/.test(current) && isHeading(line);
      if (ended) close();
      else open = { start: (open as { start: number }).start, end: line.end };
    }
    gap = false;
  }
  close();
  return blocks;
}

/** A line in capitals after a gap heads the next section. */
function isHeading(line: Line): boolean {
  const letters = line.text.replace(/[^A-Za-z]/g, '');
  return letters.length > 5 && letters === letters.toUpperCase();
}
