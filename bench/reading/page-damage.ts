/** What a damage is, and pages as it takes them. */
import sharp, { type Sharp } from 'sharp';

export interface Damage {
  readonly name: string;
  /** The same seed gives the same damage; `other`: another page, where it needs one. */
  apply(path: string, seed: string, other: string): Promise<Buffer>;
}

/** The page in grey at its full resolution. */
export const openGrey = (path: string): Sharp => sharp(path).flatten({ background: '#ffffff' }).toColourspace('b-w');

export async function sizeOf(path: string): Promise<{ width: number; height: number }> {
  const { width, height } = await sharp(path).metadata();
  return { width, height };
}
