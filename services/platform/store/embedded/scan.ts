/** Reads the candidates that a plan names, batch by batch, so that no more than a batch is ever in memory. */
import type { Interval } from './bounds.ts';
import type { Collection } from './catalog.ts';
import { decodeDocument } from './codec.ts';
import type { IndexScan, Scan } from './planner.ts';
import type { Parameter, RecordsFile, Row } from './records-file.ts';
import type { PlainObject } from './values.ts';

export interface Found {
  readonly rid: number;
  readonly document: PlainObject;
  /** How well it fits the words of a text search; greater is better. */
  readonly score?: number;
}

/** What a scan has looked at. */
export interface ScanCounts {
  keys: number;
  documents: number;
}

const LARGEST_BATCH = 200;

/** Grows from what is first asked for, so that one record costs one row and a long scan few queries. */
function* batchSizes(first: number): Generator<number, never> {
  for (let size = Math.max(1, Math.min(first, LARGEST_BATCH)); ; size = Math.min(size * 2, LARGEST_BATCH)) yield size;
}

function toFound(row: Row, counts: ScanCounts): Found {
  counts.documents++;
  const found = { rid: Number(row[0]), document: decodeDocument(row[1] as string) };
  return row.length > 3 ? { ...found, score: -Number(row[3]) } : found;
}

/** One query for each batch, from where the last one ended. */
function* inBatches(
  file: RecordsFile,
  first: number,
  query: (after: Row | undefined, size: number) => readonly [string, readonly Parameter[]],
): Generator<Row[]> {
  let after: Row | undefined;
  for (const size of batchSizes(first)) {
    const [sql, parameters] = query(after, size);
    const rows = file.read(() => file.all(sql, parameters));
    yield rows;
    if (rows.length < size) return;
    after = rows.at(-1);
  }
}

function* allRows(file: RecordsFile, collection: Collection, first: number): Generator<Row[]> {
  const sql = `SELECT rid, doc FROM ${collection.table} WHERE rid > ? ORDER BY rid LIMIT ?`;
  yield* inBatches(file, first, (after, size) => [sql, [after ? Number(after[0]) : 0, size]]);
}

/** One of several intervals that are read side by side. */
interface Lane {
  readonly batches: Generator<Row[]>;
  readonly bound: number;
  rows: Row[];
  at: number;
}

/** The row that a lane stands at; undefined at its end. */
function head(lane: Lane): Row | undefined {
  while (lane.at >= lane.rows.length) {
    const { done, value } = lane.batches.next();
    if (done) return undefined;
    lane.rows = value;
    lane.at = 0;
    if (value.length === 0) return undefined;
  }
  return lane.rows[lane.at];
}

function* sideBySide(
  scan: IndexScan,
  first: number,
  within: (interval: Interval) => Generator<Row[]>,
): Generator<Row[]> {
  const sign = scan.reverse ? -1 : 1;
  let lanes: Lane[] = scan.intervals.map((one) => ({ batches: within(one), bound: one.bound, rows: [], at: 0 }));
  const keyOf = (lane: Lane, row: Row) => (row[2] as Buffer).subarray(lane.bound);
  for (const size of batchSizes(first)) {
    const batch: Row[] = [];
    while (batch.length < size) {
      lanes = lanes.filter(head);
      const [firstLane, ...others] = lanes;
      if (!firstLane) break;
      const next = others.reduce((best, lane) => {
        const order = Buffer.compare(keyOf(lane, head(lane) as Row), keyOf(best, head(best) as Row));
        return order * sign < 0 ? lane : best;
      }, firstLane);
      batch.push(head(next) as Row);
      next.at++;
    }
    yield batch;
    if (batch.length < size) return;
  }
}

/** Rows of `[rid, doc, key]` in the order of the index. */
function* indexRows(file: RecordsFile, collection: Collection, scan: IndexScan, first: number): Generator<Row[]> {
  const { index, reverse } = scan;
  const isOwn = index.table === collection.table;
  const key = isOwn ? 'c.id' : 'e.key';
  const rid = isOwn ? 'c.rid' : 'e.rid';
  const from = isOwn ? `${collection.table} c` : `${index.table} e CROSS JOIN ${collection.table} c ON c.rid = e.rid`;
  const select = `SELECT c.rid, c.doc, ${key} FROM ${from} WHERE`;
  const forward = `${select} (${key}, ${rid}) > (?, ?) AND ${key} < ? ORDER BY ${key}, ${rid} LIMIT ?`;
  const backward = `${select} (${key}, ${rid}) < (?, ?) AND ${key} >= ? ORDER BY ${key} DESC, ${rid} DESC LIMIT ?`;
  const within = ({ low, past }: Interval) =>
    inBatches(file, first, (after, size) => {
      const from = after ? [after[2] as Buffer, Number(after[0])] : [reverse ? past : low, -1];
      return [reverse ? backward : forward, [...from, reverse ? low : past, size]];
    });
  if (scan.isMerged) {
    yield* sideBySide(scan, first, within);
    return;
  }
  const intervals = reverse ? [...scan.intervals].reverse() : scan.intervals;
  for (const interval of intervals) yield* within(interval);
}

/** Rows of `[rid, doc, null, rank]`, in the order of the records or, when the best come first, of their rank. */
function* textRows(
  file: RecordsFile,
  collection: Collection,
  scan: Scan & { kind: 'text' },
  first: number,
  bestFirst: boolean,
): Generator<Row[]> {
  const { table } = scan.index;
  if (!bestFirst) {
    const matches = `SELECT rowid AS rid, rank AS rank FROM ${table} WHERE ${table} MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?`;
    const sql = `SELECT m.rid, c.doc, NULL, m.rank FROM (${matches}) m CROSS JOIN ${collection.table} c ON c.rid = m.rid`;
    yield* inBatches(file, first, (after, size) => [sql, [scan.match, after ? Number(after[0]) : 0, size]]);
    return;
  }
  // Ranks are only a number and a row, so they are all drawn up at once; the records follow in batches.
  const ranked = file.read(() =>
    file.all(`SELECT rowid, rank FROM ${table} WHERE ${table} MATCH ? ORDER BY rank, rowid`, [scan.match]),
  );
  let at = 0;
  for (const size of batchSizes(first)) {
    const part = ranked.slice(at, at + size);
    at += part.length;
    yield file.read(() =>
      part.flatMap(([rid, rank]) =>
        file
          .all(`SELECT doc FROM ${collection.table} WHERE rid = ?`, [Number(rid)])
          .map(([doc]) => [rid, doc, null, rank]),
      ),
    );
    if (at >= ranked.length) return;
  }
}

function rowsOf(
  file: RecordsFile,
  collection: Collection,
  scan: Exclude<Scan, { kind: 'any' | 'nothing' }>,
  first: number,
  bestFirst: boolean,
): Generator<Row[]> {
  if (scan.kind === 'all') return allRows(file, collection, first);
  if (scan.kind === 'text') return textRows(file, collection, scan, first, bestFirst);
  return indexRows(file, collection, scan, first);
}

export interface ScanOptions {
  /** How many records are probably enough. */
  readonly first: number;
  /** Whether a text search is to give the best fit first. */
  readonly bestFirst: boolean;
  readonly counts: ScanCounts;
}

/**
 * The candidates of a scan, each once. Gives null wherever a batch has been read, so that whoever must not hold up the
 * event loop can pause there.
 */
export function* scanCandidates(
  file: RecordsFile,
  collection: Collection,
  scan: Scan,
  { first, bestFirst, counts }: ScanOptions,
): Generator<Found | null> {
  if (scan.kind === 'nothing') return;
  const scans = scan.kind === 'any' ? scan.scans : [scan];
  // An index that holds arrays has several entries for one record.
  const mayRepeat = scan.kind === 'any' || (scan.kind === 'index' && scan.index.multikey.includes(true));
  const seen = mayRepeat ? new Set<number>() : undefined;
  for (const part of scans) {
    for (const rows of rowsOf(file, collection, part, first, bestFirst)) {
      counts.keys += rows.length;
      for (const row of rows) {
        if (seen?.has(Number(row[0]))) continue;
        seen?.add(Number(row[0]));
        yield toFound(row, counts);
      }
      yield null;
    }
  }
}
