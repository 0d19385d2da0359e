/** What a goal is about, made ready for comparison with the words around a figure. */

import { type ConceptsFound, conceptsIn } from '../../binders/topics/concepts.ts';
import { contentWords, isPlainLabel, isWeakStem, stemOf } from '../../binders/topics/stems.ts';
import type { Goal, Student } from '../../domain/caseload.ts';

export interface GoalProfile {
  readonly goal: Goal;
  readonly studentId: string;
  readonly concepts: ConceptsFound;
  /** Weight by stem: area words and the unit count more, words that the student's other goals share count less. */
  readonly stems: ReadonlyMap<string, number>;
  /** Weight by concept, likewise. */
  readonly conceptWeights: ReadonlyMap<string, number>;
  /** Abbreviations that the initials of its own words make: `CWS` for correct word sequences. */
  readonly initials: ReadonlySet<string>;
  /** The level of each wording of its own key (`4 verbal`); empty where it has none. */
  readonly levelKey: readonly { readonly words: string; readonly value: number }[];
  /** The name of its rubric or checklist: `sentence checklist`; null where it names none. */
  readonly instrument: string | null;
  /** How many steps its routine has; null where it names none. */
  readonly steps: number | null;
  /** Whether the goal asks for an average, for the total of a rubric, for a whole week. */
  readonly asksAverage: boolean;
  readonly asksTotal: boolean;
  readonly asksWeek: boolean;
  /** Whether of several tries the goal takes the best: the longest, the most (`highest`), or the quickest, the fewest. */
  readonly asksBest: 'highest' | 'lowest' | null;
  /** Whether only what is done without help counts. */
  readonly unprompted: boolean;
  /** Whether its level is a letter. */
  readonly letterLevel: boolean;
  /** Whether the student has no other goal of its kind. */
  readonly onlyOfKind: boolean;
  /** The names of its area that are of two words or more, lower case: `time out of class`. */
  readonly areaNames: readonly string[];
}

const keyEntry =
  /(\d{1,2})\s*[=:-]?\s+((?:partial |full |light )?[a-z][a-z -]{2,24}?)(?=\s*[,;)]|$)|([a-z][a-z -]{2,24}?)\s*[(=:]\s*(\d{1,2})\b/gi;

function levelKeyOf(statement: string): { words: string; value: number }[] {
  const inner = [...statement.matchAll(/\(([^)]*\d[^)]*)\)/g)]
    .map((m) => m[1] ?? '')
    .find((text) => (text.match(/\d/g) ?? []).length >= 3);
  if (!inner) return [];
  return [...inner.matchAll(keyEntry)].flatMap((m) => {
    const words = (m[2] ?? m[3] ?? '').trim().toLowerCase();
    const value = Number(m[1] ?? m[4]);
    return words && Number.isFinite(value) ? [{ words, value }] : [];
  });
}

/** How a thing is done says nothing of what is done. */
export const manner =
  /\b(?:at|with) (?:an? )?(?:prompt|help|support|assist(?:ance)?|independence|cue) level \d+|\bwith(?:out| no| fewer than \w+)(?: \w+){0,2} (?:prompt\w*|cues?|help|assistance|support|reminders?)\b|\bindependent(?:ly)?\b|\bun(?:prompted|cued|assisted|aided)\b|\b(?:w\/o|w\/out|no)(?: (?:an?|any|adult|verbal))? (?:prompt\w*|cues?|help|assistance|support|reminders?|models?)\b|\b(?:on (?:her|his|their) own|spontaneous(?:ly)?|all alone)\b/gi;

/** Help that the goal itself grants. */
const allowsHelp =
  /\b(?:with|given|using|after) (?!no\b|out\b|fewer than 0)(?:[\w-]+ ){0,4}(?:prompt\w*|cues?|help|assistance|support\w*|models?|reminders?)\b/i;

/** The goal's words without the student's name, its target and its key. */
function wordsOf(goal: Goal, student: Student): string {
  const names = [student.givenName, ...student.familyName.split(/[\s-]/)].join('|');
  return goal.statement
    .replace(new RegExp(`\\b(?:${names})\\b`, 'gi'), ' ')
    .replace(/\([^)]*\d[^)]*\d[^)]*\)/g, ' ')
    .replace(manner, ' ');
}

/** The initials of every two to five words of `text` that follow one another; small words may stand between three or more. */
function initialsOf(text: string): Set<string> {
  const found = new Set<string>();
  const words = text.toLowerCase().match(/[a-z]+|[.,;:()]/g) ?? [];
  const isSmall = (word: string) =>
    /^(?:a|an|the|and|or|of|to|in|on|at|for|with|from|by|per|will|is|her|his|their)$/.test(word);
  for (const keepSmall of [true, false]) {
    const run = keepSmall ? words : words.filter((word) => !isSmall(word));
    for (let i = 0; i < run.length; i += 1) {
      for (let size = keepSmall ? 2 : 3; size <= 5; size += 1) {
        const part = run.slice(i, i + size);
        if (part.length === size && part.every((word) => /[a-z]/.test(word)) && !isSmall(part[0] ?? ''))
          if (size > 2 || !part.some(isSmall)) found.add(part.map((word) => word.charAt(0).toUpperCase()).join(''));
      }
    }
  }
  return found;
}

/** Plain words that say nothing of what is measured even in the name of a goal. */
const hollow = new Set(
  'total score scores percent accuracy average mean rate rating data goal level test probe probes number count item items time rubric checklist chart form independent independently'.split(
    ' ',
  ),
);

const speechFacets = ['position', 'speech-level'];

/** Positions and levels of speech exclude each other only in goals about speech sounds and grammar. */
function speechOnly(found: ConceptsFound): ConceptsFound {
  if (
    found.facets.has('sound') ||
    found.facets.has('grammar') ||
    found.ids.has('articulation') ||
    found.ids.has('intelligible')
  )
    return found;
  return { ids: found.ids, facets: new Map([...found.facets].filter(([facet]) => !speechFacets.includes(facet))) };
}

/** A goal about problems of several steps is about those of two or three steps as well. */
function withEachCount(found: ConceptsFound): ConceptsFound {
  if (!found.ids.has('multi-step')) return found;
  const several = ['multi-step', 'two-step', 'three-step'];
  return { ids: new Set([...found.ids, ...several]), facets: new Map([...found.facets, ['steps', new Set(several)]]) };
}

function draft(goal: Goal, student: Student) {
  const statement = wordsOf(goal, student);
  const all = `${goal.area} . ${statement} . ${goal.measure.unit}`;
  const stems = new Map<string, number>();
  const put = (text: string, most: number) => {
    for (const word of contentWords(text)) {
      const weight = most > 1.6 && isWeakStem(stemOf(word)) ? 1 : most;
      if (!isPlainLabel(word)) stems.set(stemOf(word), Math.max(weight, stems.get(stemOf(word)) ?? 0));
    }
  };
  put(statement, 1);
  // `Self-Help` is a field, and no word of what is done in it.
  put(goal.area.replace(/\bself[- ]help\b/gi, ' '), 1.6);
  for (const word of contentWords(goal.area)) if (isPlainLabel(word) && !hollow.has(word)) stems.set(stemOf(word), 0.6);
  put(goal.measure.unit, goal.measure.kind === 'count' ? 1.8 : 1);
  return { goal, stems, concepts: withEachCount(speechOnly(conceptsIn(all))), initials: initialsOf(all) };
}

/** Kinds of one likeness are told by figures of one look. */
const likeness: Readonly<Record<Goal['measure']['kind'], string>> = {
  percent: 'share',
  rubric: 'share',
  score: 'share',
  rate: 'rate',
  count: 'count',
  duration: 'time',
  latency: 'time',
  level: 'level',
};

const tries =
  '(?:(?:single|one) )?(?:tries|try|trials?|attempts?|turns?|times?|scores?|throws?|stretch(?:es)?|runs?|reps?)';

/** Which of several tries a goal takes; null where it does not say. */
function bestOf(statement: string): GoalProfile['asksBest'] {
  const found = new RegExp(
    String.raw`\b(best|highest|longest|greatest|farthest|furthest|top|fastest|quickest|shortest|lowest)(?: (?:of|from|in|out of|among) (?:[\w'’]+ ){0,4}${tries}| ${tries})\b`,
    'i',
  ).exec(statement)?.[1];
  return found ? (/^(?:fast|quick|short|low)/i.test(found) ? 'lowest' : 'highest') : null;
}

/** Profiles of all goals of one student: shared words weigh less. */
export function profilesOf(student: Student): GoalProfile[] {
  const drafts = student.goals.map((goal) => draft(goal, student));
  return drafts.map(({ goal, stems, concepts, initials }) => {
    // Only goals whose results look alike can be taken for one another.
    const alike = drafts.filter((d) => likeness[d.goal.measure.kind] === likeness[goal.measure.kind]);
    const share = (has: (other: (typeof drafts)[number]) => boolean) => 1 / alike.filter(has).length;
    const statement = goal.statement;
    return {
      goal,
      studentId: student.id,
      concepts,
      stems: new Map(
        [...stems].map(([stem, weight]) => [
          stem,
          weight * (isWeakStem(stem) ? 0.3 : 1) * share((d) => d.stems.has(stem)),
        ]),
      ),
      conceptWeights: new Map([...concepts.ids].map((id) => [id, 2 * share((d) => d.concepts.ids.has(id))])),
      initials,
      levelKey: goal.measure.kind === 'level' ? levelKeyOf(statement) : [],
      instrument:
        /\b(?:on|of|using|with) (?:the|a|an|her|his)? ?((?:[\w-]+ ){1,4}(?:rubric|checklist|rating(?: scale)?|scale))\b/i
          .exec(statement)?.[1]
          ?.toLowerCase() ?? null,
      steps: Number(/\b(\d{1,2})[- ]steps?\b/i.exec(statement)?.[1] ?? Number.NaN) || null,
      asksAverage: /\baverage|\bmean\b/i.test(statement),
      asksTotal: /\btotal\b|\boverall\b/i.test(statement),
      asksWeek: goal.measure.per === 'week' || /\b(?:each|per|every|a|school) week\b/i.test(statement),
      asksBest: bestOf(statement),
      unprompted: conceptsIn(statement).ids.has('by-oneself') || !allowsHelp.test(statement),
      onlyOfKind: drafts.filter((d) => d.goal.measure.kind === goal.measure.kind).length === 1,
      areaNames: goal.area
        .toLowerCase()
        .split(/\s[-–—:]\s|[()]/)
        .map((part) => part.trim())
        .filter((part) => /[a-z]{2}.*[\s-].*[a-z]{2}/.test(part)),
      letterLevel:
        goal.measure.kind === 'level' && /\blevel(?: of)? "?[A-Z]\b|\b[A-Z] on a running record/.test(statement),
    };
  });
}
