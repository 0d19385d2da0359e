/** At most so many requests a minute from this process, evenly spread, with a small burst to start. */
export interface RateLimit {
  /**
   * Takes the next free place and says how long to wait for it, in milliseconds; null, and no place taken, where the
   * wait would be longer than `longest`.
   */
  take(now: number, longest: number): number | null;
}

const BURST = 10;

/** `perMinute` requests a minute; the first `BURST` of a quiet time may come at once (generic cell rate algorithm). */
export function createRateLimit(perMinute: number): RateLimit {
  const interval = 60_000 / perMinute;
  const tolerance = interval * (Math.min(BURST, Math.max(1, perMinute)) - 1);
  let due = Number.NEGATIVE_INFINITY;
  return {
    take(now, longest) {
      const place = Math.max(due, now);
      const delay = Math.max(0, place - tolerance - now);
      if (delay > longest) return null;
      due = place + interval;
      return delay;
    },
  };
}
