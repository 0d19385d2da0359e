/** Every sample file. */
import { assignmentsReport, fluencyRecord } from './evidence/pdf-measurements.ts';
import { fluencyPhoto, runningRecordPhoto } from './evidence/photos-fluency.ts';
import { exitTicketPhoto, integersPhoto, spellingPhoto } from './evidence/photos-student-work.ts';
import { circleNote, elopementNotes, ottolineNotes } from './evidence/typed-notes.ts';
import type { EvidenceFile } from './evidence-file.ts';

export const evidenceFiles: readonly EvidenceFile[] = [
  fluencyPhoto,
  runningRecordPhoto,
  exitTicketPhoto,
  integersPhoto,
  spellingPhoto,
  fluencyRecord,
  assignmentsReport,
  circleNote,
  elopementNotes,
  ottolineNotes,
];
