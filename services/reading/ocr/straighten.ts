/** A picture turned the right way up and made level, with its letters where they then stand. */
import type { Page } from '../../domain/page.ts';
import type { Component } from '../image/find-components.ts';
import type { GreyImage } from '../image/grey-image.ts';
import { chainLetters, type LetterLine } from '../image/letter-lines.ts';
import { type DecodedImage, toGrey } from '../image/open-image.ts';
import { quarterTurn, type Survey, surveyImage } from '../image/survey.ts';
import { turnImage } from '../image/turn-image.ts';
import { standsOnHead } from './find-upright.ts';
import type { Reader } from './reader.ts';

/** Lines that lean by less than this many degrees are read as well as level ones. */
const LEAST_SKEW = 0.6;

export interface StraightPicture {
  readonly picture: DecodedImage;
  readonly grey: GreyImage;
  readonly letters: readonly Component[];
  readonly lines: readonly LetterLine[];
  readonly letterHeight: number;
  readonly letterPixels: number;
  readonly rotation: Page['rotation'];
  readonly skew: number;
}

/** Turns the picture as its survey says; `reader` is asked only where the letters alone do not show which way is up. */
export async function straighten(
  decoded: DecodedImage,
  grey: GreyImage,
  survey: Survey,
  reader: () => Promise<Reader>,
): Promise<StraightPicture> {
  const quarter = survey.lying ? 90 : 0;
  const skew = Math.abs(survey.skew) >= LEAST_SKEW ? survey.skew : 0;
  const standing = survey.lying ? quarterTurn(survey.letters, decoded.height) : survey.letters;
  const turned = await turnImage(decoded, quarter + skew);
  const turnedGrey = turned === decoded ? grey : toGrey(turned);
  // Boxes of leaning letters are too high to be measured: a page that was turned level is looked at again.
  const level = skew === 0 ? standing : surveyImage(turnedGrey).letters;
  const lines = chainLetters(level);
  const { letterHeight, letterPixels } = survey;
  const onHead = await standsOnHead(turnedGrey, lines, letterHeight, survey.lying, reader);
  if (!onHead)
    return {
      picture: turned,
      grey: turnedGrey,
      letters: level,
      lines,
      letterHeight,
      letterPixels,
      rotation: quarter,
      skew,
    };
  const { width, height } = turned;
  const picture = await turnImage(turned, 180);
  const letters = level.map(({ x0, y0, x1, y1, area }) => ({
    x0: width - x1,
    x1: width - x0,
    y0: height - y1,
    y1: height - y0,
    area,
  }));
  const rotation = quarter === 90 ? 270 : 180;
  return {
    picture,
    grey: toGrey(picture),
    letters,
    lines: chainLetters(letters),
    letterHeight,
    letterPixels,
    rotation,
    skew,
  };
}
