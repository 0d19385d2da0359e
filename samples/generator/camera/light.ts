/** Light on a desk: a lamp or a window to one side, corners that fall off, and the shadow of whoever holds the phone. */

export interface Shadow {
  /** Middle and half axes as fractions of the picture. */
  readonly x: number;
  readonly y: number;
  readonly rx: number;
  readonly ry: number;
  /** Degrees. */
  readonly turn: number;
  /** Width of the soft edge, 0..1 of the axes. */
  readonly soft: number;
  /** Share of the light that it takes, 0..1. */
  readonly depth: number;
}

export interface Light {
  /** Direction in which it gets darker, degrees clockwise from right. */
  readonly toward: number;
  /** Share of the light lost across the picture, 0..1. */
  readonly fall: number;
  /** -1 = bluish window light, 1 = yellow lamp. */
  readonly warmth: number;
  /** Brightness of white paper at the brightest place, 0..1. */
  readonly exposure: number;
  readonly vignette: number;
  readonly shadows: readonly Shadow[];
}

export const roomLight: Light = { toward: 60, fall: 0.22, warmth: 0.25, exposure: 1, vignette: 0.12, shadows: [] };

const smooth = (low: number, high: number, value: number): number => {
  const t = Math.max(0, Math.min(1, (value - low) / (high - low)));
  return t * t * (3 - 2 * t);
};

/** Brightness at a place given in fractions of the picture, 0..1. */
export function lightAt(light: Light): (x: number, y: number) => number {
  const angle = (light.toward * Math.PI) / 180;
  const dx = Math.cos(angle);
  const dy = Math.sin(angle);
  const shadows = light.shadows.map((s) => ({
    ...s,
    c: Math.cos((s.turn * Math.PI) / 180),
    s: Math.sin((s.turn * Math.PI) / 180),
  }));
  return (x, y) => {
    const along = (x - 0.5) * dx + (y - 0.5) * dy + 0.5;
    const away = Math.hypot(x - 0.5, y - 0.5);
    let brightness =
      light.exposure * (1 - light.fall * smooth(-0.1, 1.1, along)) * (1 - light.vignette * away * away * 2);
    for (const shadow of shadows) {
      const px = x - shadow.x;
      const py = y - shadow.y;
      const u = Math.abs((px * shadow.c + py * shadow.s) / shadow.rx);
      const v = Math.abs((-px * shadow.s + py * shadow.c) / shadow.ry);
      const distance = (u ** 3 + v ** 3) ** (1 / 3);
      brightness *= 1 - shadow.depth * (1 - smooth(1 - shadow.soft, 1 + shadow.soft, distance));
    }
    return brightness;
  };
}

/** Factors for red, green and blue. */
export function tint(warmth: number): readonly [number, number, number] {
  return [1 + warmth * 0.03, 1 + warmth * 0.005, 1 - warmth * 0.085];
}
