/** Words cut to their stems, so that `eloped`, `elopes` and `elopement` meet. Light on purpose: stems are compared, not shown. */
import { withoutAccents } from '../page-text/fold.ts';
import { inEnglish, textInEnglish } from './spanish.ts';

/** `runn`, left of running. */
const doubled = /([bdgklmnprt])\1$/;
const plural = /([^su])s$/;
const endings: readonly (readonly [RegExp, string])[] = [
  [/ie[sd]$/, 'y'],
  [/([sxz]|ch|sh)es$/, '$1'],
  [plural, '$1'],
  [/ement$/, ''],
  [/ment$/, ''],
  [/([aiu]t|[cps]t|ss)ion$/, '$1'],
  [/ive$/, ''],
  [/([a-z]{3})ing$/, '$1'],
  [/([a-z]{3})ed$/, '$1'],
  [/ly$/, ''],
  [doubled, '$1'],
  [/e$/, ''],
];

/** The stem of one lower-case word. */
export function stemOf(word: string): string {
  let stem = word;
  for (const [ending, replacement] of endings)
    if (stem.length > (ending === doubled || ending === plural ? 3 : 4) && ending.test(stem))
      stem = stem.replace(ending, replacement);
  return stem;
}

const emptyWords = new Set(
  `a an the and or of to in on at for with without from by as is are was were be been has have had he she they it her his
  their its him them this that these those will would can could not no all any each every own given when while during
  after before than then so but if who what which there here into out up down over off about more most less least only
  also just same other some one two three four five six seven eight nine ten student child kid teacher staff ms mr mrs dr
  need needs needed reduce reduces decrease increase improve reach demonstrate able across within least correctly school class
  teacher adult adults setting settings level whose able still very too yet again
  el la los las un una de del en y a su sus que por con para se es al lo le no`.split(/\s+/),
);

/** Words that label any result and say nothing of what was measured. */
const plainLabels = new Set(
  `total totals tot ttl score scores scored correct right points point pts pt percent percentage pct accuracy acc average avg mean
  median number count sum result results today day daily week weekly wk session sessions sess trial trials data sheet page
  minute minutes min mins second seconds sec time times out per grade class date name overall final whole grand part section
  note notes remark remarks comment comments set raw earned possible max maximum value rate rating level probe probes test task tasks item items question questions steps step
  row list group x n q tally tallies freq frequency occurrence occurrences incident incidents instance instances episode episodes
  opportunities opportunity opps independent independently indep ind amount got had did goal goals target iep annual school year
  observed observation record recorded recording log form chart new form copy passage passages text title story book ok am pm
  rubric scale rating checklist together altogether combined all both yes no room code codes reader writer name check checked
  ending wk wks of
  lower higher lowest highest best go tries attempt attempts turn try counts counted fully answers review after before again
  missed wrong incorrect errors error know knows known week reminder limit far so ends yet middle score grand final draft count official wk end start
  mon tue tues wed weds thu thur thurs fri monday tuesday wednesday thursday friday jan feb mar apr may jun jul aug sep sept oct nov dec
  january february march april june july august september october november december
  unprompted uncued unassisted prompted cued entries
  ea each met instantly automatically immediately alone himself herself themselves aided unaided length duration elapsed lasted report reported graphed yet
  first last next record official using used use show shown shows given made make taken take keep measured measure total`.split(
    /\s+/,
  ),
);

/** The words of `text` that carry meaning, lower case, without accents and numbers. */
export function contentWords(text: string): string[] {
  return (
    withoutAccents(textInEnglish(text))
      .toLowerCase()
      .match(/\/[a-z]{1,3}\/|[a-z]+(?:['’][a-z]+)?/g) ?? []
  )
    .map((word) => inEnglish(word.replace(/['’]s$/, '')))
    .filter((word) => (word.length > 1 || word.startsWith('/')) && !emptyWords.has(word));
}

export function isPlainLabel(word: string): boolean {
  return plainLabels.has(word);
}

/** Words that many goals share and that name the act, not the skill. */
const weakStems = new Set(
  `read write problem problems word words letter letters sound sounds number numbers name say tell answer question passage page time complete
  work task talk play use stay start leave turn walk sit follow identify produce solve make give get keep begin student text book
  list card oral aloud given grade first second third fourth fifth sentence`
    .split(/\s+/)
    .map(stemOf),
);

/** Whether a stem says little alone. */
export function isWeakStem(stem: string): boolean {
  return weakStems.has(stem);
}
