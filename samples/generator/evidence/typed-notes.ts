/** Notes typed by staff. */
import type { EvidenceFile } from '../evidence-file.ts';
import { expectDocument, point } from '../expected.ts';

const text = (lines: readonly string[]) => async () => new TextEncoder().encode(`${lines.join('\n')}\n`);

export const circleNote: EvidenceFile = {
  name: 'circle-time-zuri.txt',
  about: 'Short anecdotal note with the minutes a child stayed at circle time',
  made: 'typed text',
  expected: {
    documents: [
      expectDocument({
        documentType: 'anecdotal_note',
        studentId: 'stu-zad',
        date: '2025-11-12',
        dataPoints: [point('zad-cir', '2025-11-12', 4)],
        notData: [
          { value: 10, why: 'target' },
          { value: 2, why: 'baseline' },
        ],
      }),
    ],
  },
  bytes: text([
    '11/12/2025  T. Yarrow',
    'Zuri Adeyinka - circle time',
    '',
    'Zuri stayed with the group for 4 minutes today before she got up and went to the',
    'beanbag. That is twice as long as in August (2 min). The wiggle seat helped, and',
    'she laughed out loud at the weather song. Left when the calendar part started.',
    '',
    'Goal is still 10 min. Will try moving calendar to the end tomorrow.',
  ]),
};

export const elopementNotes: EvidenceFile = {
  name: 'zuri-weekly-notes.md',
  about: 'Running notes of a classroom team: elopements week by week',
  made: 'typed Markdown',
  expected: {
    documents: [
      expectDocument({
        documentType: 'anecdotal_note',
        studentId: 'stu-zad',
        date: '2025-12-12',
        dataPoints: [
          point('zad-elo', '2025-11-07', 2),
          point('zad-elo', '2025-11-14', 1),
          point('zad-elo', '2025-11-21', 1),
          point('zad-elo', '2025-12-05', 0),
          point('zad-elo', '2025-12-12', 0),
        ],
        notData: [{ value: 6, why: 'baseline' }],
      }),
    ],
  },
  bytes: text([
    '# Zuri Adeyinka - safety notes, Room 4',
    '',
    '_Kept by D. Roque (para) and T. Yarrow. One line a week, elopements = left the room or yard without an adult._',
    '',
    '- **Week of 11/3/2025 - 11/7/2025:** 2 elopements. Both at the change to music.',
    '- **Week of 11/10/2025 - 11/14/2025:** 1 elopement, Wednesday. No school Tuesday.',
    '- **Week of 11/17/2025 - 11/21/2025:** 1 elopement. Door alarm is on now.',
    '- Thanksgiving week: nothing recorded, substitute.',
    '- **Week of 12/1/2025 - 12/5/2025:** 0 elopements!',
    '- **Week of 12/8/2025 - 12/12/2025:** 0 elopements. She asked for a walk with her device instead.',
    '',
    'When the plan was written in August she averaged 6 a week.',
  ]),
};

export const ottolineNotes: EvidenceFile = {
  name: 'observations-ottoline.md',
  about: 'Check-in notes of a counselor: visits to the health office, returns from breaks, coping card',
  made: 'typed Markdown with a table',
  expected: {
    documents: [
      expectDocument({
        documentType: 'anecdotal_note',
        studentId: 'stu-ofa',
        date: '2025-11-21',
        dataPoints: [
          point('ofa-nur', '2025-10-31', 4),
          point('ofa-nur', '2025-11-07', 3),
          point('ofa-nur', '2025-11-14', 3),
          point('ofa-nur', '2025-11-21', 2),
          point('ofa-ret', '2025-11-05', 180),
          point('ofa-ret', '2025-11-12', 150),
          point('ofa-ret', '2025-11-19', 140),
          point('ofa-str', '2025-11-19', [2, 5]),
        ],
        notData: [
          { value: 1, why: 'target' },
          { value: 90, why: 'target' },
          { value: 4, why: 'a hypothetical in "would have been 4 of 5"' },
        ],
      }),
    ],
  },
  bytes: text([
    '# Check-in notes: Ottoline Fairweather (gr 6, 504)',
    '',
    'J. Prewitt, school counselor. Copied from my planner 11/21/2025.',
    '',
    '## Health office visits (unscheduled)',
    '',
    '| Week ending | Visits | Comment                      |',
    '| ----------- | ------ | ---------------------------- |',
    '| 10/31/2025  | 4      | stomach aches before math    |',
    '| 11/7/2025   | 3      |                              |',
    '| 11/14/2025  | 3      | one was a real scraped knee  |',
    '| 11/21/2025  | 2      | asked to take a lap instead  |',
    '',
    'Aim: 1 or fewer a week.',
    '',
    '## Return from break',
    '',
    '11/5/2025: back at work 180 seconds after the signal.',
    '11/12/2025: back at work 150 seconds after the signal.',
    '11/19/2025: back at work 140 seconds after the signal, aim is 90.',
    '',
    '## Coping card',
    '',
    '11/19/2025: anxious five times today, used a strategy from her card without a cue 2 of 5 times.',
    'If the sub had let her keep the card it would have been 4 of 5.',
  ]),
};
