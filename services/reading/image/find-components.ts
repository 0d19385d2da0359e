/** Connected pieces of ink: letters, strokes, rules, specks. */
import type { InkMask } from './find-ink.ts';

export interface Component {
  x0: number;
  y0: number;
  /** One past the last column and row. */
  x1: number;
  y1: number;
  /** Ink pixels. */
  area: number;
}

/** All pieces of 8-connected ink, from run-length encoded rows joined by union-find. */
export function findComponents(mask: InkMask): Component[] {
  const { data, width, height } = mask;
  const parents: number[] = [];
  const boxes: Component[] = [];
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root]!;
    while (parents[index] !== root) {
      const next = parents[index]!;
      parents[index] = root;
      index = next;
    }
    return root;
  };
  const join = (a: number, b: number): number => {
    const rootA = rootOf(a);
    const rootB = rootOf(b);
    if (rootA === rootB) return rootA;
    const [keep, drop] = rootA < rootB ? [rootA, rootB] : [rootB, rootA];
    const kept = boxes[keep]!;
    const dropped = boxes[drop]!;
    kept.x0 = Math.min(kept.x0, dropped.x0);
    kept.x1 = Math.max(kept.x1, dropped.x1);
    kept.y0 = Math.min(kept.y0, dropped.y0);
    kept.y1 = Math.max(kept.y1, dropped.y1);
    kept.area += dropped.area;
    parents[drop] = keep;
    return keep;
  };
  interface Run {
    start: number;
    end: number;
    label: number;
  }
  let previous: Run[] = [];
  for (let y = 0; y < height; y++) {
    const runs: Run[] = [];
    let from = 0;
    const row = y * width;
    for (let x = 0; x < width; x++) {
      if (data[row + x] === 0) continue;
      const start = x;
      while (x < width && data[row + x] === 1) x++;
      const end = x;
      let label = -1;
      while (from < previous.length && previous[from]!.end < start) from++;
      for (let i = from; i < previous.length && previous[i]!.start <= end; i++) {
        label = label < 0 ? rootOf(previous[i]!.label) : join(label, previous[i]!.label);
      }
      if (label < 0) {
        label = boxes.length;
        parents.push(label);
        boxes.push({ x0: start, y0: y, x1: end, y1: y + 1, area: end - start });
      } else {
        const box = boxes[label]!;
        box.x0 = Math.min(box.x0, start);
        box.x1 = Math.max(box.x1, end);
        box.y1 = y + 1;
        box.area += end - start;
      }
      runs.push({ start, end, label });
    }
    previous = runs;
  }
  return boxes.filter((_, index) => parents[index] === index);
}
