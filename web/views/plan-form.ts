/** The plan that an IEP proposes: a person checks each part against its place on the page and puts it in force. */
import type { DocumentDetail } from '../../services/domain/views.ts';
import { announce } from '../announce.ts';
import { forgetCaseload, type KnownCaseload } from '../caseload.ts';
import { client } from '../client.ts';
import { type Child, h, replace } from '../dom.ts';
import { evidenceStrip } from '../evidence-strip.ts';
import { dayInput, field } from '../filters.ts';
import { counted, dayText } from '../labels.ts';
import { errorText } from '../view.ts';
import { goalField, partsText } from './plan-goal.ts';

type Plan = NonNullable<DocumentDetail['plan']>;
type Service = Plan['services'][number];

function serviceField(service: Service, uploadId: string) {
  const { source } = service;
  const take = h('input', { type: 'checkbox', name: 'take', checked: true });
  const minutes = h('input', { type: 'number', name: 'minutes', min: 0, value: service.minutes });
  const element = h(
    'fieldset',
    { class: 'card plan-goal' },
    h('legend', {}, service.kind),
    service.uncertain.length > 0
      ? h('p', { class: 'note' }, `Not on the page, or not certain, please check: ${partsText(service.uncertain)}.`)
      : null,
    evidenceStrip({ uploadId, page: source.page, bbox: source.bbox, quote: source.quote }),
    field(`Minutes a ${service.per}`, minutes),
    h('p', { class: 'note' }, `${dayText(service.start)} to ${dayText(service.end)}`),
    h('label', { class: 'check' }, take, ' Put this service in force'),
  );
  const taken = (): Service | null =>
    take.checked && minutes.value !== '' ? { ...service, minutes: minutes.valueAsNumber } : null;
  return { element, taken };
}

function section(...content: Child[]): HTMLElement {
  return h('section', { class: 'plan', 'aria-labelledby': 'plan' }, content);
}

/** Nothing for a document that proposes no plan. `onDone` gets the document once its plan is in force. */
export function planForm(
  document: DocumentDetail,
  known: KnownCaseload,
  onDone: (next: DocumentDetail) => void,
): HTMLElement | null {
  const { plan, studentId, uploadId } = document;
  if (!plan) return null;
  const title = h('h2', { id: 'plan' }, 'The plan that this document proposes');
  const name = known.studentName(studentId);
  if (plan.state === 'confirmed') {
    const day = plan.decidedAt ? ` on ${dayText(plan.decidedAt.slice(0, 10))}` : '';
    return section(title, h('p', {}, `A person has put this plan in force for ${name}${day}.`));
  }
  if (studentId === null) {
    return section(title, h('p', {}, 'Say first whose this document is; its plan can then be put in force.'));
  }
  const goals = [...plan.goals, ...plan.incomplete].map((goal) => goalField(goal, uploadId));
  const services = plan.services.map((service) => serviceField(service, uploadId));
  const start = dayInput('start', plan.plan.start ?? '');
  const end = dayInput('end', plan.plan.end ?? '');
  for (const day of [start, end]) day.required = true;
  const replaces = h('input', { type: 'checkbox', name: 'replaces' });
  const said = h('div', { role: 'status' });
  const button = h('button', { type: 'submit', class: 'primary' }, 'Put the plan in force');
  const form = h(
    'form',
    {},
    h('p', {}, `For ${name}. Nothing of it is in force before you say so. Please check each part against the page.`),
    h('div', { class: 'plan-fields' }, field('The plan begins', start), field('The plan ends', end)),
    h('h3', {}, counted(goals.length, 'goal')),
    goals.map(({ element }) => element),
    h('h3', {}, counted(services.length, 'service')),
    services.map(({ element }) => element),
    h('label', { class: 'check' }, replaces, ' The goals and services that are in force now end with this'),
    said,
    h('div', { class: 'buttons' }, button),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const confirmation = {
      studentId,
      plan: { start: start.value, end: end.value },
      goals: goals.map((goal) => goal.taken()).filter((goal) => goal !== null),
      services: services.map((service) => service.taken()).filter((service) => service !== null),
      replaces: replaces.checked,
    };
    button.disabled = true;
    const done = async (): Promise<void> => {
      await client.confirmPlan(document.id, confirmation);
      forgetCaseload();
      announce(`The plan is in force for ${name}: ${counted(confirmation.goals.length, 'goal')}.`);
      onDone(await client.document(document.id));
    };
    done().catch((error: unknown) => {
      button.disabled = false;
      replace(said, h('p', { class: 'error' }, errorText(error)));
    });
  });
  return section(title, form);
}
