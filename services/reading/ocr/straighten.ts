/** A picture turned the right way up and made level, with its letters where they then stand. */
import type { Page } from '../../domain/page.ts';
import type { Component } from '../image/find-components.ts';
import type { GreyImage } from '../image/grey-image.ts';
import { chainLetters, type LetterLine } from '../image/letter-lines.ts';
import { type DecodedImage, toGrey } from '../image/open-image.ts';
import { quarterTurn, type Survey } from '../image/survey.ts';
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
  readonly rotation: Page['rotation'];
  readonly skew: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The letters where they stand when a picture of size `from` is turned clockwise by `degrees` and grows to `to`. */
function leanLetters(letters: readonly Component[], degrees: number, from: Size, to: Size): Component[] {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return letters.map((letter) => {
    const x = (letter.x0 + letter.x1 - from.width) / 2;
    const y = (letter.y0 + letter.y1 - from.height) / 2;
    const dx = x * cos - y * sin + to.width / 2 - (letter.x0 + letter.x1) / 2;
    const dy = x * sin + y * cos + to.height / 2 - (letter.y0 + letter.y1) / 2;
    return { ...letter, x0: letter.x0 + dx, x1: letter.x1 + dx, y0: letter.y0 + dy, y1: letter.y1 + dy };
  });
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
  const before = survey.lying ? { width: decoded.height, height: decoded.width } : decoded;
  const turned = await turnImage(decoded, quarter + skew);
  const level = skew === 0 ? standing : leanLetters(standing, skew, before, turned);
  const turnedGrey = turned === decoded ? grey : toGrey(turned);
  const lines = chainLetters(level);
  const { letterHeight } = survey;
  const onHead = await standsOnHead(turnedGrey, lines, letterHeight, survey.lying, reader);
  if (!onHead)
    return { picture: turned, grey: turnedGrey, letters: level, lines, letterHeight, rotation: quarter, skew };
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
  return { picture, grey: toGrey(picture), letters, lines: chainLetters(letters), letterHeight, rotation, skew };
}
