/** Which way up: told by the shape of the lines where that is clear, else by reading a few of them both ways. */
import { halfTurn } from '../image/crop.ts';
import { measureEvenness, uprightScore } from '../image/evenness.ts';
import type { GreyImage } from '../image/grey-image.ts';
import type { LetterLine } from '../image/letter-lines.ts';
import { readBothWays } from './read-both-ways.ts';
import type { Reader } from './reader.ts';

const SURELY_UPRIGHT = 0.03;

/**
 * Whether the level picture stands on its head. `turned`: it was turned by a quarter already, so that both ways are
 * equally likely and the lines are always tried.
 */
export async function standsOnHead(
  image: GreyImage,
  lines: readonly LetterLine[],
  letterHeight: number,
  turned: boolean,
  reader: () => Promise<Reader>,
): Promise<boolean> {
  const evenness = measureEvenness(lines);
  if (!evenness) return false;
  const score = uprightScore(evenness);
  if (score > SURELY_UPRIGHT && !turned) return false;
  const better = await readBothWays(image, lines, letterHeight, halfTurn, await reader());
  if (better) return better === 'turned';
  return turned && score < -SURELY_UPRIGHT;
}
