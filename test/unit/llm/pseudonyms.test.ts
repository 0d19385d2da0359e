import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disguise, restore } from '../../../services/platform/llm/pseudonyms/disguise.ts';
import { indexNames, type KnownPerson, particles } from '../../../services/platform/llm/pseudonyms/known-names.ts';

function student(id: string, givenName: string, familyName: string, birthDate: string | null = null): KnownPerson {
  return { id, role: 'student', givenName, familyName, otherNames: [], birthDate };
}

const caseload: KnownPerson[] = [
  { ...student('s-1047', 'Jordan', 'Tellman', '2015-03-04'), otherNames: ['Jordy'] },
  { ...student('s-2201', 'Theodore', 'Alvarez-Vance'), otherNames: ['Theo'] },
  student('s-2302', 'María José', 'de la Cruz'),
  student('s-2417', 'Ann', 'Li'),
  student('s-2518', 'Will', "O'Neil"),
  student('s-2619', 'Jordan', 'Ashgrove'),
  { id: 'st-1', role: 'adult', givenName: 'Lena', familyName: 'Dragovich', otherNames: [], birthDate: null },
];
const names = indexNames(caseload);
const hidden = (text: string) => disguise(text, names).text;

describe('names in a text that leaves', () => {
  it.each([
    ['Jordan T. read 62 wcpm', 'PupilA read 62 wcpm'],
    ['Tellman, Jordan 8/10', 'PupilA 8/10'],
    ["Tellman's best: 47", "PupilA's best: 47"],
    ['J. Tellman 4x', 'PupilA 4x'],
    ['Jordan R. Tellman 4x', 'PupilA 4x'],
    ['JT 4/5, J.T. 3/5', 'PupilA 4/5, PupilA 3/5'],
    ['will read 40', 'PupilA read 40'],
    ['Jordy and theo', 'PupilA and PupilB'],
    ['Maria Jose de la Cruz 5/6', 'PupilA 5/6'],
    ["WILL O'NEIL | Oneil", 'PupilA | PupilA'],
    ['ID# 1047 and s-1047', 'ID# NumberA and NumberB'],
    ['DOB 3/4/15, born March 4, 2015', 'DOB BirthdayA, born BirthdayB'],
    ['write to theo.av@home.example or 555-123-4567', 'write to ContactA or ContactB'],
    ['Ms. Dragovich timed it', 'Ms. AdultA timed it'],
    ['JordanTellman_probe.pdf', 'PupilA_probe.pdf'],
  ])('%s becomes %s', (text, expected) => {
    expect(hidden(text)).toBe(expected);
  });

  it('are found through slips of a scanner, other alphabets, invisible letters and gaps', () => {
    for (const form of [
      'J0rdan',
      'Te|lman',
      'Jorden',
      'Tellrnan',
      'Jor\u200bdan',
      'Jоrdan',
      'T e l l m a n',
      'Tell-\nman',
      'ＪＯＲＤＡＮ',
    ]) {
      expect(hidden(`${form} 8/10`)).toMatch(/^Pupil[A-Z] 8\/10$/);
    }
  });

  it('leave the words of measurements alone', () => {
    const text =
      'RW 142, E 9, SC 3. Planned PT 30 min. Independent 6, verbal 3. 10 li ly, SLP 1:1, 47 / 52 / 49, med 49';
    expect(hidden(text)).toBe(text);
  });

  it('give one alias to one person, and another to a name that fits two', () => {
    const made = disguise('Jordan Tellman 8/10, Jordan A. 7/10, Jordan 6/10, Tellman 5/10', names);
    expect(made.text).toBe('PupilA 8/10, PupilB 7/10, PupilC 6/10, PupilA 5/10');
    expect(made.peopleIn('PupilA')).toEqual(['s-1047']);
    expect(made.peopleIn('PupilC')).toEqual(['s-1047', 's-2619']);
    expect(made.peopleIn('PupilD, Jordan')).toEqual([]);
  });

  it('get an alias that the page does not hold already, so that no page can speak for another student', () => {
    const made = disguise('PupilA 8/10, Jordan Tellman 3/10', names);
    expect(made.text).not.toBe('PupilA 8/10, PupilA 3/10');
    expect(made.peopleIn('PupilA')).toEqual([]);
    expect(restore(made)).toBe('PupilA 8/10, Jordan Tellman 3/10');
  });

  it('come back where a quote is, whatever the alias did to its length', () => {
    const made = disguise('Ann 3/4\nTheodore Alvarez-Vance got 7 of 9 today', names);
    const at = made.text.indexOf('got 7 of 9');
    const place = made.originalSpan(at, at + 10);
    expect(made.original.slice(place.start, place.end)).toBe('got 7 of 9');
    const alias = made.text.indexOf('PupilB');
    const cut = made.originalSpan(alias + 2, alias + 10);
    expect(made.original.slice(cut.start, cut.end)).toBe('Theodore Alvarez-Vance got');
  });
});

describe('for any text and any caseload', () => {
  const commonNames = [
    'Jordan',
    'Will',
    'May',
    'Grace',
    'Ana',
    'Bo',
    'Kezia',
    'Noor',
    'José',
    'Zoë',
    'Lee',
    'Quan',
    'Mary Ann',
    "D'Angelo",
    'Jean-Luc',
  ];
  const familyNames = [
    'Tellman',
    'Li',
    'de la Cruz',
    "O'Connor",
    'Ocasio-Dunn',
    'Grant',
    'Nguyen',
    'Young',
    'Núñez',
    'St. Clair',
    'Vu',
    'Ashgrove',
  ];
  const anyStudent = fc.record({
    givenName: fc.oneof(fc.constantFrom(...commonNames), fc.stringMatching(/^[A-Z][a-z]{2,8}$/)),
    familyName: fc.oneof(fc.constantFrom(...familyNames), fc.stringMatching(/^[A-Z][a-z]{2,9}$/)),
    id: fc.integer({ min: 1000, max: 99_999 }).map((n) => `s-${n}`),
    birthDate: fc
      .date({ min: new Date('2008-01-01'), max: new Date('2020-12-28'), noInvalidDate: true })
      .map((d) => d.toISOString().slice(0, 10)),
  });
  const anyCaseload = fc
    .uniqueArray(anyStudent, { minLength: 1, maxLength: 8, selector: (s) => s.id })
    .map((list) => list.map((s): KnownPerson => ({ ...s, role: 'student', otherNames: [] })));
  const initial = (name: string) => name.charAt(0);
  const forms: ((s: KnownPerson) => string)[] = [
    (s) => `${s.givenName} ${s.familyName}`,
    (s) => `${s.familyName}, ${s.givenName}`,
    (s) => `${s.givenName} ${initial(s.familyName)}.`,
    (s) => `${initial(s.givenName)}. ${s.familyName}`,
    (s) => `${s.givenName}'s`,
    (s) => s.familyName.toUpperCase(),
    (s) => s.givenName.toLowerCase(),
    (s) => `the ${s.familyName.toLowerCase()}s`,
    (s) => `${s.givenName.toUpperCase()} ${s.familyName}`,
    (s) => `${s.givenName}.${s.familyName}@school.example`.replaceAll(' ', ''),
    (s) => s.id,
    (s) => `ID ${s.id.slice(2)}`,
    (s) => `DOB ${s.birthDate}`,
    (s) => {
      const [year, month, day] = (s.birthDate ?? '').split('-').map(Number);
      return `${month}/${day}/${year}`;
    },
    (s) => s.givenName.normalize('NFD').replace(/\p{M}/gu, ''),
  ];
  const joins = [' ', '\n', ', ', ': ', '  |  ', ' - ', '/', '. '];
  const fillers = [
    'read 62 wcpm',
    '8/10',
    '+ + - +',
    'RW 142, E 9',
    '47 / 52 / 49',
    'on 3/14',
    'tallies: 5',
    '80%',
    'grp of 3',
  ];
  const anyPage = anyCaseload.chain((people) =>
    fc
      .array(
        fc.tuple(
          fc.oneof(
            fc.tuple(fc.constantFrom(...forms), fc.constantFrom(...people)).map(([form, s]) => form(s)),
            fc.constantFrom(...fillers),
            fc.string({ maxLength: 12 }),
          ),
          fc.constantFrom(...joins),
        ),
        { maxLength: 25 },
      )
      .map((parts) => ({ people, text: parts.map(([part, join]) => part + join).join('') })),
  );

  it('what is restored is what was disguised', () => {
    fc.assert(
      fc.property(anyPage, ({ people, text }) => restore(disguise(text, indexNames(people))) === text),
      { numRuns: 500 },
    );
  });

  it('nothing of any name, id or birth date of the caseload is in what leaves', () => {
    const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '');
    fc.assert(
      fc.property(anyPage, ({ people, text }) => {
        const out = fold(disguise(text, indexNames(people)).text);
        const words = out.split(/[^\p{L}]+/u);
        const lower = new Set(words.map((word) => word.toLowerCase()));
        for (const person of people) {
          const parts = `${person.givenName} ${person.familyName}`.split(/[^\p{L}\p{M}]+/u).map(fold);
          for (const part of parts.filter((p) => p.length > 1 && !particles.has(p.toLowerCase()))) {
            expect(part.length > 2 ? lower.has(part.toLowerCase()) : words.includes(part), `${part} in ${out}`).toBe(
              false,
            );
            if (part.length > 4) expect(out.toLowerCase()).not.toContain(part.toLowerCase());
          }
          expect(out).not.toContain(person.id);
          expect(out).not.toContain(person.birthDate);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('every letter that is no alias has its place in the original', () => {
    fc.assert(
      fc.property(anyPage, ({ people, text }) => {
        const made = disguise(text, indexNames(people));
        const aliases = [...made.text.matchAll(/(?:Pupil|Adult|Contact|Number|Birthday)q*[A-Z]{1,2}/g)];
        const inAlias = (at: number) => aliases.some((m) => at >= m.index && at < m.index + m[0].length);
        for (let at = 0; at < made.text.length; at += 1) {
          const { start, end } = made.originalSpan(at, at + 1);
          if (!inAlias(at)) expect(text.slice(start, end)).toBe(made.text[at]);
          else expect(end).toBeGreaterThan(start);
        }
      }),
      { numRuns: 150 },
    );
  });
});
