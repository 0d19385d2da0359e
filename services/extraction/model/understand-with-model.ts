/**
 * Understands a document by rules and, where there is one, a model. The rules' result is the ground: without the model,
 * or with one that is down or talks nonsense, it comes out unchanged, with a word that the model did not take part.
 */
import type { ClassifyOptions } from '../../classification/classification.ts';
import { classifyDocument } from '../../classification/classify-document.ts';
import { evidenceTypes } from '../../classification/evidence-types/registry.ts';
import type { Caseload } from '../../domain/caseload.ts';
import type { EvidenceDocument, ModelPart, Unmapped } from '../../domain/evidence.ts';
import type { Page } from '../../domain/page.ts';
import { type Llm, mayAnswerLater } from '../../platform/llm/llm.ts';
import { extractDocument, openDocument, pointOf } from '../extract-document.ts';
import { sourceOf } from '../grounding.ts';
import { judge } from '../meaning/context-rules.ts';
import { decide } from '../meaning/decide.ts';
import type { Mention } from '../mentions/mention.ts';
import { askAboutPages } from './ask-about-pages.ts';
import { type Claim, claimsOn } from './claims.ts';
import { type GroundedClaim, reconcile, sharesInk } from './reconcile.ts';

/** What a person can take in of what was left out. */
const MOST_UNMAPPED = 10;

/** The mention as the model sees it: led by its words for what was measured, of the day that it names on the page. */
function asSeen({ mention, measured, day }: Claim): Mention {
  const lead = measured === '' || mention.lead.includes(measured) ? mention.lead : `${measured} ${mention.lead}`.trim();
  if (!day || day === mention.day) return { ...mention, lead };
  // A day that stands over its figure is one of a week, where the goal counts by the week.
  return { ...mention, lead, day, dayFrom: mention.place === 'row' ? (mention.dayFrom ?? 'row') : 'column' };
}

/** The mentions that the model calls results, each once. */
function resultMentions(claims: readonly Claim[]): Mention[] {
  const results = new Map<Mention, Claim>();
  for (const claim of claims)
    if (claim.role === 'result' && !results.has(claim.mention)) results.set(claim.mention, claim);
  return [...results.values()].map(asSeen);
}

function aboutUnplaced(count: number): string[] {
  if (count === 0) return [];
  const what = count === 1 ? 'a measurement that does' : `${count} measurements that do`;
  return [`The model named ${what} not stand on the page, or in several places; nothing of it was taken.`];
}

/** Understands `pages`, which are one document, by rules and `llm`. Never throws for what the model does. */
export async function understandWithModel(
  pages: readonly Page[],
  caseload: Caseload,
  options: ClassifyOptions,
  llm: Llm,
  signal?: AbortSignal,
): Promise<EvidenceDocument> {
  const classification = classifyDocument(pages, caseload, options);
  const byRules = extractDocument(pages, classification, caseload, options);
  // Of a paper that the rules cannot name, the model may know more; of one that they can name, it is known enough.
  const { type, yields } = evidenceTypes[classification.documentType];
  if (llm.model === null || (yields === 'none' && type !== 'other')) return byRules;

  const { proposals, failure, prompt } = await askAboutPages(pages, caseload, llm, signal);
  const part: ModelPart = {
    model: llm.model,
    prompt: `${prompt.task}/v${prompt.version}`,
    tookPart: failure === null,
    ...(failure ? { reason: failure.reason } : {}),
    mayAnswerLater: failure !== null && mayAnswerLater(failure.reason),
  };
  if (proposals.every((list) => list.length === 0)) return { ...byRules, model: part };

  const { pages: opened, mentions, context } = openDocument(pages, classification, caseload, options);
  const checked = opened.map((page, index) =>
    claimsOn(
      page,
      index,
      proposals[index] ?? [],
      mentions.filter((m) => m.pageIndex === index),
    ),
  );
  const claims = checked.flatMap((c) => c.claims);
  const decision = decide(resultMentions(claims), context);
  const sourceAt = (pageIndex: number, start: number, end: number) => {
    const page = opened[pageIndex];
    return page ? sourceOf(page, start, end) : null;
  };
  const grounded = claims.flatMap(({ mention, role, people, day }): GroundedClaim[] => {
    const source = sourceAt(mention.pageIndex, mention.start, mention.end);
    return source ? [{ source, role, people, day }] : [];
  });
  const goals = new Map(caseload.students.flatMap((student) => student.goals.map((goal) => [goal.id, goal] as const)));
  const dataPoints = reconcile({
    rules: byRules.dataPoints,
    model: decision.results.map((result) => pointOf(result, opened, context)).filter((point) => point !== null),
    claims: grounded,
    nameOf: (goalId) => goals.get(goalId)?.area ?? goalId,
    isWeekly: (goalId) => goals.get(goalId)?.measure.per === 'week',
  });

  const month = Number((classification.date ?? options.uploadDate).slice(5, 7));
  const dismissed = claims.flatMap(({ mention, role }) => {
    const { verdict, reason } = judge(mention, month);
    const { pageIndex, start, end } = mention;
    return role === 'result' && verdict === 'not_data'
      ? [{ pageIndex, start, end, reason: `The model takes it for a result; by the rules it is ${reason}.` }]
      : [];
  });
  const unmapped: Unmapped[] = byRules.unmapped.filter((u) => !dataPoints.some((p) => sharesInk(p.source, u.source)));
  for (const { pageIndex, start, end, reason } of [...checked.flatMap((c) => c.rejections), ...dismissed]) {
    const source = sourceAt(pageIndex, start, end);
    const shown = source === null || [...dataPoints, ...unmapped].some((other) => sharesInk(other.source, source));
    if (!shown && unmapped.length < byRules.unmapped.length + MOST_UNMAPPED)
      unmapped.push({ quote: source.quote, reason, source });
  }
  const questions = [...(byRules.questions ?? []), ...aboutUnplaced(checked.reduce((sum, c) => sum + c.unplaced, 0))];
  return { ...byRules, dataPoints, unmapped, ...(questions.length > 0 ? { questions } : {}), model: part };
}
