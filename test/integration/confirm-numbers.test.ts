/** The pipeline reads the numbers of a scan a second time, from the original, each time that a document is understood. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Bbox } from '../../services/domain/geometry.ts';
import { advance } from '../../services/pipeline/advance.ts';
import { importCaseload } from '../../services/pipeline/load-caseload.ts';
import { runPipeline } from '../../services/pipeline/run-pipeline.ts';
import { stages } from '../../services/pipeline/stages.ts';
import { submitFile } from '../../services/pipeline/submit-file.ts';
import type { Reading } from '../../services/reading/reading.ts';
import { closedReading, temporaryFolder, testContext } from '../factories/ground.ts';
import { scannedPage } from '../factories/scanned-page.ts';
import { sampleCaseload } from '../factories/text-page.ts';

const sheet = `COMPREHENSION DATA SHEET
Student: Mateo Quiñones    Grade 7

Date          Inferential questions
11/6/2025     5/10
12/4/2025     6/10`;

/** One scanned page, in which the second reader takes the last six for an eight. */
function scanReading(calls: Bbox[]): Reading {
  const { file: _, ...page } = scannedPage(sheet);
  return {
    ...closedReading,
    inspect: async () => ({ kind: 'image', mediaType: 'image/png', pageCount: 1 }),
    readPage: async () => ({ page, image: null }),
    confirm: async (_path, _info, _page, bbox) => {
      calls.push(bbox);
      const seen = page.words.filter(
        ({ bbox: b }) => b[0] < bbox[2] && b[2] > bbox[0] && b[1] < bbox[3] && b[3] > bbox[1],
      );
      const text = seen.map((word) => word.text.replace('6/10', '8/10')).join(' ');
      return { text, confidence: 0.95, reader: 'tesseract' };
    },
  };
}

it('asks a person about the number that two readers read in two ways, and only about that one, also when it runs again', async () => {
  const calls: Bbox[] = [];
  const folder = await temporaryFolder();
  const context = await testContext({ reading: scanReading(calls), dataDir: folder });
  const caseload = sampleCaseload();
  await importCaseload(context, caseload);
  const pipeline = await runPipeline(context, stages, { alone: true });
  onTestFinished(() => pipeline.stop());
  const path = join(folder, 'scan.png');
  await writeFile(path, 'the bytes of a picture');
  const { upload } = await submitFile(context, caseload.district.id, path);
  await pipeline.idle();

  const { dataPoints, documents } = context.store;
  const points = () => dataPoints.find({ uploadId: upload._id }).sort({ date: 1 }).lean();
  const first = await points();
  expect(first.map((p) => [p.value, p.state])).toEqual([
    [50, 'proposed'],
    [60, 'needs_review'],
  ]);
  expect(first[1]?.reason).toContain('“6/10” and “8/10”');
  const callsOfOneRun = calls.length;
  expect(callsOfOneRun).toBeGreaterThan(0);

  await documents.updateMany({ uploadId: upload._id }, { $set: { state: 'split' } });
  await advance(context, [{ stage: 'classify', key: first[0]?.documentId ?? '', districtId: caseload.district.id }]);
  await pipeline.idle();
  expect(calls).toHaveLength(2 * callsOfOneRun);
  expect(await points()).toEqual(first);
});
