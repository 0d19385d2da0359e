/** A writing rubric scored by hand, photographed. */
import { photograph } from '../camera/photograph.ts';
import { byHand } from '../drawing/fill.ts';
import { highlight } from '../drawing/pen.ts';
import { createSheet, rasterizeSheet } from '../drawing/sheet.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument, point } from '../expected.ts';
import { rubricSheet } from '../forms/rubric-sheet.ts';

/** The wording of the primary writing rubric, from 4 to 1. */
export const primaryTraits = {
  Ideas: ['rich details about one topic', 'details about one topic', 'some details, topic drifts', 'topic not clear'],
  'Complete Sentences': [
    'all sentences complete and varied',
    'all sentences complete',
    'some sentences complete',
    'words or phrases only',
  ],
  'Capitals and End Marks': ['no errors', 'one or two errors', 'about half correct', 'few or none'],
  Spacing: ['even throughout', 'mostly even', 'uneven', 'words run together'],
} as const;

export const rubricPhoto: EvidenceFile = {
  name: 'sentence-rubric-amaia.jpg',
  about: 'Primary writing rubric, levels circled and scores written in',
  made: 'printed rubric filled in by hand; photo at a slant, warm lamp, sheet lying on another',
  expected: {
    documents: [
      expectDocument({
        documentType: 'rubric',
        studentId: 'stu-ade',
        date: '2025-10-30',
        dataPoints: [point('ade-sen', '2025-10-30', 2, 'handwriting')],
        notData: [
          { value: 3, why: 'score of another trait' },
          { value: 1, why: 'score of another trait' },
        ],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'sentence-rubric-amaia' });
    const scores = { Ideas: 3, 'Complete Sentences': 2, 'Capitals and End Marks': 1, Spacing: 3 };
    rubricSheet(
      sheet,
      {
        head: {
          logo: 'juniper',
          school: 'Juniper Flats Elementary',
          line: 'Primary Writing',
          title: 'PRIMARY WRITING RUBRIC',
        },
        fields: [
          ['Writer:', 'Amaia Delgado'],
          ['Date:', '10/30/2025'],
          ['Prompt:', 'My pumpkin'],
          ['Scored by:', 'Ms. Yarrow'],
        ],
        levels: [4, 3, 2, 1],
        traits: Object.entries(primaryTraits).map(([name, wording]) => ({
          name,
          wording,
          score: scores[name as keyof typeof scores],
        })),
        comments: ['Great ideas! We are working on periods.', '2 of her 5 sentences were complete.'],
      },
      byHand({ hand: 'caveat', size: 18, ink: 'purple' }),
    );
    // The goal's trait is marked, so that whoever files the sheet sees which score counts.
    highlight(sheet, 50, 304, 88, 17);
    return photograph(await rasterizeSheet(sheet), {
      seed: 'sentence-rubric-amaia',
      width: 1728,
      height: 2304,
      corners: [
        [0.05, 0.12],
        [0.88, 0.06],
        [0.96, 0.9],
        [0.1, 0.965],
      ],
      desk: 'oak',
      light: { toward: 300, fall: 0.3, warmth: 1, exposure: 0.96 },
      stacked: true,
      curl: 0.005,
      noise: 4.5,
      takenAt: '2025:10:30 15:40:05',
    });
  },
};
