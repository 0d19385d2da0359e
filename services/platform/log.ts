/** The log: JSON lines on standard error, because standard output belongs to data. Never holds text from a page. */
import pino from 'pino';

export type Log = pino.Logger;

export function createLog(level: string): Log {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}
