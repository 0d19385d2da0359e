/** What a plan calls its student: `Benita (Benny) will …`, `By May, Teo will …` in the statements of its goals. */
import type { Student } from '../../domain/caseload.ts';

const subject =
  /(?<![\p{L}\p{N}])(\p{Lu}[\p{L}'’-]+)(?: [("“](\p{Lu}[\p{L}'’-]+)[)"”])?(?:['’]s \p{Ll}[\p{Ll} -]{2,40})? will\b/gu;
const inParentheses = /[("“‘'](\p{Lu}[\p{L}-]+)[)"”’']/u;
/** Words that open the sentence of a goal without being a name. */
const nobody =
  /^(?:students?|learners?|children|child|pupils?|teachers?|staff|adults?|peers?|parents?|mom|dad|mother|father|team|para|paraprofessional|aide|therapist|counselor|provider|slp|ot|pt|he|she|they|it|who|iep|data|school|classmates?|progress|this|that|these|those|goal|everyone|somebody|class|district|services?)$/i;

/** Names by which the plan of `student` speaks of its student, beside the given name. */
export function planNamesOf(student: Student): string[] {
  const names = new Set<string>();
  const called = inParentheses.exec(student.givenName)?.[1];
  if (called) names.add(called);
  for (const { statement } of student.goals)
    for (const [, name, nickname] of statement.matchAll(subject))
      for (const word of [name, nickname]) if (word && !nobody.test(word)) names.add(word);
  const own = student.givenName.toLowerCase();
  const family = student.familyName.toLowerCase();
  return [...names].filter((name) => !own.split(/\s+/).includes(name.toLowerCase()) && name.toLowerCase() !== family);
}
