/** `throughline search`: the archive, one JSON line per hit. */
import { searchPages } from '../../archive/search-pages.ts';
import type { DocumentType } from '../../domain/evidence.ts';
import { openGround } from '../../pipeline/open-context.ts';
import { createLog } from '../../platform/log.ts';
import { assertRecords } from '../arguments.ts';
import { printJson, printLine } from '../output.ts';
import { configFor } from '../with-pipeline.ts';

export interface SearchOptions {
  readonly data: string;
  readonly student?: string;
  readonly type?: string;
  readonly from?: string;
  readonly to?: string;
  readonly limit: number;
  readonly json?: boolean;
}

export async function runSearch(query: string, options: SearchOptions): Promise<number> {
  await assertRecords(options.data);
  const config = configFor(options.data);
  const ground = await openGround(config, createLog('error'));
  try {
    const { store } = ground.context;
    for (const district of await store.districts.find().lean()) {
      const hits = await searchPages(store, {
        districtId: district._id,
        query,
        studentId: options.student,
        documentType: options.type as DocumentType | undefined,
        from: options.from,
        to: options.to,
        limit: options.limit,
      });
      for (const hit of hits) {
        await (options.json ? printJson(hit) : printLine(`${hit.file}, page ${hit.page}: ${hit.snippet}`));
      }
    }
    return 0;
  } finally {
    await ground.close();
  }
}
