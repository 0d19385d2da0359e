/** Results that teachers type up, and one note whose student nobody can tell. */
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument, point } from '../expected.ts';

const text = (lines: readonly string[]) => async () => new TextEncoder().encode(`${lines.join('\n')}\n`);

export const sightWords: EvidenceFile = {
  name: 'sight-words-amaya.txt',
  about: 'High-frequency words read, four dates',
  made: 'typed text',
  expected: {
    documents: [
      expectDocument({
        documentType: 'trial_sheet',
        studentId: 'stu-amd',
        date: '2025-12-10',
        dataPoints: [
          point('amd-hfw', '2025-10-01', 28),
          point('amd-hfw', '2025-10-29', 33),
          point('amd-hfw', '2025-11-19', 38),
          point('amd-hfw', '2025-12-10', 41),
        ],
        notData: [
          { value: 54, why: 'target' },
          { value: 22, why: 'baseline' },
          { value: 60, why: 'cards in the list' },
        ],
      }),
    ],
  },
  bytes: text([
    'HIGH-FREQUENCY WORDS          Grade 2 list, 60 cards',
    'Student: Amaya Delacroix-Reyes          Teacher: T. Yarrow',
    '',
    'Date            Words correct',
    '10/1/2025       28/60',
    '10/29/2025      33/60',
    '11/19/2025      38/60',
    '12/10/2025      41/60',
    '',
    'Sept. 3 baseline was 22.   Goal 54 of 60.',
    'Still mixes up: when/went, were/where, of/off',
  ]),
};

export const inferentialData: EvidenceFile = {
  name: 'comprehension-mateo.md',
  about: 'Inferential questions answered, four dates, beside literal ones that no goal measures',
  made: 'typed Markdown with a table',
  expected: {
    documents: [
      expectDocument({
        documentType: 'trial_sheet',
        studentId: 'stu-mqu',
        date: '2025-12-18',
        dataPoints: [
          point('mqu-inf', '2025-11-06', [5, 10]),
          point('mqu-inf', '2025-11-20', [6, 10]),
          point('mqu-inf', '2025-12-04', [6, 10]),
          point('mqu-inf', '2025-12-18', [7, 10]),
        ],
        notData: [
          { value: 90, why: 'literal questions; no goal measures them' },
          { value: 75, why: 'target' },
        ],
      }),
    ],
  },
  bytes: text([
    '# Comprehension data sheet',
    '',
    'Student: Mateo Quiñones    Grade 7    L. Wexford',
    '',
    '| Date       | Inferential questions | Literal questions |',
    '| ---------- | --------------------- | ----------------- |',
    '| 11/6/2025  | 5/10                  | 9/10              |',
    '| 11/20/2025 | 6/10                  | 9/10              |',
    '| 12/4/2025  | 6/10                  | 10/10             |',
    '| 12/18/2025 | 7/10                  | 9/10              |',
    '',
    'IEP goal: inferential questions, 75% accuracy. Literal is a strength, no goal.',
  ]),
};

export const equationResults: EvidenceFile = {
  name: 'exit-ticket-results-math8.txt',
  about: 'One exit ticket, results of several students of the class',
  made: 'typed text',
  expected: {
    documents: [
      expectDocument({
        documentType: 'exit_ticket',
        studentId: null,
        date: '2025-11-06',
        dataPoints: [point('cuv-equ', '2025-11-06', [3, 5])],
        notData: [
          { value: 80, why: 'class average, and another student' },
          { value: 100, why: 'another student' },
          { value: 40, why: 'another student' },
        ],
      }),
    ],
  },
  bytes: text([
    'MATH 8  PER. 2        EXIT TICKET RESULTS        Mr. Droste',
    'Two-step equations    11/6/2025    5 items',
    '',
    'Brightwater, Ines        5/5',
    'Castellan, Hugo          4/5',
    'Oduya, Temi              2/5',
    'Vantongeren, Callum      3/5',
    'Zielke, Marta            4/5',
    '',
    'Class average            80%',
    'Reteach: subtracting from both sides when the constant is negative',
  ]),
};

export const unclearNote: EvidenceFile = {
  name: 'quick-note.txt',
  about: 'A note about "C. Vantongeren": it fits two students, so nothing may be recorded',
  made: 'typed text',
  expected: {
    documents: [
      expectDocument({
        documentType: 'anecdotal_note',
        studentId: null,
        date: '2025-12-04',
        notData: [
          { value: 80, why: 'the name fits two students' },
          { value: 8, why: 'the name fits two students' },
        ],
      }),
    ],
  },
  bytes: text([
    '12/4/2025   A. Droste',
    '',
    'C. Vantongeren had a good day in math. Quiz on this unit 8/10, and asked for help before',
    'getting stuck. Please add to the file.',
  ]),
};
