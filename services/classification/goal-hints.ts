/**
 * A paper about the words of a goal is likely evidence for it, and how a goal is measured tells what its evidence looks
 * like: a tally for a count, a timed probe for a rate.
 */
import { conceptsIn } from '../binders/topics/concepts.ts';
import { contentWords, isPlainLabel, stemOf } from '../binders/topics/stems.ts';
import type { Caseload, Goal, Student } from '../domain/caseload.ts';

/** `speech`: percent goals of speech, language and daily living; `interval`: percent goals of conduct and work habits. */
export type GoalHint =
  | 'rate'
  | 'score'
  | 'behavior'
  | 'reading_level'
  | 'prompt_level'
  | 'rubric'
  | 'speech'
  | 'interval'
  | 'academic';

const conduct =
  /\bon[- ]task\b|\bintervals?\b|\bassignments?\b|\bhomework\b|\bturn(?:ed|s)? in\b|\bhand(?:s|ed)? in\b|\bsubmit|\bmissing work\b|\bcoping\b|\bstrateg|\battend(?:ing|ance)?\b/i;
const speech =
  /\/[a-z]{1,3}\/|\barticulat|\bpronoun|\bdirections?\b|\bgreet|\brequest|\bspeech\b|\blanguage\b|\bcommunicat|\bsteps\b|\broutine\b|\bself-?(?:help|care)\b|\btoilet|\bdress|\bhands?\b|\bpurchase\b|\bvocational\b|\bcommunity\b|\bemployment\b|\bmoney\b|\bchange\b|\bdevice\b|\bsigns?\b|\bvocabulary\b|\bdecod|\bsounds?\b|\bwh[- ]/i;

function hintOf(goal: Goal): GoalHint {
  const text = `${goal.area} ${goal.statement}`;
  switch (goal.measure.kind) {
    case 'rate':
      return 'rate';
    case 'score':
      return 'score';
    case 'count':
    case 'duration':
    case 'latency':
      return 'behavior';
    case 'rubric':
      return 'rubric';
    case 'level':
      return /\breading level\b|\brunning record/i.test(text) ? 'reading_level' : 'prompt_level';
    case 'percent':
      return conduct.test(text) ? 'interval' : speech.test(text) ? 'speech' : 'academic';
  }
}

const stemsOf = (text: string) =>
  new Set(
    contentWords(text)
      .filter((word) => !isPlainLabel(word))
      .map(stemOf),
  );

function overlap(goal: Goal, student: Student, stems: ReadonlySet<string>, ids: ReadonlySet<string>): number {
  const text = `${goal.area} ${goal.statement} ${goal.measure.unit}`;
  const names = stemsOf(`${student.givenName} ${student.familyName}`);
  const own = [...stemsOf(text)].filter((stem) => !names.has(stem));
  const shared = own.filter((stem) => stems.has(stem)).length;
  const concepts = [...conceptsIn(text).ids].filter((id) => id !== 'by-oneself' && ids.has(id)).length;
  return shared + 1.5 * concepts;
}

/** The hints of the goals that `text` speaks of, among the students that the paper may be about. */
export function goalHints(text: string, studentIds: readonly string[], caseload: Caseload): ReadonlySet<GoalHint> {
  const stems = stemsOf(text);
  const { ids } = conceptsIn(text);
  const scored = caseload.students
    .filter((student) => studentIds.includes(student.id))
    .flatMap((student) => student.goals.map((goal) => ({ goal, fit: overlap(goal, student, stems, ids) })))
    .filter(({ fit }) => fit >= 2);
  const best = Math.max(0, ...scored.map(({ fit }) => fit));
  return new Set(scored.filter(({ fit }) => fit >= best * 0.7).map(({ goal }) => hintOf(goal)));
}
