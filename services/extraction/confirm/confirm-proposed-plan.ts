/** The numbers of a scanned IEP are read twice too: what two readers read in two ways is named as uncertain. */
import type { Source } from '../../domain/evidence.ts';
import type { Page } from '../../domain/page.ts';
import type { ProposedPlan } from '../../domain/proposed-plan.ts';
import { lookAgain, type ReadAgain } from './second-look.ts';

/** `plan`, proposed from `pages`, after its numbers were looked at again. Rejects when `readAgain` rejects. */
export async function confirmProposedPlan(
  plan: ProposedPlan,
  pages: readonly Page[],
  readAgain: ReadAgain,
): Promise<ProposedPlan> {
  const holds = async (source: Source | undefined): Promise<boolean> => {
    const page = pages.find((one) => one.page === source?.page);
    if (!source || !page) return true;
    const { verdict } = await lookAgain(page, source, readAgain);
    return verdict === 'typed' || verdict === 'alike';
  };
  const doubts = async (parts: readonly (readonly [string, Source | undefined])[]): Promise<string[]> => {
    const found: string[] = [];
    for (const [name, source] of parts) if (!(await holds(source))) found.push(name);
    return found;
  };
  const withDoubts = (uncertain: readonly string[], found: readonly string[]) => [...new Set([...uncertain, ...found])];
  const checked = async <Goal extends ProposedPlan['goals'][number] | ProposedPlan['incomplete'][number]>(
    goal: Goal,
  ): Promise<Goal> => {
    const { baseline, target } = goal.places;
    const found = await doubts([
      ['baseline.value', baseline],
      ['target.value', target],
    ]);
    return { ...goal, uncertain: withDoubts(goal.uncertain, found) };
  };
  const goals: ProposedPlan['goals'] = [];
  const incomplete: ProposedPlan['incomplete'] = [];
  const services: ProposedPlan['services'] = [];
  for (const goal of plan.goals) goals.push(await checked(goal));
  for (const goal of plan.incomplete) incomplete.push(await checked(goal));
  for (const service of plan.services) {
    const found = await doubts([['minutes', service.source]]);
    services.push({ ...service, uncertain: withDoubts(service.uncertain, found) });
  }
  return { ...plan, goals, incomplete, services };
}
