/** A counselor's notes in a word processor: a week-by-week count that gets worse. */
import { wordFile } from '../drawing/word-file.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument, point } from '../expected.ts';

const weeks = [
  ['11/7/2025', '2025-11-07', 8, 'back from suspension Monday'],
  ['11/14/2025', '2025-11-14', 10, ''],
  ['11/21/2025', '2025-11-21', 11, 'two subs in math'],
  ['12/5/2025', '2025-12-05', 12, ''],
  ['12/12/2025', '2025-12-12', 14, 'argument with a teammate on Thursday'],
] as const;

export const counselingNotes: EvidenceFile = {
  name: 'counseling-notes-callum.docx',
  about: 'Counselor’s notes with a table of class disruptions per week: the goal is regressing',
  made: 'word processor file',
  expected: {
    documents: [
      expectDocument({
        documentType: 'anecdotal_note',
        studentId: 'stu-cuv',
        date: '2025-12-15',
        dataPoints: weeks.map(([, iso, count]) => point('cuv-dis', iso, count)),
        notData: [
          { value: 9, why: 'baseline' },
          { value: 3, why: 'target' },
        ],
      }),
    ],
  },
  bytes: () =>
    wordFile(
      [
        { kind: 'heading', text: 'Counseling notes: Callum Vantongeren (grade 8)' },
        { kind: 'paragraph', text: 'Judith Prewitt, school counselor. Written 12/15/2025 for the team meeting.' },
        {
          kind: 'paragraph',
          text: 'All five teachers send me a count on Friday. I add them up, one total a week for class disruptions.',
        },
        {
          kind: 'table',
          rows: [
            ['Week ending', 'Class disruptions', 'Comment'],
            ...weeks.map(([date, , count, comment]) => [date, String(count), comment]),
          ],
        },
        { kind: 'paragraph', text: 'No school the week of Thanksgiving.' },
        {
          kind: 'paragraph',
          text: 'The plan says 3 or fewer a week; in March it was 9. The reward chart does not seem to matter to him any more. He says math is too hard and he would rather be sent out. I suggest that we meet before the break.',
        },
      ],
      '2025-12-15T16:00:00Z',
    ),
};
