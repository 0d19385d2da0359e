/** Outlines as SVG path data. */
import type { PathCommand } from 'opentype.js';

export type MovePoint = (x: number, y: number) => readonly [number, number];

/** Two decimals are a hundredth of a point: finer than any raster made from it, and short. */
export const short = (value: number): string => String(Math.round(value * 100) / 100);

/** SVG path data of an outline, each point moved by `move`. */
export function pathData(outline: readonly PathCommand[], move: MovePoint): string {
  const at = (x: number, y: number): string => move(x, y).map(short).join(' ');
  const one = (command: PathCommand): string => {
    switch (command.type) {
      case 'M':
      case 'L':
        return `${command.type}${at(command.x, command.y)}`;
      case 'Q':
        return `Q${at(command.x1, command.y1)} ${at(command.x, command.y)}`;
      case 'C':
        return `C${at(command.x1, command.y1)} ${at(command.x2, command.y2)} ${at(command.x, command.y)}`;
      case 'Z':
        return 'Z';
    }
  };
  return outline.map(one).join('');
}
