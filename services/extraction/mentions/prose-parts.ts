/**
 * Results told in running text by their parts: `9 one-step directions … she did six the first time`, `needed help 6 times.
 * Four times she asked by herself`. Each number takes its part from the words on either side of it, and the parts of one
 * or two sentences make one result.
 */
import type { Sheet } from '../../binders/page-text/sheet.ts';
import type { Figure } from './figures.ts';
import { numbersIn } from './number-words.ts';
import { byTheMinute, type PartOfResult, resultOf } from './part-labels.ts';

/** `tried` is the whole where something else was right, and what was right where nothing else is told. */
type Told = PartOfResult | 'tried' | 'other';

interface Rule {
  readonly told: Told;
  readonly pattern: RegExp;
}

const alone =
  '(?:right|correct(?:ly)?|independent(?:ly)?|(?:all )?(?:by|on) (?:her|him|his)(?:self| own)|unprompted|alone|without (?:an?y? )?(?:\\w+ )?(?:prompts?|help|models?|reminders?|repeats?|hints?)|with no (?:prompts?|help|models?|reminders?|hints?)|the first time|(?:on )?the first try|first(?=[,.;]|$| and)|clear(?:ly)?|intelligible|legible|understood)';
const things =
  '(?:chances|opportunit(?:y|ies)|opps|trials?|times|tries|turns|attempts|questions|problems|items|words|cards|sets|steps|directions|commands|assignments|sentences|intervals|people|streets|crossings|purchases|greetings|requests|facts|sounds|letters|coins|clocks|targets)';
const amiss = '(?:wrong|missed|incorrect|missing|not (?:correct|right|done|turned in)|off[- ]task)';
const given = '(?:model\\w*|prompt\\w*|help\\w*|verbal|cue\\w*|hint|gestur\\w*|point\\w*|nudge\\w*|reminder|physical)';

/** What somebody did without getting it right. */
const noSuccess =
  '(?:need|miss|skip|refus|ask|want|start|tri|attempt|drop|fail|ignor|pass|receiv|lasted|stayed|waited|walked|turned|scored|earned|used|requir)';

/** What stands right behind a number. */
const behind: readonly Rule[] = [
  {
    told: 'other',
    pattern:
      /^ ?(?:%|percent|min|sec|hours?|days?|weeks?|am\b|pm\b|more\b|:\d|\/|x\b|pt|points|year|grade|pages?)|^(?:st|nd|rd|th)\b|^ (?:out )?of (?:the |her |his |all )?\d/i,
  },
  {
    told: 'badly',
    pattern: new RegExp(`^ (?:\\w+ )?(?:were |was |are )?${amiss}\\b|^ (?:errors|mistakes)\\b|^ not at all\\b`, 'i'),
  },
  {
    told: 'helped',
    pattern: new RegExp(
      `^ (?:times )?(?:of (?:them|those) )?(?:(?:were |was )?(?:prompted|cued)\\b|(?:after|with|when) (?:an? |my |I )?${given}|hand over hand|I (?:offered|modeled|helped|had to|pointed|prompted)|s?he \\w+ after I)`,
      'i',
    ),
  },
  {
    told: 'well',
    pattern: new RegExp(
      `^ (?:\\w+ ){0,3}(?:of (?:them|those) )?(?:(?:were |was |came out )?|(?:s?he |they )\\w+ (?:\\w+ )?)${alone}(?![a-z])|^ of (?:them|those)\\b(?! (?:were |was )?(?:${amiss}|with|prompted))`,
      'i',
    ),
  },
  { told: 'all', pattern: new RegExp(`^ (?:(?!(?:were|was|of|and)\\b)[\\w-]+ ){0,2}${things}(?![a-z])`, 'i') },
];

/** What stands right before a number and goes before the words behind it. */
const firmlyBefore: readonly Rule[] = [
  {
    told: 'other',
    pattern:
      /(?:#|\$|\bp\.?|\bpp\.?|page|number|lesson|unit|grade|week|room|rm|period|bus|list|level|step|last \w+|up to|goal(?: is| of)?|at least) ?$|\bwant(?:s|ed)?(?: \w+)?(?: to)? ?$/i,
  },
  { told: 'well', pattern: new RegExp(`\\b${alone}(?: \\w+)?(?: (?:on|in|only|just|for))* $`, 'i') },
  { told: 'badly', pattern: new RegExp(`\\b${amiss}(?: (?:in|on|for|during)) $`, 'i') },
  { told: 'helped', pattern: /\bthe (?:other|rest|remaining) $/i },
];
/** What stands right before a number whose words behind it say nothing. */
const before: readonly Rule[] = [
  { told: 'badly', pattern: new RegExp(`\\b${amiss}(?: (?:only|just|on|in|all|about))* $`, 'i') },
  {
    told: 'helped',
    pattern: /\b(?:prompt(?:ed|s)?|helped|cued|modell?ed|the other|other)(?: (?:on|in|for|the|her|him|it))* $/i,
  },
  {
    told: 'tried',
    pattern: new RegExp(
      `\\b(?:did|answered|solved|read|finished|completed)(?: (?:only|just|about))* $|\\b(?:s?he|they)(?: (?:only|just|also|then|could))* (?!${noSuccess})(?:\\w{2,}ed|wrote|said|made|spelt|kept|put|found|built|drew|sang) (?:only |just )?$`,
      'i',
    ),
  },
  {
    told: 'well',
    pattern: /\b(?:got|knew|turned in|handed in|named)(?: (?:only|just|right|about))* $|\bsaid (?:hi|hello) to $/i,
  },
  {
    told: 'all',
    pattern: /\b(?:asked|gave(?: (?:her|him))?|had|were|tried|passed|offered|presented)(?: (?:only|just|about))* $/i,
  },
];

interface ToldPart {
  readonly part: Told;
  readonly value: number;
  readonly start: number;
  readonly end: number;
}

/** The numbers of a stretch with the part that their words make of each; the words that tell belong to the place. */
function partsIn(text: string, offset: number): ToldPart[] {
  const numbers = numbersIn(text).filter((n) => Number.isInteger(n.value) && n.value < 100);
  return numbers.flatMap((n, i): ToldPart[] => {
    const from = Math.max(numbers[i - 1]?.end ?? 0, n.start - 40);
    const to = Math.min(numbers[i + 1]?.start ?? text.length, n.end + 60);
    const lead = text.slice(from, n.start).replace(/\s/g, ' ');
    const tail =
      text
        .slice(n.end, to)
        .replace(/\s/g, ' ')
        .split(/,|[.;!?](?:\s|$)/)[0] ?? '';
    if (/[/:$.\-–#]$/.test(lead) || /^(?:no|none|never|zero)$/i.test(text.slice(n.start, n.end))) return [];
    const own = lead.split(/[.;,]\s/).at(-1) ?? '';
    const tell = (rules: readonly Rule[], words: string) => {
      const rule = rules.find(({ pattern }) => pattern.test(words));
      return rule ? { told: rule.told, length: rule.pattern.exec(words)?.[0].length ?? 0 } : null;
    };
    // `Of the ten directions she followed eight`: the whole opens the sentence. Behind a number it is a ratio of its own.
    const whole = /(?:^|[^\w])(?:out )?of (?:the |these |those |her |his |all )?$/i.exec(lead);
    if (whole && i > 0 && whole.index === 0) return [];
    const firm = whole ? { told: 'all' as const, length: whole[0].trimStart().length } : tell(firmlyBefore, own);
    const after = firm ? null : tell(behind, tail);
    const told = firm ?? after ?? tell(before, own);
    if (!told || told.told === 'other') return [];
    const start = offset + n.start - (after ? 0 : told.length);
    return [{ part: told.told, value: n.value, start, end: offset + n.end + (after ? told.length : 0) }];
  });
}

/** What would be if something else were so is no result. */
const supposed = /^\W*(?:if|were|had (?:s?he|we|I)|si)\b/i;

/** Where sentences end. */
const sentenceEnd = /(?<!\b(?:Mr|Mrs|Ms|Dr|St|approx|min|sec|[A-Z]))[.!?]["”)]?(?=\s+["“(]?[A-Z0-9])/g;

/** The result that the parts of one or two sentences make; null for none. */
function joined(parts: readonly ToldPart[]): Figure | null {
  const toldWell = parts.some((p) => p.part === 'well');
  const plain = parts.flatMap((p) => {
    if (p.part === 'other') return [];
    return [{ part: p.part === 'tried' ? (toldWell ? ('all' as const) : ('well' as const)) : p.part, value: p.value }];
  });
  // `ten directions with two steps`: of several wholes the one that all of it fits into.
  const counted = plain.reduce((sum, p) => sum + (p.part === 'all' ? 0 : p.value), 0);
  const wholes = plain.filter((p) => p.part === 'all');
  const fitting = wholes.filter((p) => p.value >= counted && counted > 0);
  const one =
    wholes.length > 1 && fitting.length === 1 ? plain.filter((p) => p.part !== 'all' || fitting[0] === p) : plain;
  const result = one.length >= 2 ? resultOf(one) : null;
  if (!result) return null;
  const start = Math.min(...parts.map((p) => p.start));
  const end = Math.max(...parts.map((p) => p.end));
  return { start, end, quantity: { type: 'ratio', ...result } };
}

/** The results that the running text of `sheet` tells by their parts; `isProse` for the places of running text. */
export function findProseParts(sheet: Sheet, isProse: (offset: number) => boolean): Figure[] {
  const { text } = sheet;
  const ends = [...text.matchAll(sentenceEnd)].map((m) => m.index + 1);
  const paragraphs = new Set([...text.matchAll(/\n[ \t]*\n/g)].map((m) => m.index));
  // A line in columns does not go on in the next one that opens with a capital.
  const rows = sheet.lines.flatMap((line, i) =>
    line.cells.length > 1 && /^\s*["“¿¡(]?[A-ZÁÉÍÓÚÑ]/.test(sheet.lines[i + 1]?.text ?? '') ? [line.end] : [],
  );
  const cuts = [...new Set([0, ...ends, ...paragraphs, ...rows, text.length])].sort((a, b) => a - b);
  const sentences = cuts.slice(1).map((end, i) => {
    const start = cuts[i] ?? 0;
    const own = text.slice(start, end);
    const apart = supposed.test(own) || byTheMinute.test(own) || /\bread \d+ words\b/i.test(own);
    return { start, parts: apart ? [] : partsIn(own, start).filter((p) => isProse(p.start)) };
  });
  const figures: Figure[] = [];
  for (let i = 0; i < sentences.length; i += 1) {
    const own = sentences[i]?.parts ?? [];
    const alone = joined(own);
    if (alone) {
      figures.push(alone);
      continue;
    }
    const next = sentences[i + 1];
    // The whole in one sentence, and what became of it in the next.
    const opens = own.length === 1 && own[0]?.part === 'all';
    if (!opens || !next || paragraphs.has(next.start) || next.parts.some((p) => p.part === 'all')) continue;
    const both = joined([...own, ...next.parts]);
    if (!both) continue;
    figures.push(both);
    i += 1;
  }
  return figures;
}
