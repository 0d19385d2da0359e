/** Amounts as goals state them, each with its kind and place: `85%`, `36 of 40`, `95 words correct per minute`, `level K`. */
import type { Measure } from '../../domain/measure.ts';

/** Offsets into the text that was searched. */
export interface Amount {
  readonly value: number;
  readonly measure: Measure;
  readonly start: number;
  readonly end: number;
}

type Read = (groups: Readonly<Record<string, string | undefined>>, statement: string) => Omit<Amount, 'start' | 'end'>;

const n = (name: string) => String.raw`(?<${name}>\d+(?:\.\d+)?)`;
const plural = (noun: string) => (noun.endsWith('s') ? noun : `${noun}s`);

/** How often a skill must be shown, not what is measured: `in 4 of 5 trials`, `on 3 consecutive weekly probes`. */
const chance =
  'trials?|opportunit(?:y|ies)|sessions?|days?|weeks?|probes?|observations?|attempts?|occasions?|checks?|measurements?|samples?|classes|times|data (?:points|days)';
const consistency = new RegExp(
  String.raw`\b(?:in|on|for|over|across|during)\s+(?:at least )?\d+(?:\s*(?:out )?of\s*\d+|\/\d+)?\s+(?:\w+ ){0,2}?(?:${chance})\b|\bwith (?:no more than|fewer than|at most) \d+ errors?\b|\bgrades? \d+\b|\b\d+(?:st|nd|rd|th)[- ]grade\b|\bwithin \d+ (?:weeks|months|school days)\b`,
  'gi',
);

const timed =
  /\bwithin\b|\bbegin\w*\b|\bstart\w*\b|\brespond\w*\b|\binitiat\w+|\btakes?\b|\bback in\b|\breturn\w*\b|\blatency\b/i;
const share =
  /\btrials?\b|\bopportunit|\bquestions?\b|\bproblems?\b|\bsteps?\b|\battempts?\b|\bintervals?\b|\btimes\b|\boccasions?\b|\bassignments?\b|\btasks?\b|\bdays\b/i;

/** Grammars in order of how much they say; a place that one has read is not read by the next. */
const grammars: readonly (readonly [RegExp, Read])[] = [
  [
    new RegExp(String.raw`${n('v')} ?(?:%|percent\b)`, 'gi'),
    (g) => ({ value: Number(g.v), measure: { kind: 'percent', unit: 'percent' } }),
  ],
  [
    new RegExp(
      String.raw`${n('v')} ?(?<short>wcpm|cwpm|wpm|dcpm|clsm)\b|${n('w')} (?:correct )?(?<noun>words?|digits|letter sounds|letters|sounds|facts|problems|syllables)?(?: read)?(?: (?:correct|correctly|aloud))*,? ?(?:per|a|\/|in (?:one|1|a)) ?min(?:ute)?\b`,
      'gi',
    ),
    (g) => {
      const noun = (g.noun ?? 'words').toLowerCase();
      const unit = g.short
        ? ({ dcpm: 'digits/min', clsm: 'letter sounds/min' }[g.short.toLowerCase()] ?? 'wcpm')
        : /^words?$/.test(noun)
          ? 'wcpm'
          : `${noun}/min`;
      return { value: Number(g.v ?? g.w), measure: { kind: 'rate', unit, per: 'minute' } };
    },
  ],
  [
    /\b(?:guided reading |reading |instructional )?[Ll]evel(?: of)?:? "?(?<letter>[A-Z])\b(?!\w)/g,
    (g) => ({ value: (g.letter ?? 'A').charCodeAt(0) - 64, measure: { kind: 'level', unit: 'level' } }),
  ],
  [
    /\b(?:prompt |support |help )?level (?<v>\d)\b/gi,
    (g) => ({ value: Number(g.v), measure: { kind: 'level', unit: 'level' } }),
  ],
  [
    new RegExp(
      String.raw`${n('v')} ?(?:(?:out )?of|\/) ?${n('max')}(?: possible)? ?(?<noun>(?:[a-z-]+ ){0,2}?(?:points?|words?|letters?|sounds?|facts?|items?|steps?|trials?|opportunit(?:y|ies)|questions?|problems?|attempts?|intervals?|times|occasions?|assignments?|tasks?|days))?`,
      'gi',
    ),
    (g, statement) => {
      const [value, max] = [Number(g.v), Number(g.max)];
      const noun = (g.noun ?? '').toLowerCase();
      if (share.test(noun)) {
        return { value: Math.round((1000 * value) / max) / 10, measure: { kind: 'percent', unit: 'percent' } };
      }
      const rubric = /\brubric\b|\btrait\b|\brating\b/i.test(statement);
      const unit = plural(noun.split(' ').at(-1) || 'points');
      return { value, measure: { kind: rubric ? 'rubric' : 'score', unit, max } };
    },
  ],
  [
    new RegExp(
      String.raw`${n('v')}[- ]?(?<unit>min(?:ute)?s?|sec(?:ond)?s?)\b(?:[^.;]{0,12}?\b(?:per|a|each|every) (?<per>day|week|session|class|period))?`,
      'gi',
    ),
    (g, statement) => {
      const unit = /^sec/i.test(g.unit ?? '') ? 'seconds' : 'minutes';
      if (g.per) return { value: Number(g.v), measure: { kind: 'duration', unit, per: g.per.toLowerCase() } };
      return { value: Number(g.v), measure: { kind: timed.test(statement) ? 'latency' : 'duration', unit } };
    },
  ],
  [
    new RegExp(
      String.raw`${n('v')}(?: or (?:fewer|less|more))?(?: (?<noun>[a-z-]+(?: [a-z-]+)?))?[^.;]{0,40}?\b(?:per|a|each|every) (?:school )?(?<per>day|week|session|class|recess|hour|period)\b`,
      'gi',
    ),
    (g) => {
      const noun = (g.noun ?? 'times').toLowerCase().split(' ')[0] ?? 'times';
      const per = (g.per ?? 'day').toLowerCase();
      return {
        value: Number(g.v),
        measure: { kind: 'count', unit: noun.startsWith('time') || noun === 'or' ? 'times' : noun, per },
      };
    },
  ],
];

const blank = (text: string, pattern: RegExp) => text.replace(pattern, (found) => ' '.repeat(found.length));

/** A date, with its punctuation: never an amount. */
const dates =
  /\b\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?\b|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:, ?\d{4})?\b|\b(?:19|20)\d\d\b(?! ?(?:words|points))|\b\d{1,2}\/(?:19|20)\d\d\b/gi;

function search(text: string, statement: string): Amount[] {
  let open = text;
  const found: Amount[] = [];
  for (const [pattern, read] of grammars) {
    for (const m of [...open.matchAll(pattern)]) {
      const [start, end] = [m.index, m.index + m[0].length];
      found.push({ ...read(m.groups ?? {}, statement), start, end });
      open = `${open.slice(0, start)}${' '.repeat(end - start)}${open.slice(end)}`;
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** A fraction such as `7/10` looks like a date without a year: what is out of ten or more, and no month, is none. */
const fractions =
  /\b\d{1,3} ?\/ ?(?:1[3-9]|[2-9]\d|10|100)\b(?!\/)(?= ?(?:correct|points|words|letters|trials|opp|on\b|of\b|accuracy))/gi;

/**
 * The amounts of `text` in their order; `statement` tells duration from latency and rubric from score. How often a skill
 * must be shown counts only where nothing else is measured.
 */
export function amountsIn(text: string, statement: string): Amount[] {
  const kept = [...text.matchAll(fractions)].map((m) => [m.index, m[0]] as const);
  let undated = blank(text, dates);
  for (const [at, fraction] of kept) undated = undated.slice(0, at) + fraction + undated.slice(at + fraction.length);
  const measured = search(blank(undated, consistency), statement);
  return measured.length > 0 ? measured : search(undated, statement);
}

/** A number that stands alone, for a baseline whose goal says the unit. */
export function bareNumberIn(text: string): { value: number; start: number; end: number } | null {
  const m = /(?<![\w.,/-])\d+(?:\.\d+)?(?![\w/%-]|\.\d)/.exec(blank(text, dates));
  return m ? { value: Number(m[0]), start: m.index, end: m.index + m[0].length } : null;
}
