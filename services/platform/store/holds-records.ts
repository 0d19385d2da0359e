/** Where a data directory keeps its records. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';

export const RECORDS_FILE = 'records.sqlite';

/** Whether a data directory holds records already: opening it would make them. */
export function holdsRecords(dataDir: string): Promise<boolean> {
  return access(join(dataDir, RECORDS_FILE)).then(
    () => true,
    () => false,
  );
}
