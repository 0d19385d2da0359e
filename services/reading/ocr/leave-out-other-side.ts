/**
 * The print of a sheet's other side, where it shows through, is made white. It stands the wrong way round: faint letters
 * are read as they are and mirrored, and only where they say more mirrored are they taken out. A pencil's stay.
 */
import { mirror } from '../image/crop.ts';
import { findFaintLetters, whitenFrom } from '../image/faint-letters.ts';
import type { GreyImage } from '../image/grey-image.ts';
import { chainLetters } from '../image/letter-lines.ts';
import { surveyImage } from '../image/survey.ts';
import { readBothWays } from './read-both-ways.ts';
import type { Reader } from './reader.ts';
import type { StraightPicture } from './straighten.ts';

/** How much lighter than its darkest letters the print of the other side is cut off at. */
const MARGIN = 6;

export interface OneSide {
  readonly clean: GreyImage;
  readonly page: StraightPicture;
}

/** `clean` is the evenly lit picture of `page`; `reader` is asked only where many of its letters are faint. */
export async function leaveOutOtherSide(
  page: StraightPicture,
  clean: GreyImage,
  reader: () => Promise<Reader>,
): Promise<OneSide> {
  const faint = findFaintLetters(clean, page.letterHeight);
  if (!faint) return { clean, page };
  const lines = chainLetters(faint.letters);
  const better = await readBothWays(clean, lines, page.letterHeight, mirror, await reader());
  if (better !== 'turned') return { clean, page };
  const oneSide = whitenFrom(clean, faint.darkest - MARGIN);
  const { letters } = surveyImage(oneSide);
  return { clean: oneSide, page: { ...page, letters, lines: chainLetters(letters) } };
}
