/** Compares the words of a text with what a goal is about. */
import { conceptsIn } from '../../binders/topics/concepts.ts';
import { contentWords, isPlainLabel, isWeakStem, stemOf } from '../../binders/topics/stems.ts';
import type { GoalProfile } from './goal-profile.ts';

export interface Match {
  readonly hits: number;
  /** Whether anything but weak words (read, work, word) was found in common. */
  readonly firm: boolean;
  readonly conflict: boolean;
  /** Words that say something and are none of the goal's. */
  readonly strange: number;
}

/** Whether one word begins with the other; a short one must go on as a compound does, `dish` and `dishwash`, unlike `line` and `linear`. */
function beginsWith(long: string, short: string): boolean {
  return long.startsWith(short) && (short.length > 4 || long.length - short.length > 2);
}

/** `dish` for `dishwash`: one word within the other counts for less. */
function partWeight(stem: string, profile: GoalProfile): number | null {
  if (stem.length < 4 || isWeakStem(stem)) return null;
  for (const [own, weight] of profile.stems) {
    if (own.length >= 4 && own !== stem && (beginsWith(own, stem) || beginsWith(stem, own)) && !isWeakStem(own))
      return weight * 0.6;
  }
  return null;
}

/** `Reg.` for regulation: a word cut short, full stop and all. */
const cutShort = /\b([A-Za-z]{3,6})\.(?=\s|$|\/|-)/g;

/** The weight of the words of `text` that are cut short or written as initials; with the words that were so read. */
function shortForms(text: string, profile: GoalProfile): { hits: number; read: Set<string> } {
  const read = new Set<string>();
  let hits = 0;
  for (const [, short = ''] of text.matchAll(cutShort)) {
    const word = short.toLowerCase();
    const own = [...profile.stems].find(([stem]) => stem.length > word.length && stem.startsWith(word));
    if (own && !read.has(word)) hits += own[1];
    if (own) read.add(word);
  }
  for (const [short] of text.matchAll(/\b[A-Z]{2,5}\b/g)) {
    if (!profile.initials.has(short) || read.has(short.toLowerCase())) continue;
    hits += short.length > 2 ? 1 : 0.6;
    read.add(short.toLowerCase());
  }
  return { hits, read };
}

/** Words by which a page calls what it times a wait: `sec. to start`, `how long till`, `response time`. */
const latencyWords =
  /\blatency\b|\bwait(?:ing)? time\b|\bresponse time\b|\bstart(?:[- ]?up)? times?\b|\bhow long (?:until|till|before|to|it (?:took|takes))\b|\b(?:time|sec(?:ond)?s?|min(?:ute)?s?)\.? (?:to|until|till|before|from)\b(?! (?:\d|that|this|the|lunch|dismissal|class|noon))|\b(?:answers?|response|reply|work) (?:begins?|starts?|began|started)\b|\b(?:begins?|begin|began|starts?|started) (?:to |her |his |the )*(?:answer|respon|reply|work|writ|warm)\w*|\b(?:to|until|before) (?:first|start|begin|respon|answer|comply|repl|mov)/;

const durationWords =
  /\bdurations?\b|\bhow long\b(?! (?:until|till|before|to\b|it took))|\bminutes (?:of|in|on|at|with)\b|\btimer\b|\bstays?\b|\bstayed\b/;

/** The one latency goal of a student is meant where a page times a wait; the one duration goal where it shares a word as well. */
function kindHits(text: string, profile: GoalProfile, shares: boolean): number {
  if (!profile.onlyOfKind) return 0;
  const { kind } = profile.goal.measure;
  if (kind === 'latency') return latencyWords.test(text) ? 0.5 : 0;
  return kind === 'duration' && shares && durationWords.test(text) ? 0.4 : 0;
}

/** Compares one text with a goal. */
export function matchText(text: string, profile: GoalProfile): Match {
  if (text.trim() === '') return { hits: 0, firm: false, conflict: false, strange: 0 };
  const found = conceptsIn(text);
  let conflict = false;
  for (const [facet, values] of found.facets) {
    const wanted = profile.concepts.facets.get(facet);
    if (wanted && ![...values].some((value) => wanted.has(value))) conflict = true;
  }
  let hits = 0;
  const plain = text.toLowerCase().replace(/\s+/g, ' ');
  if (profile.areaNames.some((name) => plain.includes(name))) hits += 1.5;
  for (const id of found.ids) if (id !== 'by-oneself') hits += profile.conceptWeights.get(id) ?? 0;
  const short = shortForms(text, profile);
  hits += short.hits;
  let strange = 0;
  let weak = 0;
  for (const word of new Set(contentWords(text))) {
    if (short.read.has(word)) continue;
    const stem = stemOf(word);
    const weight = profile.stems.get(stem) ?? partWeight(stem, profile);
    if (weight !== null) {
      hits += weight;
      weak += isWeakStem(stem) ? weight : 0;
    } else if (!isPlainLabel(word)) strange += 1;
  }
  // `time   before` are two columns, and no wait before something.
  const named = kindHits(text.toLowerCase().replace(/ {2,}/g, ' | ').replace(/\s+/g, ' '), profile, hits > 0);
  return { hits: hits + named, firm: hits + named - weak > 0.2, conflict, strange };
}
