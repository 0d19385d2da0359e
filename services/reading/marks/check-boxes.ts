/** Drawn check boxes: a square outline of about the size of a letter that stands by itself, empty or with a mark in it. */
import type { Bbox } from '../../domain/geometry.ts';
import type { Component } from '../image/find-components.ts';
import type { InkMask } from '../image/find-ink.ts';
import { hasInk, heightOf, inkShare, runsIn, widthOf } from './ink-piece.ts';

export interface CheckBox {
  readonly bbox: Bbox;
  readonly ticked: boolean;
}

/** Side of a box, in heights of a letter. */
const LEAST_SIDE = 1.1;
const MOST_SIDE = 3;
/** So much of an edge may be worn away. */
const EDGE_SHARE = 0.85;
/** Thickness of the outline, as a share of the side. */
const THICKEST = 0.2;
/** White on both sides of a box, as a share of its side: a letter of a word has less. */
const LEAST_ROOM = 0.3;
/** Share of ink in the outermost part of each corner. */
const LEAST_CORNER = 0.4;
/** Ink within a box: less is dust, more is a mark; what lies between is not clear. */
const MOST_DUST = 0.02;
const LEAST_MARK = 0.06;
/** What is all ink is no box with a mark in it but a punched hole or a bullet. */
const MOST_MARK = 0.9;

interface Edge {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** Level lines of a piece that are as long as the side of a box. */
function levelEdges(ink: InkMask, piece: Component, least: number, most: number): Edge[] {
  const edges: { x0: number; x1: number; y0: number; y1: number }[] = [];
  for (let y = piece.y0; y < piece.y1; y++) {
    for (const { start, end } of runsIn(ink, y, piece.x0, piece.x1)) {
      if (end - start < least || end - start > most) continue;
      const open = edges.find(
        (edge) => edge.y1 === y && Math.abs(edge.x0 - start) + Math.abs(edge.x1 - end) <= least / 2,
      );
      if (open) open.y1 = y + 1;
      else edges.push({ x0: start, x1: end, y0: y, y1: y + 1 });
    }
  }
  // What is thicker is no line.
  return edges.filter((edge) => edge.y1 - edge.y0 <= Math.max(3, THICKEST * (edge.x1 - edge.x0)));
}

/** Share of the rows between two edges that have ink at `x`, give or take `slack`. */
function uprightShare(ink: InkMask, top: Edge, bottom: Edge, x: number, slack: number): number {
  let rows = 0;
  for (let y = top.y0; y < bottom.y1; y++) if (hasInk(ink, y, x - slack, x + slack)) rows++;
  return rows / (bottom.y1 - top.y0);
}

/** Letters are round where a box has corners. */
function hasCorners(ink: InkMask, [x0, y0, x1, y1]: Bbox): boolean {
  const reach = Math.max(2, Math.round(0.12 * (x1 - x0)));
  const corners: Bbox[] = [
    [x0, y0, x0 + reach, y0 + reach],
    [x1 - reach, y0, x1, y0 + reach],
    [x0, y1 - reach, x0 + reach, y1],
    [x1 - reach, y1 - reach, x1, y1],
  ];
  return corners.every((corner) => inkShare(ink, corner) >= LEAST_CORNER);
}

function squareOf(ink: InkMask, top: Edge, bottom: Edge): Bbox | null {
  const [left, right] = [(top.x0 + bottom.x0) / 2, (top.x1 + bottom.x1) / 2];
  const side = right - left;
  const height = bottom.y1 - top.y0;
  const even = Math.abs(top.x0 - bottom.x0) <= 0.2 * side && Math.abs(top.x1 - bottom.x1) <= 0.2 * side;
  if (!even || height < 0.75 * side || height > 1.33 * side) return null;
  const slack = Math.max(1, 0.06 * side);
  const edges = [left, right - 1].map((x) => uprightShare(ink, top, bottom, x, slack));
  const square: Bbox = [left, top.y0, right, bottom.y1];
  return edges.every((share) => share >= EDGE_SHARE) && hasCorners(ink, square) ? square : null;
}

/** A square whose inside is neither clearly empty nor clearly marked is left to the readers. */
function stateOf(ink: InkMask, bbox: Bbox): CheckBox | null {
  const inset = 0.2 * (bbox[2] - bbox[0]);
  const share = inkShare(ink, [bbox[0] + inset, bbox[1] + inset, bbox[2] - inset, bbox[3] - inset]);
  if ((share > MOST_DUST && share < LEAST_MARK) || share > MOST_MARK) return null;
  return { bbox, ticked: share >= LEAST_MARK };
}

/** Whether no other ink stands close by on the same level; what reaches into the box belongs to the mark in it. */
function hasRoom(piece: Component, [x0, y0, x1, y1]: Bbox, pieces: readonly Component[]): boolean {
  const room = LEAST_ROOM * (x1 - x0);
  const inset = 0.2 * (y1 - y0);
  return !pieces.some((other) => {
    if (other === piece || other.y1 <= y0 + inset || other.y0 >= y1 - inset || other.area < 8) return false;
    const [left, right] = [x0 - other.x1, other.x0 - x1];
    return (left < room && left > -inset) || (right < room && right > -inset);
  });
}

/** Forms have several boxes of one size, under or beside each other; a lone square may be anything. */
function inCompany(box: CheckBox, all: readonly CheckBox[]): boolean {
  const side = box.bbox[2] - box.bbox[0];
  return all.some(({ bbox }) => {
    const alike = Math.abs(bbox[2] - bbox[0] - side) <= 0.15 * side && Math.abs(bbox[3] - bbox[1] - side) <= 0.3 * side;
    const aligned = Math.abs(bbox[0] - box.bbox[0]) <= 0.5 * side || Math.abs(bbox[1] - box.bbox[1]) <= 0.5 * side;
    return bbox !== box.bbox && alike && aligned;
  });
}

/** The boxes among `pieces`; `letter` is the height of a letter in pixels. */
export function findCheckBoxes(ink: InkMask, pieces: readonly Component[], letter: number): CheckBox[] {
  const [least, most] = [LEAST_SIDE * letter, MOST_SIDE * letter];
  const found = pieces.flatMap((piece) => {
    if (widthOf(piece) < least || heightOf(piece) < least || widthOf(piece) > 2 * most || heightOf(piece) > 2 * most) {
      return [];
    }
    const edges = levelEdges(ink, piece, least, most);
    for (const [index, top] of edges.entries()) {
      for (const bottom of edges.slice(index + 1).toReversed()) {
        const square = squareOf(ink, top, bottom);
        const box = square && hasRoom(piece, square, pieces) && stateOf(ink, square);
        if (box) return [box];
        if (square) return [];
      }
    }
    return [];
  });
  return found.filter((box) => inCompany(box, found));
}
