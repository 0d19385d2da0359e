/**
 * Extraction: what a document measures, for which goal, and where that stands on the page. Mentions are found first
 * (mentions/), their meaning is decided after (meaning/), services are read from logs (services/).
 */
import { type OpenPage, openPage } from '../binders/open-page.ts';
import { type Classification, sureOfType } from '../classification/classification.ts';
import type { Yield } from '../classification/evidence-types/evidence-type.ts';
import { evidenceTypes } from '../classification/evidence-types/registry.ts';
import type { Caseload } from '../domain/caseload.ts';
import type { Day } from '../domain/dates.ts';
import type { DataPoint, DocumentType, EvidenceDocument, Unmapped } from '../domain/evidence.ts';
import type { Page } from '../domain/page.ts';
import { inkDoubt, readingConfidence, sourceOf } from './grounding.ts';
import type { MeaningContext } from './meaning/candidate.ts';
import { type Decision, decide } from './meaning/decide.ts';
import { meaningContext } from './meaning/meaning-context.ts';
import { findMentions } from './mentions/find-mentions.ts';
import type { Mention } from './mentions/mention.ts';
import { readServiceLog } from './services/read-service-log.ts';

export interface ExtractOptions {
  readonly uploadDate: Day;
}

/** Days past the upload that evidence may be dated. */
const inTime = (day: Day, uploadDate: Day) => Date.parse(day) - Date.parse(uploadDate) <= 3 * 86_400_000;

/** A result as a data point; null where it has no place on the page or is dated after the upload. */
export function pointOf(
  result: Decision['results'][number],
  pages: readonly OpenPage[],
  context: MeaningContext,
): DataPoint | null {
  const { candidate, value } = result;
  const page = pages[candidate.mention.pageIndex];
  const source = page ? sourceOf(page, candidate.mention.start, candidate.mention.end) : null;
  if (!page || !source || !inTime(result.day, context.uploadDate)) return null;
  const reasons = [
    result.review,
    inkDoubt(page, source),
    candidate.dayUnsure ? 'The page bears no date: the day of upload was taken.' : null,
    candidate.margin < 0.5 && candidate.rival ? `It may also speak to “${candidate.rival.goal.area}”.` : null,
  ].filter((reason) => reason !== null);
  const sure = Math.min(0.97, 0.72 + Math.min(candidate.score, 18) * 0.0139) * (result.computed ? 0.97 : 1);
  return {
    goalId: candidate.profile.goal.id,
    studentId: candidate.profile.studentId,
    date: result.day,
    value: value.value,
    unit: candidate.profile.goal.measure.unit,
    ...(value.numerator === undefined ? {} : { numerator: value.numerator }),
    ...(value.denominator === undefined ? {} : { denominator: value.denominator }),
    ...(result.computed ? { conditions: result.computed } : {}),
    ...(value.text === undefined ? {} : { text: value.text }),
    confidence:
      Math.round(sure * (reasons.length > 0 ? 0.7 : 1) * Math.max(0.5, readingConfidence(page, source)) * 100) / 100,
    status: reasons.length > 0 ? 'needs_review' : 'proposed',
    ...(reasons.length > 0 ? { reason: reasons.join(' ') } : {}),
    source,
  };
}

function unmappedOf(decision: Decision, pages: readonly OpenPage[]): Unmapped[] {
  const seen = new Set<string>();
  return decision.leftovers.flatMap(({ mention, reason }) => {
    const page = pages[mention.pageIndex];
    const source = page ? sourceOf(page, mention.start, mention.end) : null;
    const key = `${mention.pageIndex}:${mention.start}`;
    if (!source || seen.has(key)) return [];
    seen.add(key);
    const q = mention.quantity;
    const percent = q.type === 'ratio' ? Math.round((1000 * q.numerator) / q.denominator) / 10 : null;
    const value =
      q.type === 'percent' || q.type === 'number' || q.type === 'tally'
        ? { value: q.value }
        : percent === null
          ? {}
          : { value: percent, unit: 'percent' };
    return [{ quote: source.quote, ...value, reason, source }];
  });
}

/** A document opened for extraction: its pages, what stands on them, and what the whole of it says of every figure. */
export interface OpenDocument {
  readonly pages: readonly OpenPage[];
  readonly mentions: readonly Mention[];
  readonly context: MeaningContext;
}

/** Opens `pages`, which are one document. */
export function openDocument(
  pages: readonly Page[],
  classification: Classification,
  caseload: Caseload,
  options: ExtractOptions,
): OpenDocument {
  const opened = pages.map((page) => openPage(page, caseload, options.uploadDate));
  const found = opened.map((page, index) => findMentions(page, index));
  const context = meaningContext(
    opened,
    found.map((f) => f.topic),
    classification,
    caseload,
    options.uploadDate,
    evidenceTypes[classification.documentType].yields === 'restated',
  );
  return { pages: opened, mentions: found.flatMap((f) => f.mentions), context };
}

/** A paper that says who is where and when holds no results. */
const schedule = /\b(?:schedule|time ?table|roster|calendar|horario|route|rotation|itinerary|times)\b/i;

/**
 * Of a paper whose kind is not sure the results are put before a person, where it hangs on the kind whether they count;
 * of one of no known kind what fits no goal is not worth the question.
 */
function sureOf(
  decision: Decision,
  { documentType, alternativeType, ...told }: Classification,
  title: string,
): Decision {
  const yieldsOf = (type: DocumentType): Yield => evidenceTypes[type].yields;
  const isOther = yieldsOf(documentType) === 'unsure';
  const mayNotCount = told.typeConfidence < sureOfType && alternativeType && yieldsOf(alternativeType) !== 'results';
  if (!isOther && !mayNotCount) return decision;
  if (isOther && schedule.test(title)) return { results: [], leftovers: [] };
  const review = 'It could not be told what kind of paper this is.';
  const results = decision.results.map((result) => ({ ...result, review: result.review ?? review }));
  return { results, leftovers: isOther ? [] : decision.leftovers };
}

/** Extracts what `pages`, which are one document, say. Pure: the same input gives the same output. */
export function extractDocument(
  pages: readonly Page[],
  classification: Classification,
  caseload: Caseload,
  options: ExtractOptions,
): EvidenceDocument {
  const type = evidenceTypes[classification.documentType];
  const { pages: opened, mentions, context } = openDocument(pages, classification, caseload, options);
  const decision =
    type.yields === 'none'
      ? { results: [], leftovers: [] }
      : sureOf(decide(mentions, context), classification, context.topics[0]?.title ?? '');
  const services = type.logsServices ? readServiceLog(opened, classification, caseload) : [];
  return {
    file: pages[0]?.file ?? '',
    pages: pages.map((page) => page.page),
    documentType: classification.documentType,
    typeConfidence: classification.typeConfidence,
    studentId: classification.studentId,
    date: classification.date,
    dataPoints: decision.results.map((result) => pointOf(result, opened, context)).filter((point) => point !== null),
    services,
    unmapped: unmappedOf(decision, opened),
    ...(classification.questions.length > 0 ? { questions: [...classification.questions] } : {}),
  };
}
