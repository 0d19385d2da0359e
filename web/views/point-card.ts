/** One number: what was read, where it stands, what it counts for, and a person's decision about it. */
import type { DataPointView, DecisionRequest } from '../../services/domain/views.ts';
import { announce } from '../announce.ts';
import type { KnownCaseload } from '../caseload.ts';
import { client } from '../client.ts';
import { h, replace } from '../dom.ts';
import { evidenceStrip } from '../evidence-strip.ts';
import { dayInput, field } from '../filters.ts';
import { countedDay, countedValue, dayText, instantText, pointStateLabels, valueText } from '../labels.ts';
import { linkTo } from '../router.ts';
import { chip, errorText, type Tone } from '../view.ts';

const tones: Record<DataPointView['state'], Tone> = {
  proposed: 'plain',
  needs_review: 'ask',
  confirmed: 'good',
  corrected: 'good',
  rejected: 'bad',
};

export interface PointCardSettings {
  readonly known: KnownCaseload;
  /** Names the student and links to the document: for lists across documents. */
  readonly withDocument?: boolean;
  readonly onDecided?: (point: DataPointView) => void;
  /** Evidence of something that is locked: shown, not decided on. */
  readonly locked?: boolean;
}

type Decide = (request: DecisionRequest) => Promise<void>;

function correctionForm(point: DataPointView, decide: Decide, cancel: () => void): HTMLElement {
  const value = h('input', {
    type: 'number',
    name: 'value',
    step: 'any',
    min: 0,
    required: true,
    value: countedValue(point),
  });
  const day = dayInput('date', countedDay(point));
  const form = h(
    'form',
    { class: 'correction' },
    field(`Right value (${point.unit})`, value),
    field('Day', day),
    h(
      'div',
      { class: 'buttons' },
      h('button', { type: 'submit', class: 'primary' }, 'Save'),
      h('button', { type: 'button', class: 'quiet', on: { click: cancel } }, 'Cancel'),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const moved = day.value && day.value !== point.date ? { date: day.value } : {};
    void decide({ decision: 'correct', value: value.valueAsNumber, ...moved });
  });
  return form;
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

/** A card that redraws itself after each decision. */
export function pointCard(first: DataPointView, settings: PointCardSettings): HTMLElement {
  const card = h('article', { class: 'card point', id: `point-${first.id}`, tabindex: '-1' });

  const draw = (point: DataPointView): void => {
    const goal = settings.known.goal(point.studentId, point.goalId);
    const area = h('div', { class: 'decide' });
    const decide: Decide = async (request) => {
      try {
        const decided = await client.decide(point.id, request);
        draw(decided);
        card.focus();
        announce(`${valueText(countedValue(decided), decided.unit)}: ${pointStateLabels[decided.state]}`);
        settings.onDecided?.(decided);
      } catch (error) {
        area.append(h('p', { class: 'error', role: 'alert' }, errorText(error)));
      }
    };
    const button = (label: string, kind: string, act: () => void, off = false) =>
      off ? null : h('button', { type: 'button', class: kind, on: { click: act } }, label);
    const showButtons = (): void =>
      replace(
        area,
        h(
          'div',
          { class: 'buttons', role: 'group', 'aria-label': `Decide on ${valueText(countedValue(point), point.unit)}` },
          button('Confirm', 'primary', () => void decide({ decision: 'confirm' }), point.state === 'confirmed'),
          button('Correct', 'quiet', () => {
            replace(area, correctionForm(point, decide, showButtons));
            area.querySelector('input')?.focus();
          }),
          button('Reject', 'quiet', () => void decide({ decision: 'reject' }), point.state === 'rejected'),
        ),
      );
    if (!settings.locked) showButtons();
    card.dataset.state = point.state;
    const { uploadId, source } = point;
    replace(
      card,
      evidenceStrip({ uploadId, page: source.page, bbox: source.bbox, quote: source.quote }),
      h('div', { class: 'point-head' }, valueLine(point), chip(pointStateLabels[point.state], tones[point.state])),
      h(
        'p',
        { class: 'goal' },
        settings.withDocument ? `${settings.known.studentName(point.studentId)} · ` : null,
        goal ? `${goal.area}: ${goal.statement}` : 'A goal that is no longer on the caseload',
      ),
      point.reason ? h('p', { class: 'why' }, point.reason) : null,
      whatWasSaid(point),
      settings.withDocument
        ? h('p', { class: 'note' }, h('a', { href: linkTo(['documents', point.documentId]) }, 'Open its document'))
        : null,
      area,
    );
  };
  draw(first);
  return card;
}
