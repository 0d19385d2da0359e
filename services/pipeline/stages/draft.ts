/** Draft: one statement for a goal and a period, from the evidence that counts. */

import { parseStatementRecordId } from '../../domain/records.ts';
import { draftStatement } from '../../statements/draft-statement.ts';
import { saveDraft } from '../save-draft.ts';
import type { Stage } from '../stage.ts';

export const draftStage: Stage = {
  attempts: 3,
  timeoutMs: 60_000,
  concurrency: () => 8,

  async run(context, statementId) {
    const { store, clock } = context;
    const parts = parseStatementRecordId(statementId);
    if (!parts) throw new Error(`not the id of a statement: ${statementId}`);
    const { districtId, studentId, goalId, periodId } = parts;
    const student = await store.students.findOne({ districtId, id: studentId }).lean();
    const period = await store.periods.findOne({ districtId, id: periodId }).lean();
    const goal = student?.goals.find((candidate) => candidate.id === goalId);
    // The goal or the period left the caseload meanwhile: there is nothing to say about it any more.
    if (!student || !period || !goal) return;
    const points = await store.dataPoints
      .find({ districtId, studentId, goalId, state: { $in: ['proposed', 'confirmed', 'corrected'] } })
      .sort({ date: 1, _id: 1 })
      .lean();
    await saveDraft(context, statementId, districtId, draftStatement({ student, goal, period, points }), clock.now());
  },

  // A draft that cannot be made leaves the evidence as it is; the failed job is what a person sees.
  giveUp: async () => undefined,
  next: async () => [],
  // Drafts are asked for by filing and by decisions, whose jobs stay open until that is recorded.
  async *due() {},
};
