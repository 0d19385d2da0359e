/**
 * Several figures for one goal on one day, and the page says which of them counts: the cold read, the teacher's column,
 * the first try. What is set aside is never put together with what counts.
 */
import { namesWhen } from '../../binders/layout/when-words.ts';
import type { Mention } from '../mentions/mention.ts';

const counts =
  /\b(?:official|of record|counts|final score|record(?:ed)? (?:this|score)|use this(?: one)?|for the (?:goal|iep|record)|teacher(?:'s)?|first (?:try|go|attempt|time|read(?:ing)?|draft counts)|1st (?:try|go|attempt|read)|cold|on (?:her|his) own|correct(?:ed)? (?:count|total|figure)|should (?:read|be))\b/i;
const setAside =
  /\b(?:second|2nd|third|3rd) (?:try|go|attempt|time|read(?:ing)?|draft)\b|\bre-?(?:try|do|done|take|test|tried)\b|\bafter (?:help|review|corrections?|feedback|prompt\w*|practice|re-?teach\w*)\b|\bwith (?:help|prompts?|support|a model)\b|\bself[- ]?(?:score|rat\w+|check|report|monitor\w*)?\b|\bstudent(?:'s)? (?:score|rating|count|check)\b|^me$|\bmy (?:count|score)\b|\bpartner\b|\bpeer (?:score|rating|check)\b|\bpractice\b|\b(?:rough|first) draft\b|\bhot (?:read|timing)\b|\bwarm read\b|\bcorrections\b|\bfixed\b|\bcrossed out\b|\bscratched\b|\bsub(?:stitute)? counted\b|\bbefore re-?count\b|\bnot (?:counted|official)\b/i;

const around = (m: Mention): string =>
  m.place === 'prose'
    ? `${m.part}`
    : [m.row, m.column, m.lead, m.tail, namesWhen(m.section) ? '' : m.section].filter((t) => t !== '').join(' | ');

/** Of `group`, the members that count where the page tells; all of them where it does not. */
export function thoseThatCount<T extends { readonly mention: Mention }>(group: readonly T[]): readonly T[] {
  const kept = group.filter((c) => !setAside.test(around(c.mention)));
  const rest = kept.length > 0 ? kept : group;
  const named = rest.filter((c) => counts.test(around(c.mention)));
  return named.length > 0 && named.length < rest.length ? named : rest;
}
