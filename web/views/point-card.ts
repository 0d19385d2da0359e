/** One number: what was read, where it stands, what it counts for, and a person's decision about it. */
import type { DataPointView, DecisionRequest } from '../../services/domain/views.ts';
import { announce } from '../announce.ts';
import type { KnownCaseload } from '../caseload.ts';
import { client } from '../client.ts';
import { h, replace } from '../dom.ts';
import { evidenceStrip } from '../evidence-strip.ts';
import { countedDay, countedValue, dayText, instantText, pointStateLabels, valueText } from '../labels.ts';
import { linkTo } from '../router.ts';
import { chip, errorText, type Tone } from '../view.ts';
import { correctionForm } from './correction-form.ts';

const tones: Record<DataPointView['state'], Tone> = {
  proposed: 'plain',
  needs_review: 'ask',
  confirmed: 'good',
  corrected: 'good',
  rejected: 'bad',
};

export interface PointCardSettings {
  readonly known: KnownCaseload;
  /** Names the student and the goal: for lists that do not say it above. */
  readonly withGoal?: boolean;
  /** Names the student and the goal, and links to the document: for lists across documents. */
  readonly withDocument?: boolean;
  readonly onDecided?: (point: DataPointView) => void;
  /** Evidence of something that is locked: shown, not decided on. */
  readonly locked?: boolean;
}

function whatWasSaid(point: DataPointView): HTMLElement | null {
  const last = point.decisions.at(-1);
  if (!last) return null;
  const words = { ...pointStateLabels, corrected: `Read as ${valueText(point.value, point.unit)}, corrected` };
  return h('p', { class: 'note' }, `${words[last.to]} by ${last.by}, ${instantText(last.at)}`);
}

function valueLine(point: DataPointView): HTMLElement {
  const { numerator, denominator } = point;
  const parts = [
    numerator !== undefined && denominator !== undefined ? `${numerator} of ${denominator}` : null,
    point.text ?? null,
    point.conditions ?? null,
  ].filter((part) => part !== null);
  return h(
    'p',
    { class: 'value-line' },
    h('strong', { class: 'value' }, valueText(countedValue(point), point.unit)),
    h('span', {}, dayText(countedDay(point))),
    parts.length > 0 ? h('span', { class: 'note' }, parts.join(' · ')) : null,
  );
}

function goalLine(point: DataPointView, known: KnownCaseload): HTMLElement {
  const goal = known.goal(point.studentId, point.goalId);
  const words = goal ? `${goal.area}. ${goal.statement}` : 'A goal that is no longer on the caseload.';
  return h('p', { class: 'goal' }, h('strong', {}, known.studentName(point.studentId)), ` · ${words}`);
}

/** The buttons of a point; those of one that nobody doubts are behind one more press, so that a long list stays short. */
function decisions(
  point: DataPointView,
  settings: PointCardSettings,
  done: (next: DataPointView) => void,
): HTMLElement {
  const area = h('div', { class: 'decide' });
  const value = valueText(countedValue(point), point.unit);
  const decide = async (request: DecisionRequest): Promise<void> => {
    try {
      const decided = await client.decide(point.id, request);
      announce(`${valueText(countedValue(decided), decided.unit)}: ${pointStateLabels[decided.state]}`);
      done(decided);
      settings.onDecided?.(decided);
    } catch (error) {
      area.append(h('p', { class: 'error', role: 'alert' }, errorText(error)));
    }
  };
  const button = (label: string, kind: string, act: () => void) =>
    h('button', { type: 'button', class: kind, on: { click: act } }, label);
  const showAll = (): void =>
    replace(
      area,
      h(
        'div',
        { class: 'buttons', role: 'group', 'aria-label': `Decide on ${value}` },
        point.state === 'confirmed' ? null : button('Confirm', 'primary', () => void decide({ decision: 'confirm' })),
        button('Correct', 'quiet', () => {
          replace(area, correctionForm(point, decide, showAll));
          area.querySelector('input')?.focus();
        }),
        point.state === 'rejected' ? null : button('Reject', 'quiet', () => void decide({ decision: 'reject' })),
      ),
    );
  if (point.state === 'needs_review') showAll();
  else {
    const open = button('Change …', 'link', () => {
      showAll();
      area.querySelector('button')?.focus();
    });
    open.setAttribute('aria-label', `Change ${value} of ${dayText(countedDay(point))}`);
    replace(area, open);
  }
  return area;
}

/** A card that redraws itself after each decision. */
export function pointCard(first: DataPointView, settings: PointCardSettings): HTMLElement {
  const card = h('article', { class: 'card point', id: `point-${first.id}`, tabindex: '-1' });
  const draw = (point: DataPointView): void => {
    const { uploadId, source } = point;
    card.dataset.state = point.state;
    replace(
      card,
      evidenceStrip({ uploadId, page: source.page, bbox: source.bbox, quote: source.quote }),
      h('div', { class: 'point-head' }, valueLine(point), chip(pointStateLabels[point.state], tones[point.state])),
      settings.withGoal || settings.withDocument ? goalLine(point, settings.known) : null,
      point.reason && point.decidedBy === null ? h('p', { class: 'why' }, point.reason) : null,
      whatWasSaid(point),
      settings.withDocument
        ? h('p', { class: 'note' }, h('a', { href: linkTo(['documents', point.documentId]) }, 'Open its document'))
        : null,
      settings.locked
        ? null
        : decisions(point, settings, (next) => {
            draw(next);
            card.focus();
          }),
    );
  };
  draw(first);
  return card;
}
