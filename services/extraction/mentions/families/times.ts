/** Stretches of time: `10:12-10:19`, `6:30`, `3 min 10 s`, `one minute`. What a class or a session lasts is none. */
import { type Claim, claimsOf, digits, numberOf, numberWord } from './family.ts';

const clockRange =
  /\b(\d{1,2}):(\d{2})(?::(\d{2}))?\s?(?:[ap]\.?m\.?)?\s?(?:-|–|to|till|until)\s?(\d{1,2}):(\d{2})(?::(\d{2}))?\s?(?:[ap]\.?m\.?)?/gi;
const clockTime = /(?<![\d:/])(\d{1,2}):(\d{2})(?::(\d{2}))?(?!\d|:)(?:\s?[ap]\.?m\b\.?)?/gi;
/** `break over called 1:25:00, in seat 1:26:50`: from what was said to what was done, on one line. */
const calledToDone =
  /\b(?:called|told|asked|given|said|signal(?:ed)?|direction|bell|start(?:ed)?|began|left)(?: at)? (\d{1,2}):(\d{2})(?::(\d{2}))?\b[^\d\n]{2,40}?\b(?:in (?:her |his )?seat|seated|sat(?: down)?|back|started|began|working|answered|complied|moved|responded|ready|in line|returned|done|stopped|ended)(?: at| by)? (\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])/gi;
/** `OUT 8:50   IN 8:54`, `start 1:10   end 1:28`, `left at 9:40 and was walked back at 9:47`. */
const outToIn =
  /\b(?:out|left|start(?:ed)?|beg[ai]n|from|in|on)(?: at)?\s?:?\s?(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s|[,;]|and\b){1,8}(?:(?:was |she |he |came |walked |brought |sent |got )*)(?:in|back|return(?:ed)?|stop(?:ped)?|end(?:ed)?|finished|off|out|until|to)(?: (?:by (?:her|him)self ))?(?: at)?\s?:?\s?(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])/gi;
const gap = String.raw`[ \n]?`;
const hours = String.raw`(?:hours?|hrs?|horas?)\.?`;
const minutes = String.raw`(?:minutes?|mins?|minutos?|m(?= ?\d{1,2} ?s(?![a-z])))(?! ?assist)\.?`;
const seconds = String.raw`(?:seconds?|secs?|segundos?|(?<!-)s(?![\w/]))\.?`;
const lasting = new RegExp(
  `(?<![\\w/.:-])(?:(${digits})${gap}${hours},?${gap}(?:and )?)?(?:(${digits}|${numberWord})(?:[ -]?|\\n(?!Min))${minutes}(?![a-z])(?:,?${gap}(?:and )?(?=\\d))?)?(?:(${digits}|${numberWord})[ \\n-]?${seconds}(?![a-z]))?`,
  'gi',
);
/** `50 min class`, `20 minute play session`: how long it lasts, not what was measured in it. */
const schedule = new RegExp(
  `(?<![\\w/.:-])${digits}[ -]?${minutes} (?:(?!out\\b|in\\b|of\\b|away\\b|late\\b|into\\b|off\\b|from\\b|to\\b|at\\b|outside\\b|before\\b|after\\b)\\w+ ){0,2}(?:class(?:es)?|sessions?|samples?|lessons?|periods?|block|shift|observation|check-?in)\\b`,
  'gi',
);

/** `in our 20 min`: the time that there was. */
const within = new RegExp(
  `(?<=\\b(?:in|during|of) (?:our|the|a|her|his|this|that|each) )${digits}[ -]?${minutes}(?![a-z])`,
  'gi',
);

/** `36/3 min`: what was done in so many minutes. */
const perMinutes = /(?<=\d ?\/ ?)(\d{1,2}) ?min(?:utes?|s)?\b\.?/gi;

const secondsOf = (h: string | undefined, m: string | undefined, s: string | undefined) =>
  Number(h ?? 0) * 3600 + Number(m) * 60 + Number(s ?? 0);

function rangeSeconds(m: RegExpMatchArray): number {
  const length = secondsOf(m[4], m[5], m[6]) - secondsOf(m[1], m[2], m[3]);
  return length >= 0 ? length : length + 12 * 3600;
}

/** `21, 13, 17 and 13 seconds`: the unit behind the last is that of all; two alone need an `and` between them. */
const list =
  /(?<![\w/.:-]|\b(?:of|\/) )((?:\d{1,3}(?:\.\d+)?,?[ \n](?:and|&)[ \n](?=\d)|(?:\d{1,3}(?:\.\d+)?[ \n]?[,;][ \n]?){2,}(?:and[ \n]|&[ \n])?(?=\d)|(?:\d{1,3}(?:\.\d+)?[ \n]?[,;][ \n]?)+\d{1,3}(?:\.\d+)?,?[ \n](?:and|&)[ \n](?=\d)))\d{1,3}(?:\.\d+)?[ \n]?(seconds?|secs?|minutes?|mins?|s)\b/gi;

/** `40 seconds, then 30, then 35`: the unit of the first is that of all. */
const listBehind =
  /(?<![\w/.:-])\d{1,3}(?:\.\d+)?[ \n]?(seconds?|secs?|minutes?|mins?|s)\b((?:,?[ \n](?:then|and)[ \n]\d{1,3}|,[ \n]\d{1,3})(?:(?:,?[ \n](?:then|and)[ \n]|,[ \n])\d{1,3}){0,8})(?![\d:/%]|[ \n]?[a-z]|\.\d)/gi;

function readLists(text: string): Claim[] {
  const unitFirst = [...text.matchAll(listBehind)].flatMap((m) =>
    [...m[0].matchAll(/\d+(?:\.\d+)?/g)].map((n): Claim => {
      const start = m.index + n.index;
      const seconds = Number(n[0]) * (/^m/i.test(m[1] ?? '') ? 60 : 1);
      return { start, end: start + n[0].length, quantity: { type: 'time', seconds, form: 'units' } };
    }),
  );
  const unitLast = [...text.matchAll(list)].flatMap((m) =>
    [...(m[1] ?? '').matchAll(/\d+(?:\.\d+)?/g)].map((n): Claim => {
      const start = m.index + n.index;
      const seconds = Number(n[0]) * (/^m/i.test(m[2] ?? '') ? 60 : 1);
      return { start, end: start + n[0].length, quantity: { type: 'time', seconds, form: 'units' } };
    }),
  );
  return [...unitFirst, ...unitLast];
}

/** The stretches of time in `text`, in seconds. */
export function readTimes(text: string): Claim[] {
  return [
    ...claimsOf(text, clockRange, (m) => ({ type: 'time', seconds: rangeSeconds(m), form: 'range' })),
    ...claimsOf(text, calledToDone, (m) => ({ type: 'time', seconds: rangeSeconds(m), form: 'range' })),
    ...claimsOf(text, outToIn, (m) => ({ type: 'time', seconds: rangeSeconds(m), form: 'range' })),
    ...claimsOf(text, clockTime, (m) => ({
      type: 'time',
      seconds: m[3] === undefined ? secondsOf('0', m[1], m[2]) : secondsOf(m[1], m[2], m[3]),
      form: 'clock',
    })),
    ...readLists(text),
    ...claimsOf(text, perMinutes, (m) => ({ type: 'time', seconds: 60 * Number(m[1]), form: 'units' })),
    ...claimsOf(text, schedule, () => null),
    ...claimsOf(text, within, () => null),
    ...claimsOf(text, lasting, (m) =>
      // `PE: 8` over `SECONDS ON ONE FOOT`: what opens the next line in capitals is no unit of this one.
      (m[1] || m[2] || m[3]) && !/\n[A-Z]/.test(m[0])
        ? { type: 'time', seconds: numberOf(m[1]) * 3600 + numberOf(m[2]) * 60 + numberOf(m[3]), form: 'units' }
        : undefined,
    ),
  ];
}
