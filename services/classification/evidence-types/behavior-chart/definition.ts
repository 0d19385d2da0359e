/** Behavior data: frequency, tally, duration, latency, intervals, ABC, point sheets. */
import type { EvidenceType } from '../evidence-type.ts';

export const behaviorChart: EvidenceType = {
  type: 'behavior_chart',
  name: 'Behavior chart',
  yields: 'results',
  logsServices: false,
  cues: [
    {
      weight: 6,
      head: /\bbehaviou?r(?:al)? (?:data|chart|tally|summary|log|record|tracking|tracker|frequency|sheet|graph|monitoring)/i,
    },
    { weight: 4, head: /\bbehaviou?rs?\b/i },
    {
      weight: 5,
      head: /\b(?:tally|frequency|duration|latency|interval|scatter ?plot)\b.{0,20}\b(?:sheet|data|chart|recording|record|count|log|form|observation)?\b/i,
    },
    {
      weight: 5,
      head: /\babc\b.{0,12}\b(?:data|chart|log|record|form|incident|sheet)|\bincident (?:data|log|report|record|sheet)|\bantecedent\b/i,
    },
    {
      weight: 4,
      head: /\b(?:point sheet|check[- ]?in[ /,-]+check[- ]?out|cico|self[- ]monitoring|token (?:board|chart)|daily report card|on[- ]task|off[- ]task|time on task|momentary time sampling|time sample)\b/i,
    },
    {
      weight: 3,
      head: /\b(?:call[- ]outs?|out of seat|elope\w*|tantrums?|aggress\w*|tard(?:y|ies)|accidents?|toilet\w*|self[- ]injur\w*|outbursts?|transitions?|initiation)\b/i,
    },
    { weight: 2.5, when: (f) => f.tallies >= 2 },
    { weight: 2, text: /\b(?:elope\w*|tantrums?|aggression|call[- ]outs?|self[- ]injury|tallies|tally)\b/i },
  ],
};
