/** What lies under the paper in a photo. */
import { createNoise } from '../drawing/smooth-noise.ts';

export type DeskKind = 'oak' | 'walnut' | 'laminate' | 'cloth';
/** Red, green and blue at a place, in pixels of a picture 2,000 high. */
export type DeskColor = (x: number, y: number) => readonly [number, number, number];

function wood(seed: number, light: readonly number[], dark: readonly number[]): DeskColor {
  const grain = createNoise(seed);
  const fibre = createNoise(seed * 0.73 + 0.1);
  return (x, y) => {
    // Long grain along x: stretched rings bent by slow noise, with fine fibres on top.
    const bend = grain(x / 900, y / 160) * 5 + grain(x / 260, y / 60) * 0.8;
    const ring = (Math.sin((y / 46 + bend) * 2.2) + 1) / 2;
    const fine = fibre(x / 70, y / 2.2);
    const seam = Math.abs((y % 420) - 210) > 208.4 ? 0.55 : 1;
    const t = ring * 0.55 + fine * 0.45;
    return [0, 1, 2].map((i) => (light[i]! * (1 - t) + dark[i]! * t) * seam) as [number, number, number];
  };
}

function speckled(seed: number, base: readonly number[], amount: number, cell: number): DeskColor {
  const fine = createNoise(seed);
  const broad = createNoise(seed * 0.61 + 0.2);
  return (x, y) => {
    const t = (fine(x / cell, y / cell) - 0.5) * amount + (broad(x / 300, y / 300) - 0.5) * 14;
    return [base[0]! + t, base[1]! + t, base[2]! + t * 0.95];
  };
}

export function deskOf(kind: DeskKind, seed: number): DeskColor {
  switch (kind) {
    case 'oak':
      return wood(seed, [201, 165, 118], [164, 122, 78]);
    case 'walnut':
      return wood(seed, [112, 78, 56], [72, 47, 34]);
    case 'laminate':
      return speckled(seed, [172, 174, 172], 34, 2.6);
    case 'cloth':
      return speckled(seed, [58, 74, 92], 30, 3.4);
  }
}
