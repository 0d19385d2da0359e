/**
 * A worker answers no requests, so it shows that it lives by a file that it touches again and again: an event loop that
 * hangs touches nothing. `docker-compose.yml` looks at the file's age.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const FILE = join(tmpdir(), 'throughline-worker-alive');
const EVERY_MS = 10_000;

/** Begins to show that this process lives; what is returned ends it. A disk that cannot be written stops no work. */
export function showAlive(): () => void {
  const touch = () => {
    try {
      writeFileSync(FILE, String(Date.now()));
    } catch {
      // The health check will tell.
    }
  };
  touch();
  const timer = setInterval(touch, EVERY_MS);
  timer.unref();
  return () => {
    clearInterval(timer);
    rmSync(FILE, { force: true });
  };
}
