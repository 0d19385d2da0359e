/** Parts of a whole in one place: `8/10`, `8 of 10`, `29 letters legible out of 34`, `14 correct, 3 wrong`. */
import { type Claim, claimsOf, digits, numberOf, numberWord } from './family.ts';

const number = `(?:${digits}|${numberWord})`;
const space = String.raw`(?:\n| {0,4})`;
const between = [
  ' {0,4}/ {0,4}',
  `${space}out of(?: the| her| his)?${space}`,
  String.raw`[ \n]{1,2}(?:of(?: the| those| these| her| his| their)?|de(?: las| los)?)[ \n]{1,2}`,
].join('|');
const ratioOf = new RegExp(`(?<![\\d/.-])(${number})(?:${between})(${number})(?![\\d/]|\\.\\d)`, 'gi');
const ratioApart = new RegExp(
  `(?<![\\w/.-])(${number})[ \\n](?:[a-z][a-z'-]*[ \\n]){1,4}out of[ \\n](?:the |her |his |all )?(${number})(?![\\d/%])`,
  'gi',
);
const pointsOf = /(?<![\w/.-])(\d{1,3}(?:\.\d)?) {1,4}(?:points?|pts\.?) (?:out )?of (\d{1,3})(?![\d/%])/gi;
const pairOf = new RegExp(
  `(?<![\\d/.-])(${digits})\\s?(?:correct|right|independent|yes)\\s?(?:,|and|;|&|\\/)?\\s?(${digits})\\s?(?:incorrect|wrong|errors?|missed|no)\\b`,
  'gi',
);

const aloneAndHelped =
  /(?<![\d/.-])(\d{1,2}) (?:by (?:her|him)self|independent(?:ly)?|alone|on (?:her|his) own|unprompted)\s?[,;&]?\s?(?:and )?(\d{1,2}) (?:(?:with|w\/) (?:\w+ )?(?:help|prompts?|cues?|support|reminders?)|prompted|helped|cued)\b/gi;

const blankOf = /_{2,}\s{0,3}(?:\/|(?:out )?of)\s{0,3}\d{1,3}\b(?!\s?\/\s?\d)/gi;

/** `3 errors in 15`, `5 wrong out of 12`, `-3 / 15`: so many went wrong of all. */
const wrongOf =
  /(?<![\w/.-])(\d{1,2}) {1,3}(?:errors?|wrong|missed|mistakes|incorrect|misses),? {1,3}(?:in|of|out of|on)(?: (?:the|her|his|all))? (\d{1,3})(?![\d/%:]| ?(?:min|sec))/gi;
const takenOff = /(?:(?<=:\s*)|(?<=(?:^|\s{2})))[-–−](\d{1,2}) ?\/ ?(\d{1,3})(?![\d/%]|\s*[=+x×÷*-])/gm;
/** `18 correct of 24`. */
const rightOf = new RegExp(
  `(?<![\\w/.-])(${number}) (?:were |was )?(?:correct(?:ly)?|right|independent(?:ly)?|known|named|legible|clear|unprompted|alone) (?:out )?of (?:the |her |his )?(${number})(?![\\d/%:])`,
  'gi',
);
const whose = String.raw`(?:[ \n](?:the|those|these|her|his|their|our|all))?[ \n]`;
/** `all 10 correct`, `perfect, all 10`, `every one of the five`: nothing went wrong. */
const allOf = new RegExp(
  [
    `\\b(?:all|perfect,?(?: all)?) (${number}) (?:right|correct|known)\\b`,
    `\\bperfect,? (?:all )?(${number})(?![\\d/%:])`,
    `\\b(?:every(?: single)? one|each(?: and every)? one|all)[ \\n]of${whose}(${number})(?![\\d/%:])`,
  ].join('|'),
  'gi',
);
/** `all but two of the ten`, `all but 3 of 24`. */
const allBut = new RegExp(
  `\\ball (?:but|except(?: for)?)[ \\n](${number})[ \\n](?:out )?of${whose}(${number})(?![\\d/%:])`,
  'gi',
);
/** `half of the ten`, `none of the 8`. */
const halfOf = new RegExp(`\\b(half|none)[ \\n]of${whose}(${number})(?![\\d/%:])`, 'gi');

/** `all five`, where the text has told of so many of five before. */
const allAgain = new RegExp(
  `\\ball (${number})(?=\\s*(?:[.!?,;)]|$|today\\b|right\\b|correct\\b|on \\w+day\\b|this time\\b))`,
  'gi',
);

/** The ratios in `text`: `denominator` is a whole number that is not smaller than `numerator`. */
export function readRatios(text: string): Claim[] {
  const told = toldRatios(text);
  const wholes = new Set(told.flatMap(({ quantity: q }) => (q?.type === 'ratio' ? [q.denominator] : [])));
  return [
    ...told,
    ...claimsOf(text, allAgain, (m) => {
      const all = numberOf(m[1]);
      return all > 2 && wholes.has(all) ? { type: 'ratio', numerator: all, denominator: all } : undefined;
    }),
  ];
}

function toldRatios(text: string): Claim[] {
  return [
    // `____ / 12`: nobody has filled in how many.
    ...claimsOf(text, blankOf, () => null),
    ...[wrongOf, takenOff].flatMap((pattern) =>
      claimsOf(text, pattern, (m) =>
        numberOf(m[2]) > numberOf(m[1])
          ? { type: 'ratio', numerator: numberOf(m[2]) - numberOf(m[1]), denominator: numberOf(m[2]) }
          : null,
      ),
    ),
    ...claimsOf(text, allBut, (m) => {
      const [less, all] = [numberOf(m[1]), numberOf(m[2])];
      return less < all ? { type: 'ratio', numerator: all - less, denominator: all } : undefined;
    }),
    ...claimsOf(text, halfOf, (m) => {
      const all = numberOf(m[2]);
      return all > 1
        ? { type: 'ratio', numerator: /half/i.test(m[1] ?? '') ? all / 2 : 0, denominator: all }
        : undefined;
    }),
    ...claimsOf(text, allOf, (m) => {
      const all = numberOf(m[1] ?? m[2] ?? m[3]);
      return all > 1 ? { type: 'ratio', numerator: all, denominator: all } : null;
    }),
    ...claimsOf(text, pairOf, (m) => ({
      type: 'ratio',
      numerator: Number(m[1]),
      denominator: Number(m[1]) + Number(m[2]),
    })),
    ...claimsOf(text, aloneAndHelped, (m) => ({
      type: 'ratio',
      numerator: Number(m[1]),
      denominator: Number(m[1]) + Number(m[2]),
    })),
    ...claimsOf(text, ratioOf, (m) => {
      const numerator = numberOf(m[1]);
      const denominator = numberOf(m[2]);
      // `01/14` is a day.
      const isDay = /^0\d$/.test(m[1] ?? '');
      return !isDay && denominator > 0 && numerator <= denominator && Number.isInteger(denominator)
        ? { type: 'ratio', numerator, denominator }
        : null;
    }),
    ...claimsOf(text, pointsOf, (m) =>
      Number(m[2]) >= Number(m[1]) ? { type: 'ratio', numerator: Number(m[1]), denominator: Number(m[2]) } : null,
    ),
    ...[rightOf, ratioApart].flatMap((pattern) =>
      claimsOf(text, pattern, (m) =>
        numberOf(m[2]) >= numberOf(m[1]) && numberOf(m[2]) > 1
          ? { type: 'ratio', numerator: numberOf(m[1]), denominator: numberOf(m[2]) }
          : null,
      ),
    ),
  ];
}
