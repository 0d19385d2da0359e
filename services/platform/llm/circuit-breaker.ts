/** Leaves an endpoint alone that has failed several times in a row; after a while one request may try it. */
export interface CircuitBreaker {
  /** Whether a request may go out now. While the circuit is open, one trial is let through at each end of the rest. */
  allows(now: number): boolean;
  succeeded(): void;
  failed(now: number): void;
}

export interface CircuitLimits {
  /** Failures in a row that open the circuit. */
  readonly failures: number;
  /** Rest in milliseconds before a trial. */
  readonly restMs: number;
}

export const usualCircuitLimits: CircuitLimits = { failures: 5, restMs: 60_000 };

export function createCircuitBreaker(limits: CircuitLimits = usualCircuitLimits): CircuitBreaker {
  let failures = 0;
  let openUntil: number | null = null;
  return {
    allows(now) {
      if (openUntil === null) return true;
      if (now < openUntil) return false;
      // One trial; others keep waiting until it is known how it went.
      openUntil = now + limits.restMs;
      return true;
    },
    succeeded() {
      failures = 0;
      openUntil = null;
    },
    failed(now) {
      failures += 1;
      if (failures >= limits.failures) openUntil = now + limits.restMs;
    },
  };
}
