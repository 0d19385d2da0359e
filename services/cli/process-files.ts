/** Running files through the whole pipeline and waiting until every one has ended in a state that a person can see. */
import type { Caseload } from '../domain/caseload.ts';
import { dayIn } from '../domain/dates.ts';
import type { ProcessResult } from '../domain/process-result.ts';
import { statementRecordId, type UploadRecord } from '../domain/records.ts';
import { finalUploadStates } from '../domain/states.ts';
import { advance } from '../pipeline/advance.ts';
import { collectResult } from '../pipeline/collect-result.ts';
import type { PipelineContext } from '../pipeline/context.ts';
import { importCaseload } from '../pipeline/load-caseload.ts';
import type { Pipeline } from '../pipeline/run-pipeline.ts';
import { submitFile } from '../pipeline/submit-file.ts';
import { understandAnew } from '../pipeline/understand-anew.ts';
import type { Work } from '../pipeline/work.ts';
import type { Progress } from './progress.ts';

export interface ProcessRequest {
  readonly files: readonly string[];
  readonly caseload: Caseload;
  readonly periodId?: string | undefined;
  /** The day of upload, used only where a document bears no date; today where it is not given. */
  readonly uploadDate?: string | undefined;
}

export interface ProcessOutcome {
  readonly result: ProcessResult;
  /** Whether every file was known and finished before this run, and no statement was written in it. */
  readonly nothingNew: boolean;
}

/** With a period named, every goal of every student whose plan runs in it gets a statement, evidence or not. */
function draftsForPeriod(caseload: Caseload, periodId: string | undefined): Work[] {
  const period = caseload.periods.find(({ id }) => id === periodId);
  if (!period) return [];
  const districtId = caseload.district.id;
  return caseload.students
    .filter(({ plan }) => plan.start <= period.end && plan.end >= period.start)
    .flatMap((student) =>
      student.goals.map((goal): Work => {
        const key = statementRecordId(districtId, student.id, goal.id, period.id);
        return { stage: 'draft', key, districtId };
      }),
    );
}

async function watch(context: PipelineContext, ids: readonly string[], progress: Progress): Promise<void> {
  const { uploads, pages } = context.store;
  for (;;) {
    const [open, total, waiting] = await Promise.all([
      uploads.countDocuments({ _id: { $in: [...ids] }, state: { $nin: [...finalUploadStates] } }),
      pages.countDocuments({ uploadId: { $in: [...ids] } }),
      pages.countDocuments({ uploadId: { $in: [...ids] }, state: 'waiting' }),
    ]);
    progress.set(total - waiting, total);
    if (open === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Processes the files. Run again on the same files it finds everything done and changes nothing. */
export async function processFiles(
  context: PipelineContext,
  pipeline: Pipeline,
  request: ProcessRequest,
  progress: Progress,
): Promise<ProcessOutcome> {
  const { store, clock } = context;
  const districtId = request.caseload.district.id;
  const startedAt = clock.now();
  await importCaseload(context, request.caseload);
  const skipped: ProcessResult['skipped'] = [];
  const ids: string[] = [];
  let nothingNew = (await understandAnew(context, districtId)) === 0;
  for (const file of request.files) {
    const { upload, known } = await submitFile(context, districtId, file, { uploadDate: request.uploadDate });
    ids.push(upload._id);
    if (known && finalUploadStates.includes(upload.state)) {
      if (upload.state === 'done') skipped.push({ file, reason: 'duplicate', of: file });
    } else nothingNew = false;
  }
  await watch(context, ids, progress);
  await advance(context, draftsForPeriod(request.caseload, request.periodId));
  await pipeline.idle();
  if (nothingNew) nothingNew = !(await store.statements.exists({ districtId, madeAt: { $gte: startedAt } }));

  const uploads = await store.uploads
    .find({ _id: { $in: ids } })
    .sort({ _id: 1 })
    .lean<UploadRecord[]>();
  for (const upload of uploads.filter(({ state }) => state === 'duplicate')) {
    const original = await store.uploads.findOne({ _id: upload.duplicateOf ?? '' }).lean();
    skipped.push({ file: upload.file, reason: 'duplicate', of: original?.file ?? upload.file });
  }
  const today = dayIn(request.caseload.district.timeZone, clock.now());
  const result = await collectResult(store, { districtId, uploads, skipped, periodId: request.periodId, today });
  return { result, nothingNew };
}
