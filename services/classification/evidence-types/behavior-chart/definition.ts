/** Behavior data: frequency, tally, duration, latency, intervals, ABC, point sheets. */
import type { DocumentFeatures } from '../../document-features.ts';
import type { EvidenceType } from '../evidence-type.ts';

const behavior =
  /\b(?:bit(?:e|es|ing)|hits?|hitting|kick\w*|cry(?:ing)?|cried|scream\w*|bolt(?:s|ed|ing)|pinch\w*|scratch(?:es|ed|ing)|peer conflicts?|class cuts|cuts? class|elop\w*|tantrums?|outbursts?|meltdowns?|call(?:ed|ing)?[- ]?outs?|blurt\w*|tard(?:y|ies|iness)|off[- ]task|on[- ]task|accidents?|aggress\w*|refusals?|disrupt\w*|redirect\w*|reminders?|prompts? (?:needed|given|to)|spit\w*|swear\w*|yell\w*|out of seat|head[- ]?bang\w*|self[- ]injur\w*|throwing|antecedent|tally|tallies|latency|how long|stamina|circle(?: time)?|intervals?|initiations?|pack[- ]?up|transitions?|coping|turned in|homework|assignments?|bathroom|toilet\w*|missing work|stay(?:ed|ing)? (?:at|in|on|seated)|time to (?:start|begin)|start(?:s|ed)? work)\b/i;
/** Laid out for figures: columns of days, dated lines, strokes, a table. */
const isSheet = (f: DocumentFeatures) => f.dayHeaders > 0 || f.leadingDays >= 2 || f.tallies > 0 || f.tableRows >= 2;
const isCount = (f: DocumentFeatures) => f.countRows >= 2 || f.tallies >= 2;

export const behaviorChart: EvidenceType = {
  type: 'behavior_chart',
  name: 'Behavior chart',
  yields: 'results',
  logsServices: false,
  cues: [
    {
      weight: 7,
      head: /\bbehaviou?r(?:al)? (?:data|chart|tally|summary|log|record|tracking|tracker|frequency|sheet|graph|monitoring|card|count|report)|\bconducta\b/i,
    },
    { weight: 3, head: /\bbehaviou?rs?\b/i },
    {
      weight: 5,
      head: /\b(?:tally|tallies|frequency|duration|latency|(?:\d+[- ]?(?:sec\w*|min\w*)[- ])?intervals?|engagement (?:observation|check|data)|scatter ?plot|daily count|count sheet|event recording)\b/i,
    },
    {
      weight: 6,
      head: /\babc\b.{0,12}\b(?:data|chart|log|record|form|incident|sheet|notes)?|\bincident (?:data|log|report|record|sheet)|\bantecedent\b/i,
    },
    {
      weight: 6,
      head: /\b(?:point (?:sheet|card|chart)|check[- ]?in[ /,&-]+(?:check[- ]?)?out|cico|self[- ]?(?:monitor\w*|check|rating)|token (?:board|chart|economy|log)|daily report card|on[- ]task|off[- ]task|time on task|momentary time sampling|time sampl\w+|interval observation|break log|bathroom log|toileting log|tardy log|homework (?:chart|log|tracker)|assignment (?:log|tracker|chart))\b/i,
    },
    { weight: 4, when: (f) => isSheet(f) && behavior.test(f.head) },
    { weight: 1.5, when: (f) => !isSheet(f) && behavior.test(f.head) },
    { weight: 2, text: behavior },
    { weight: 2.5, when: (f) => f.tallies >= 2 },
    { weight: 2, when: (f) => isCount(f) && behavior.test(f.text) },
    { weight: 2, when: (f) => isCount(f) && behavior.test(f.head) },
    { weight: 2, head: /\b(?:chart|tally|tracker|graph|log)\b/i },
    {
      weight: -5,
      head: /\b(?:services?|therapy|session|provider|counseling|coach(?:ing)?) (?:log|minutes|record|notes)\b|\bobservation note|\bdear\b|\bfrom:/i,
    },
    { weight: 3, when: (f) => (f.goals.has('behavior') || f.goals.has('interval')) && f.proseShare < 0.4 },
    {
      weight: 3,
      head: /\btime (?:in|on|at) \w+|\bstart[- ]?time\b|\bleaving\b|\bstay(?:s|ed|ing)?\b|\bminutes before\b|\bcheck sheet\b|\bwork turned in\b|\bcount for\b/i,
    },
    { weight: -4, when: (f) => f.restated >= 2 },
    { weight: 9, when: (f) => f.behaviorRows >= 2 && f.markRows + f.itemMarks < 3 && f.proseShare < 0.4 },
    { weight: 5, head: /\b(?:due|assigned)\s{2,}(?:turned in|handed in|in|done|completed)\b/i },
    { weight: -7, when: (f) => f.countsRight && !f.goals.has('behavior') },
    {
      weight: 3,
      head: /\btime to \w+|\bchecks?\b.{0,20}\bclasses\b|\bmaterials\b|\bby (?:week|class|period)\b|\bwk ending\b|\b(?:un)?excused\b|\babsences\b/i,
    },
    { weight: 3, when: (f) => f.goals.has('behavior') && isCount(f) && f.ratios <= 1 && f.markRows === 0 },
    { weight: 3, when: (f) => f.goals.has('behavior') && isSheet(f) && f.ratios <= 1 && f.markRows === 0 },
    { weight: 3, when: (f) => f.goals.has('interval') && f.markRows >= 1 },
    // Marks for being on task are looks at conduct, no trials.
    { weight: 6, when: (f) => f.markRows >= 1 && /\b(?:on|off)[- ]?task\b|\b(?:not )?engaged\b/i.test(f.text) },
    {
      weight: 2.5,
      text: /\b(?:how long|sec(?:onds)? (?:un)?til|until (?:he|she|they) started|told at|began at|gets? up|left (?:class|seat|room|area)|per class|week total|times (?:this|per|a) (?:week|day|class))\b/i,
    },
    { weight: -7, when: (f) => f.readsAsLog && !f.goals.has('behavior') },
    {
      weight: 5,
      head: /\bevery (?:\d+ |other )?(?:min(?:ute)?s?|sec(?:ond)?s?)\b|\b(?:tantrum|incident|elopement|outburst|bathroom|break|tardy) (?:record|log|sheet|chart|count)\b/i,
    },
    {
      weight: -6,
      when: (f) =>
        (f.goals.has('speech') ||
          f.goals.has('rate') ||
          (f.goals.has('academic') && f.dayHeaders === 0 && f.leadingDays < 2)) &&
        !f.goals.has('behavior') &&
        !f.goals.has('interval'),
    },
    {
      weight: 6,
      head: /\b(?:point|behaviou?r|conduct|expectations?) (?:card|sheet)\b|\bcheck[- ]in[/ ,-]+check[- ]out\b|\bcico\b/i,
    },
  ],
};
