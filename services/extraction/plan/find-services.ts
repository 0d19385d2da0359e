/** The services that an IEP promises, with their minutes a week or a month. */
import type { OpenPage } from '../../binders/open-page.ts';
import type { Line } from '../../binders/page-text/sheet.ts';
import type { ProposedService } from '../../domain/proposed-plan.ts';
import { sourceOf } from '../grounding.ts';
import type { PlanDays } from './found-goal.ts';
import { goalBlocks } from './goal-blocks.ts';

const section =
  /^\s*(?:section \d+:? ?)?(?:schedule of |summary of |special education |direct |related )*(?:and related )?services?\b/i;
const ends =
  /^\s*(?:accommodations?|modifications?|supplementary aids|placement|extended school year|signatures?|transition|participation|page \d)/i;
const kindWords =
  /\btherapy\b|\binstruction\b|\bcounsel|\bspeech\b|\blanguage\b|\boccupational\b|\bphysical\b|\breading\b|\bmath\b|\bsupport\b|\bspecial(?:ist|ized| education)\b|\bsdi\b|\bslp\b|\b[OP]T\b|\badapted\b|\bnurs|\bvision\b|\bhearing\b|\bmobility\b|\bbehavior\b|\bcoaching\b|\bsocial\b|\bpsycholog|\btransport/i;

const length = String.raw`(?<minutes>\d{1,3}(?:\.\d)?)[- ]?(?<unit>min(?:ute)?s?\.?|m\b|hours?|hrs?\.?)`;
const times = String.raw`(?<times>\d|once|twice|one|two|three|four|five) ?(?:x|×|times?|sessions?|days?)`;
const period = String.raw`(?:per|a|each|every|\/|x)? ?(?<period>weekly|week|wk|monthly|month|mo\b|daily|day)`;
const shapes = [
  new RegExp(
    String.raw`${times}(?: ?(?:per|a|each|\/) ?(?<period2>week|wk|month|mo)\b)?[^\d\n]{0,14}${length}(?: (?:each|per session))?[ ,;]{0,16}(?:${period})?`,
    'i',
  ),
  new RegExp(`${length}[ ,;]{0,8}(?:each|per session|sessions?)?[ ,;]{0,8}${times}[ ,]{0,8}${period}`, 'i'),
  new RegExp(`${length}[ ,;]{0,16}${period}`, 'i'),
];
const words: Readonly<Record<string, number>> = { once: 1, one: 1, twice: 2, two: 2, three: 3, four: 4, five: 5 };

interface ServicePromise {
  readonly minutes: number;
  readonly per: 'week' | 'month';
  /** Whether it was promised by the school day. */
  readonly daily: boolean;
  readonly at: number;
}

function perOf(word: string | undefined): 'week' | 'month' | 'day' | null {
  if (!word) return null;
  if (/^d/i.test(word)) return 'day';
  return /^m/i.test(word) ? 'month' : 'week';
}

/** What `line` promises; `headed` is the unit that the head of its table gives to a bare number. */
function promiseIn(line: Line, headed: { at: number; per: 'week' | 'month' | null } | null): ServicePromise | null {
  for (const shape of shapes) {
    const m = shape.exec(line.text);
    const per = perOf(m?.groups?.period ?? m?.groups?.period2);
    if (!m?.groups || !per) continue;
    const one = Number(m.groups.minutes) * (/^h/i.test(m.groups.unit ?? '') ? 60 : 1);
    const said = m.groups.times?.toLowerCase();
    const count = said ? (words[said] ?? Number(said)) : 1;
    return {
      minutes: one * count * (per === 'day' ? 5 : 1),
      per: per === 'month' ? 'month' : 'week',
      daily: per === 'day',
      at: m.index,
    };
  }
  if (!headed) return null;
  const cell = line.cells.find(
    (c) => /^\d{1,4}(?: ?min(?:ute)?s?\.?)?$/.test(c.text) && Math.abs(c.x0 - headed.at) < 14,
  );
  const often = line.cells.find(
    (c) => perOf(/^(?:per |each |a )?(week(?:ly)?|month(?:ly)?|daily)$/i.exec(c.text)?.[1]) !== null,
  );
  const per = often ? perOf(/(week|month|dai)/i.exec(often.text)?.[1]) : headed.per;
  if (!cell || !per) return null;
  const minutes = Number.parseInt(cell.text, 10) * (per === 'day' ? 5 : 1);
  return { minutes, per: per === 'month' ? 'month' : 'week', daily: per === 'day', at: cell.start - line.start };
}

function headOf(line: Line): { at: number; per: 'week' | 'month' | null } | null {
  const cell = line.cells.find((c) => /\bmin(?:ute)?s?\b/i.test(c.text) && !/\d/.test(c.text));
  if (!cell || line.cells.length < 2) return null;
  return { at: cell.x0, per: /\bweek/i.test(cell.text) ? 'week' : /\bmonth/i.test(cell.text) ? 'month' : null };
}

function kindOf(line: Line, at: number): string {
  const before =
    line.text
      .slice(0, at)
      .split(/\s{2,}|\t|\|/)
      .map((part) => part.trim())
      .filter(Boolean)[0] ?? '';
  return before.replace(/^[-•*\d.)\s]+|[\s:,;–—(-]+$/g, '').trim();
}

/** The services of `page`: in its section of services, and lines elsewhere that name a service and its minutes. */
export function findServices(page: OpenPage, plan: PlanDays): ProposedService[] {
  const goals = goalBlocks(page);
  const found: ProposedService[] = [];
  let inSection = false;
  let headed: ReturnType<typeof headOf> = null;
  for (const line of page.sheet.lines) {
    const head = headOf(line);
    if (head) headed = head;
    if (section.test(line.text)) inSection = true;
    else if (ends.test(line.text)) {
      inSection = false;
      headed = null;
    }
    if (goals.some(({ start, end }) => line.start < end && line.end > start)) continue;
    const promise = promiseIn(line, headed);
    if (!promise) continue;
    const kind = kindOf(line, promise.at);
    const source = sourceOf(page, line.start, line.end);
    if (!source || !/[a-z]{2}/i.test(kind) || !(inSection || kindWords.test(kind))) continue;
    if (kind.split(' ').length > 8) continue;
    const [start, end] = page.days.days.filter((d) => d.line === line.index && d.hasYear).map((d) => d.day);
    found.push({
      id: `proposed-service-${page.sheet.page.page}-${found.length + 1}`,
      kind,
      minutes: promise.minutes,
      per: promise.per,
      start: start ?? plan.start,
      end: end ?? plan.end,
      uncertain: [...(promise.daily ? ['minutes'] : []), ...(start ? [] : ['start']), ...(end ? [] : ['end'])],
      source,
    });
  }
  return found;
}
