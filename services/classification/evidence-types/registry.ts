/** Every evidence type, one line each. */
import type { DocumentType } from '../../domain/evidence.ts';
import { anecdotalNote } from './anecdotal-note/definition.ts';
import { behaviorChart } from './behavior-chart/definition.ts';
import { cbmProbe } from './cbm-probe/definition.ts';
import { evaluationReport } from './evaluation-report/definition.ts';
import type { EvidenceType } from './evidence-type.ts';
import { exitTicket } from './exit-ticket/definition.ts';
import { iep } from './iep/definition.ts';
import { other } from './other/definition.ts';
import { parentCommunication } from './parent-communication/definition.ts';
import { progressReport } from './progress-report/definition.ts';
import { rubric } from './rubric/definition.ts';
import { runningRecord } from './running-record/definition.ts';
import { separator } from './separator/definition.ts';
import { serviceLog } from './service-log/definition.ts';
import { trialSheet } from './trial-sheet/definition.ts';
import { workSample } from './work-sample/definition.ts';

export const evidenceTypes = {
  cbm_probe: cbmProbe,
  running_record: runningRecord,
  trial_sheet: trialSheet,
  behavior_chart: behaviorChart,
  rubric,
  work_sample: workSample,
  exit_ticket: exitTicket,
  service_log: serviceLog,
  anecdotal_note: anecdotalNote,
  parent_communication: parentCommunication,
  progress_report: progressReport,
  iep,
  evaluation_report: evaluationReport,
  separator,
  other,
} satisfies Record<DocumentType, EvidenceType>;
