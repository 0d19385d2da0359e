/** Spellings of one name made one: accents, capitals, invisible characters, letters of other alphabets, scanner slips. */

/** Letters of other alphabets that look like Latin ones. */
const lookalikes: Readonly<Record<string, string>> = Object.fromEntries(
  [...'аaеeоoрpсcуyхxіiјjѕsԁdɡgһhӏlԛqԝwκkοoαaνvρpτtυuιiχxζzηnμmıiłløoðdđd'].flatMap((letter, i, all) =>
    i % 2 === 0 ? [[letter, all[i + 1] ?? letter]] : [],
  ),
);
const invisible = /\p{Default_Ignorable_Code_Point}/gu;

/** Lower case, without accents and invisible characters, in Latin letters where one looks the same. */
export function foldName(word: string): string {
  const bare = word.normalize('NFKD').replace(/\p{M}/gu, '').replace(invisible, '').toLowerCase();
  return [...bare].map((letter) => lookalikes[letter] ?? letter).join('');
}

/** A folded word as a scanner may confuse it: l, i, 1 and | alike, 0 as o, 5 as s, rn as m, vv as w. */
export function foldScanned(folded: string): string {
  return folded
    .replace(/[l1|!]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/5/g, 's')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w');
}

/** The folded words of a name: `Ana María O'Neil-Ruiz` gives ana, maria, o, neil, ruiz. */
export function wordsOfName(name: string): string[] {
  return name
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(foldName)
    .filter(Boolean);
}
