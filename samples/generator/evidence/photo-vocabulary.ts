/** A vocabulary quiz, photographed. */
import { photograph } from '../camera/photograph.ts';
import { letterhead } from '../drawing/form-parts.ts';
import { write, writeRinged } from '../drawing/handwriting.ts';
import { cross, tick } from '../drawing/pen.ts';
import { createSheet, rasterizeSheet } from '../drawing/sheet.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument, point } from '../expected.ts';

const quiz: readonly (readonly [string, string, boolean])[] = [
  ['evidence', 'facts that prove it', true],
  ['reluctant', 'not wanting to', true],
  ['abundant', 'a lot of it', true],
  ['contrast', 'when it is the same', false],
  ['hostile', 'mean, an enemy', true],
  ['infer', 'guess from clues', true],
  ['scarce', 'afraid', false],
  ['adapt', 'change to fit in', true],
  ['merchant', 'somebody who sells', true],
  ['obvious', 'easy to see', true],
  ['migrate', 'move to other place', true],
  ['relevant', 'important?', false],
  ['perish', 'to pray', false],
  ['summit', 'the top of a mountain', true],
  ['frail', '', false],
];

export const vocabularyPhoto: EvidenceFile = {
  name: 'vocabulary-quiz-mateo.jpg',
  about: 'Weekly vocabulary quiz, fifteen words, marked and scored',
  made: 'printed quiz answered in pen; photo with the top corner in shadow, folded in thirds',
  expected: {
    documents: [
      expectDocument({
        documentType: 'work_sample',
        studentId: 'stu-mqu',
        date: '2025-12-11',
        dataPoints: [point('mqu-voc', '2025-12-11', quiz.filter(([, , right]) => right).length, 'handwriting')],
        notData: [{ value: 12, why: 'number of the quiz and of an item' }],
      }),
    ],
  },
  bytes: async () => {
    const sheet = createSheet({ seed: 'vocabulary-quiz-mateo' });
    const student = { hand: 'kalam', ink: 'black', mess: 1.4, size: 13.5 } as const;
    const top = letterhead(sheet, {
      logo: 'stonebridge',
      school: 'Stonebridge Middle School',
      line: 'ELA 7  -  Ms. Wexford',
      title: 'VOCABULARY QUIZ 12',
    });
    sheet.print('Name:', 48, top + 8, { font: 'sans-bold', size: 11 });
    sheet.line(84, top + 10, 330, top + 10, { width: 0.5 });
    write(sheet, 'Mateo Quiñones', 92, top + 8, { ...student, size: 16 });
    sheet.print('Date:', 360, top + 8, { font: 'sans-bold', size: 11 });
    sheet.line(392, top + 10, 500, top + 10, { width: 0.5 });
    write(sheet, 'Dec. 11, 2025', 398, top + 8, student);
    sheet.print('Write what each word means. One point for each word.', 48, top + 34, {
      font: 'sans-italic',
      size: 10.5,
    });
    quiz.forEach(([word, meaning, right], i) => {
      const y = top + 64 + i * 34;
      sheet.print(`${i + 1}.  ${word}`, 70, y, { font: 'sans-bold', size: 12 });
      sheet.line(190, y + 3, 500, y + 3, { width: 0.5 });
      if (meaning) write(sheet, meaning, 198, y, student);
      if (right) tick(sheet, 56, y, 11, { ink: 'red', width: 1.6 });
      else cross(sheet, 56, y - 4, 9, { ink: 'red', width: 1.6 });
    });
    const score = `${quiz.filter(([, , right]) => right).length}/${quiz.length}`;
    writeRinged(sheet, score, 512, 60, { hand: 'caveat', ink: 'red', size: 28 });
    return photograph(await rasterizeSheet(sheet), {
      seed: 'vocabulary-quiz-mateo',
      width: 1728,
      height: 2304,
      corners: [
        [0.03, 0.085],
        [0.9, 0.05],
        [0.965, 0.935],
        [0.075, 0.96],
      ],
      desk: 'cloth',
      light: {
        toward: 230,
        fall: 0.22,
        warmth: 0.1,
        shadows: [{ x: 0.02, y: 0.02, rx: 0.45, ry: 0.3, turn: 30, soft: 0.3, depth: 0.42 }],
      },
      folds: 'thirds',
      curl: 0.004,
      takenAt: '2025:12:11 14:20:51',
    });
  },
};
