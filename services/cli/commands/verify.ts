/** `throughline verify`: integrity of a data directory; exit status 1 and a list where anything is wrong. */
import { openGround } from '../../pipeline/open-context.ts';
import type { Problem } from '../../pipeline/verify-references.ts';
import { verifyStore } from '../../pipeline/verify-store.ts';
import { createLog } from '../../platform/log.ts';
import { assertRecords } from '../arguments.ts';
import { printJson, printLine } from '../output.ts';
import { configFor } from '../with-pipeline.ts';

export interface VerifyOptions {
  readonly data: string;
  readonly json?: boolean;
}

export async function runVerify(options: VerifyOptions): Promise<number> {
  await assertRecords(options.data);
  const ground = await openGround(configFor(options.data), createLog('error'));
  try {
    const problems: Problem[] = [];
    for await (const problem of verifyStore(ground.context)) problems.push(problem);
    if (options.json) await printJson({ ok: problems.length === 0, problems });
    else if (problems.length === 0) await printLine('Everything is in order.');
    else for (const { kind, what, detail } of problems) await printLine(`${kind}: ${what}: ${detail}`);
    return problems.length > 0 ? 1 : 0;
  } finally {
    await ground.close();
  }
}
