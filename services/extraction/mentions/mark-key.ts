/** What the marks on a sheet mean: its own key first, then what teachers usually mean. */
import { type Legend, legendOf } from '../../binders/page-text/legend.ts';
import type { Sheet } from '../../binders/page-text/sheet.ts';

/** `skipped`: no trial at all. */
export type Mark = 'right' | 'wrong' | 'prompted' | 'skipped';

const usual: Readonly<Record<string, Mark>> = {
  '+': 'right',
  '✓': 'right',
  '✔': 'right',
  '√': 'right',
  C: 'right',
  Y: 'right',
  I: 'right',
  '☑': 'right',
  '●': 'right',
  '-': 'wrong',
  '–': 'wrong',
  '−': 'wrong',
  '✗': 'wrong',
  '✘': 'wrong',
  '×': 'wrong',
  X: 'wrong',
  x: 'wrong',
  N: 'wrong',
  O: 'wrong',
  o: 'wrong',
  '0': 'wrong',
  '○': 'wrong',
  E: 'wrong',
  P: 'prompted',
  V: 'prompted',
  G: 'prompted',
  M: 'prompted',
  VP: 'prompted',
  GP: 'prompted',
  PP: 'prompted',
  FP: 'prompted',
  HOH: 'prompted',
  H: 'prompted',
  NR: 'wrong',
  R: 'right',
  W: 'wrong',
};

const rightWords =
  /\b(?:correct|right|independent(?:ly)?|indep|ind|alone|spontaneous(?:ly)?|turned in|handed in|by (?:her|him|them)?self|(?<!\bto )(?:her|him|them)sel(?:f|ves)|inside|within|said|named|blended|followed|on[- ]?(?:task|own)|on (?:her|his|their) own|yes|accurate|no help|no prompts?|unprompted|read correctly|1st try|first try|met|success(?:ful)?|engaged|did it|done|target|clear(?:ly)?|intelligible|legible)\b|^\W*on\W*$/i;
const wrongWords =
  /\b(?:incorrect|wrong|not|(?:would|could|did|does)n'?t|no response|nothing|anything else|everything else|other|off(?:[- ]?task)?|missed|error|no|refus\w*|did not|omitted|distort\w*|absent|approximat\w*|scored as (?:an )?error)\b/i;
const helpWord = String.raw`(?:prompt\w*|verbal\w*|gestur\w*|physical\w*|model\w*|help\w*|cue[ds]?|hints?|hand[- ](?:over|on)[- ]hand|assist\w*|remind\w*|nudge[ds]?|support\w*|phys|verb|partial|repeat\w*|repetition)`;
const promptWords = new RegExp(
  String.raw`\b(?:${helpWord}|told|shown?|showed|hands? on|pointed|spoken|touch(?:ed)?|guided|steered|together|(?:second|2nd|third|3rd) (?:try|attempt|time)|for (?:her|him|them)|(?:adult|staff|para|teacher|I) (?:did|finished|completed|had to)|with (?:an? )?(?:adult|para|peer|me|us))\b`,
  'i',
);
/** Help that is named because there was none: `no model`, `without any reminder`, `unprompted`. */
const noHelp = new RegExp(
  String.raw`\b(?:(?:no|without|w\/o|w\/out|zero|not|never)(?: (?:an?|any|adult|extra|more|further|need(?:ing)?|being|verbal|physical|other))* (?:${helpWord}|told|shown)(?: or ${helpWord})*|un(?:prompted|cued|aided|assisted))(?![\w])`,
  'gi',
);
const pair =
  /(?:^|[\s(,;])([+✓✔√✗✘×●○–−-]|[A-Z]{1,3}\d?|[a-z]|0|1)\s?[=:]\s?([a-z][^=\n]*?)(?=\s{2,}|[;)]|,\s*(?:[+✓✔√✗✘×●○–−-]|[A-Za-z]{1,3}\d?|0|1)\s?[=:]|$|\s[+✓✗01–-]\s?[=:]|\s[A-Z]{1,3}\s?=)/gim;
const loose =
  /(?:^|\s)([+✓✔√✗✘×–-]|(?<=^\s*|\s{2})[a-zA-Z](?=\s))[ \t]+([a-z][a-z0-9 ,/'()-]*?)(?=\s{2,}|$|[,;]?\s[+✓✗–-]\s|,\s(?:[A-Z]{1,3})\s[a-z])/gi;

/** What the words behind a mark make of it; null where they say nothing of how an answer was. */
export function meaningOf(words: string): Mark | null {
  if (
    /\bskipped\b|\bnone (?:assigned|given|due)\b|\bnot assigned\b|\bno (?:school|class|session|group|data)\b|\b(?:student|he|she|they|was|were|out) absent\b|^\W*absent\W*$|\bnot (?:given|scored|asked|presented)\b|\bno (?:trial|chance|opportunity)\b/i.test(
      words,
    )
  )
    return 'skipped';
  if (/\bincorrect\b|\bor needed\b|\bany prompt\b|\bnot correct\b/i.test(words) && /incorrect/i.test(words))
    return 'wrong';
  const rest = words.replace(noHelp, ' ');
  if (promptWords.test(rest)) return 'prompted';
  if (rightWords.test(rest) && !/\bincorrect\b|\bnot\b|\boff\b/i.test(rest)) return 'right';
  if (wrongWords.test(rest)) return 'wrong';
  return rest === words ? null : 'right';
}

/** `p prompted`: a small letter explained by the word that it begins. */
const small = /(?:^|\s)([pvgmica])\s+(prompt\w*|verbal|gest\w*|model\w*|independ\w*|correct|assist\w*)/g;

/** `key: W waited, X did not`, whose entries commas part. */
const keyLine = /^\W*(?:key|codes?|legend|marks?)\b\s?[:=–-]?\s*(.+)$/gim;
const listed = /(?<=^|[,;]\s?|\s{2})([+✓✗–-]|[A-Za-z0])\s(?:for |means )?([a-z][^,;]*?)(?=[,;]|\s{2}|$)/g;

const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length;

export interface MarkKey {
  readonly meanings: ReadonlyMap<string, Mark>;
  /** Marks that the sheet itself explains. */
  readonly explained: ReadonlySet<string>;
}

/** What each mark that the legend explains is, where the page says which of them alone counts. */
function countedAlone({ words, counted }: Legend, meanings: Map<string, Mark>): void {
  if (counted.size === 0) return;
  for (const code of words.keys())
    if (meanings.get(code) !== 'skipped') meanings.set(code, counted.has(code) ? 'right' : 'prompted');
}

/** Words by which a key says that nobody helped. */
const alone =
  /\b(?:alone|independent(?:ly)?|indep|ind|(?:by|all) (?:her|him|them)sel(?:f|ves)|on (?:her|his|their) own|unprompted|no (?:help|prompts?|cues?)|without (?:help|prompts?|cues?))\b/i;

/** `I alone   V said it   P hand help`: in a key of helps, what is not done alone was done with help, whatever its words are. */
function helpedUnlessAlone({ words }: Legend, meanings: Map<string, Mark>): void {
  const codes = [...words].filter(([code]) => /[A-Za-z]/.test(code));
  const helps = codes.filter(([code]) => meanings.get(code) === 'prompted');
  if (helps.length === 0 || !codes.some(([, own]) => alone.test(own))) return;
  for (const [code, own] of codes)
    if (meanings.get(code) === 'right' && !alone.test(own)) meanings.set(code, 'prompted');
}

/** Reads the key of a sheet from its legend and its text. */
export function readMarkKey(sheet: Sheet): MarkKey {
  const { text } = sheet;
  const legend = legendOf(sheet);
  const meanings = new Map<string, Mark>(Object.entries(usual));
  const explained = new Set<string>();
  const explain = (matches: readonly RegExpMatchArray[]) => {
    for (const match of matches) {
      const meaning = meaningOf(match[2] ?? '');
      if (!meaning || !match[1]) continue;
      meanings.set(match[1], meaning);
      explained.add(match[1]);
    }
  };
  for (const line of text.split('\n')) {
    // `+ correct   - not`: only a line that explains two marks is a key.
    const matches = [...line.matchAll(loose)];
    const told = matches.filter((m) => meaningOf(m[2] ?? '') !== null);
    if (new Set(matches.map((m) => m[1])).size < 2 || told.length === 0) continue;
    explain(told);
    // Of two marks, one is wrong: the other is right.
    const [other] = matches.filter((m) => !told.includes(m));
    if (matches.length === 2 && other?.[1] && meaningOf(told[0]?.[2] ?? '') === 'wrong') {
      meanings.set(other[1], 'right');
      explained.add(other[1]);
    }
  }
  for (const [, entries = ''] of text.matchAll(keyLine)) {
    const told = [...entries.matchAll(listed)];
    explain(told);
    const kinds = told.map((m) => meaningOf(m[2] ?? ''));
    const [other, ...more] = told.filter((_, i) => kinds[i] === null);
    // Of marks that are all but one explained, none of them right, that one is.
    if (other?.[1] && more.length === 0 && kinds.includes('wrong') && !kinds.includes('right')) {
      meanings.set(other[1], 'right');
      explained.add(other[1]);
    }
  }
  const pairs = [...text.matchAll(pair)];
  explain(pairs);
  // A single letter among marks that are explained, whose words say neither right nor wrong: `K = kept quiet`.
  for (const match of pairs) {
    const [, mark = '', words = ''] = match;
    const beside = pairs.filter(
      (o) => lineAt(text, o.index) === lineAt(text, match.index) && explained.has(o[1] ?? ''),
    );
    const told = beside.map((o) => meanings.get(o[1] ?? ''));
    if (explained.has(mark) || !/^[A-Za-z]$/.test(mark) || beside.length < 2 || meaningOf(words) !== null) continue;
    meanings.set(mark, told.includes('right') ? 'wrong' : 'right');
    explained.add(mark);
  }
  explain([...text.matchAll(small)]);
  for (const [code, words] of legend.words) {
    if (/^[1-9]/.test(code) || (explained.has(code) && !/\babsent\b/i.test(words))) continue;
    // Where presence is marked, absence is an answer; else nobody was there to give one.
    const answer = /\bpresent\b/i.test([...legend.words.values()].join(' '));
    const meaning = answer && /\babsent\b/i.test(words) ? 'wrong' : meaningOf(words);
    if (meaning === null) continue;
    meanings.set(code, meaning);
    explained.add(code);
  }
  helpedUnlessAlone(legend, meanings);
  countedAlone(legend, meanings);
  for (const code of legend.counted) explained.add(code);
  // A letter whose capital has the same shape is read as either.
  for (const mark of [...explained].filter((letter) => /^[cosvwxzCOSVWXZ]$/.test(letter))) {
    const twin = mark === mark.toUpperCase() ? mark.toLowerCase() : mark.toUpperCase();
    if (explained.has(twin)) continue;
    meanings.set(twin, meanings.get(mark)!);
    explained.add(twin);
  }
  return { meanings, explained };
}
