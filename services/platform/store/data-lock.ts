/**
 * One process at a time works on a data directory. The lock is an exclusive SQLite transaction that is never
 * committed: the operating system lets go of it when the process ends, however it ends.
 */
import { join } from 'node:path';
import Database from 'libsql';
import { DomainError } from '../../domain/errors.ts';

/** Holds `dataDir` until `release`. Throws `busy` while another process holds it. */
export function holdDataDirectory(dataDir: string): { release(): void } {
  const database = new Database(join(dataDir, 'in-use.sqlite'));
  try {
    database.exec('PRAGMA busy_timeout = 500');
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    throw new DomainError('busy', `Another Throughline is already working in ${dataDir}.`, { cause: error });
  }
  let held = true;
  return {
    release() {
      if (!held) return;
      held = false;
      database.exec('ROLLBACK');
      database.close();
    },
  };
}
