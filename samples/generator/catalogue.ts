/** Every sample file. */
import { damagedScan, emptyFile, voiceMemo } from './evidence/bad-files.ts';
import { binder } from './evidence/binder.ts';
import { counselingNotes } from './evidence/counseling-notes.ts';
import { paraEmail, parentEmail } from './evidence/emails.ts';
import { evaluationReport } from './evidence/pdf-evaluation.ts';
import { assignmentsReport, fluencyRecord } from './evidence/pdf-measurements.ts';
import { planPages, progressReport } from './evidence/pdf-reports.ts';
import { paragraphRubric } from './evidence/pdf-rubric.ts';
import { speechLog, speechLogCopy } from './evidence/pdf-services.ts';
import { rubricPhoto } from './evidence/photo-rubric.ts';
import { vocabularyPhoto } from './evidence/photo-vocabulary.ts';
import { behaviorPhoto, taskAnalysisPhoto } from './evidence/photos-behavior.ts';
import { fluencyPhoto, runningRecordPhoto } from './evidence/photos-fluency.ts';
import { blurredPhoto, recessNotePhoto, stickyNotePhoto } from './evidence/photos-notes.ts';
import { exitTicketPhoto, integersPhoto, spellingPhoto } from './evidence/photos-student-work.ts';
import { breakLogScan, directionsScan, latencyScan, staminaScan } from './evidence/scans.ts';
import { circleNote, elopementNotes, ottolineNotes } from './evidence/typed-notes.ts';
import { equationResults, inferentialData, sightWords, unclearNote } from './evidence/typed-results.ts';
import type { EvidenceFile } from './evidence-file.ts';

export const evidenceFiles: readonly EvidenceFile[] = [
  fluencyPhoto,
  runningRecordPhoto,
  exitTicketPhoto,
  integersPhoto,
  spellingPhoto,
  behaviorPhoto,
  taskAnalysisPhoto,
  recessNotePhoto,
  stickyNotePhoto,
  rubricPhoto,
  vocabularyPhoto,
  blurredPhoto,
  binder,
  latencyScan,
  staminaScan,
  breakLogScan,
  directionsScan,
  fluencyRecord,
  assignmentsReport,
  speechLog,
  paragraphRubric,
  planPages,
  progressReport,
  evaluationReport,
  circleNote,
  elopementNotes,
  ottolineNotes,
  sightWords,
  inferentialData,
  equationResults,
  unclearNote,
  counselingNotes,
  parentEmail,
  paraEmail,
  speechLogCopy,
  damagedScan,
  emptyFile,
  voiceMemo,
];
