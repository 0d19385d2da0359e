/** The points of a goal against its aimline, as a small drawing; the same facts are in the list beside it. */
import type { StatementDetail } from '../../../services/domain/views.ts';
import { svg } from '../../dom.ts';
import { countedDay, countedValue, dayText, valueText } from '../../labels.ts';

const width = 380;
const height = 170;
const edge = { left: 40, right: 14, top: 14, bottom: 26 };

function time(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}

/** Null where there is nothing to draw. */
export function trendChart(statement: StatementDetail): SVGSVGElement | null {
  const { baseline, target, unit } = statement.facts;
  const points = statement.dataPoints
    .filter((point) => point.state !== 'rejected')
    .map((point) => ({
      at: time(countedDay(point)),
      day: countedDay(point),
      value: countedValue(point),
      state: point.state,
    }));
  if (points.length === 0) return null;
  const times = [time(baseline.date), time(target.date), ...points.map(({ at }) => at)];
  const values = [0, baseline.value, target.value, ...points.map(({ value }) => value)];
  const [first, last] = [Math.min(...times), Math.max(...times)];
  const most = Math.max(...values) * 1.08 || 1;
  const x = (at: number) => edge.left + ((at - first) / (last - first || 1)) * (width - edge.left - edge.right);
  const y = (value: number) => height - edge.bottom - (value / most) * (height - edge.top - edge.bottom);
  const label = (text: string, at: { x: number; y: number }, anchor: string) =>
    svg('text', { ...at, class: 'axis', 'text-anchor': anchor }, text);
  const newest = points.at(-1);
  const words =
    `${points.length} values from ${dayText(points[0]?.day ?? null)} to ${dayText(newest?.day ?? null)}, ` +
    `the last ${valueText(newest?.value ?? 0, unit)}; the target is ${valueText(target.value, unit)} by ${dayText(target.date)}.`;
  return svg(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, class: 'chart', role: 'img', 'aria-label': words },
    svg('line', { class: 'ground', x1: edge.left, x2: width - edge.right, y1: y(0), y2: y(0) }),
    svg('line', {
      class: 'aimline',
      x1: x(time(baseline.date)),
      y1: y(baseline.value),
      x2: x(time(target.date)),
      y2: y(target.value),
    }),
    svg('polyline', { class: 'trend', points: points.map(({ at, value }) => `${x(at)},${y(value)}`).join(' ') }),
    points.map(({ at, value, state }) =>
      svg('circle', { class: state === 'needs_review' ? 'dot asks' : 'dot', cx: x(at), cy: y(value), r: 4.5 }),
    ),
    label(String(target.value), { x: edge.left - 8, y: y(target.value) + 4 }, 'end'),
    label('0', { x: edge.left - 8, y: y(0) + 4 }, 'end'),
    label(dayText(new Date(first).toISOString().slice(0, 10)), { x: edge.left, y: height - 6 }, 'start'),
    label(dayText(new Date(last).toISOString().slice(0, 10)), { x: width - edge.right, y: height - 6 }, 'end'),
  );
}
