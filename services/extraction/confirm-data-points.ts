/**
 * Every number from a scan is read twice. A second, independent reading of the place where a value stands either agrees,
 * and the value becomes surer, or it does not, and a person is asked with both readings before them.
 */
import type { DataPoint, EvidenceDocument, ServiceEntry, Source } from '../domain/evidence.ts';

/** What the other reader makes of a place; null where there is no second reading of it (typed text, no image). */
export type Confirm = (source: Source) => Promise<{ text: string; confidence: number } | null>;

const lookAlikes: Readonly<Record<string, string>> = {
  O: '0',
  o: '0',
  l: '1',
  I: '1',
  '|': '1',
  S: '5',
  B: '8',
  Z: '2',
};

/** The numbers of a reading; letters that stand among digits are read as the digits that they look like. */
function numbersIn(text: string): string[] {
  const mended = text.replace(/[0-9OolI|SBZ]*\d[0-9OolI|SBZ]*/g, (token) =>
    token.replace(/[OolI|SBZ]/g, (letter) => lookAlikes[letter] ?? letter),
  );
  return (mended.match(/\d+(?:[.,]\d+)?/g) ?? []).map((number) => String(Number(number.replace(',', '.'))));
}

const marksIn = (text: string) =>
  text.replace(/[–−—]/g, '-').replace(/[✔√]/g, '✓').replace(/[✘×]/g, '✗').replace(/\s/g, '').toUpperCase();

/** Whether two readings of one place say the same: the same numbers in the same order, or, without numbers, the same marks. */
export function readAlike(first: string, second: string): boolean {
  const numbers = numbersIn(first);
  if (numbers.length === 0) return marksIn(first) === marksIn(second);
  const others = numbersIn(second);
  return numbers.length === others.length && numbers.every((number, i) => number === others[i]);
}

interface Readable {
  readonly source: Source;
  readonly status?: 'proposed' | 'needs_review' | undefined;
  readonly reason?: string | undefined;
}

const differ = (source: Source, second: string) =>
  `Two readings differ: “${source.quote.trim()}” and “${second.trim() === '' ? 'nothing' : second.trim()}”.`;

const asked = <T extends Readable>(item: T, reason: string): T => ({
  ...item,
  status: 'needs_review',
  reason: item.reason ? `${item.reason} ${reason}` : reason,
});

/** Two readers that agree are wrong only where both are: the doubts multiply. */
const joint = (first: number, second: number) => Math.round((1 - (1 - first) * (1 - second)) * 100) / 100;

/**
 * `document` after its values were read a second time by `confirm`, which is called once for each place that has a box.
 * A point that already needs a person stays so. Rejects when `confirm` rejects.
 */
export async function confirmDataPoints(document: EvidenceDocument, confirm: Confirm): Promise<EvidenceDocument> {
  const readings = new Map<string, ReturnType<Confirm>>();
  const read = (source: Source): ReturnType<Confirm> => {
    if (source.bbox === null) return Promise.resolve(null);
    const key = `${source.page}:${source.start}:${source.end}`;
    const made = readings.get(key) ?? confirm(source);
    readings.set(key, made);
    return made;
  };
  const points = document.dataPoints.map(async (point): Promise<DataPoint> => {
    const second = await read(point.source);
    if (!second) return point;
    if (!readAlike(point.source.quote, second.text)) {
      return { ...asked(point, differ(point.source, second.text)), confidence: Math.min(point.confidence, 0.5) };
    }
    return point.status === 'proposed'
      ? { ...point, confidence: Math.min(0.99, joint(point.confidence, second.confidence * 0.9)) }
      : point;
  });
  const services = document.services.map(async (service): Promise<ServiceEntry> => {
    const second = await read(service.source);
    return second && !readAlike(service.source.quote, second.text)
      ? asked(service, differ(service.source, second.text))
      : service;
  });
  return { ...document, dataPoints: await Promise.all(points), services: await Promise.all(services) };
}
