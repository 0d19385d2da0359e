/** Shows the pages of a document to the model, disguised, and puts what it says back onto the pages. */
import type { Caseload } from '../../domain/caseload.ts';
import type { Page } from '../../domain/page.ts';
import type { Llm, LlmFailure } from '../../platform/llm/llm.ts';
import { loadPrompt, type PromptVersion } from '../../platform/llm/prompt.ts';
import { type Disguise, disguise } from '../../platform/llm/pseudonyms/disguise.ts';
import { locateQuotes, type Place, placesOf } from './locate-quote.ts';
import { namesOfCaseload } from './names-of-caseload.ts';
import { type Proposal, proposalsSchema } from './proposal.ts';

/** A proposal on its page; all offsets are into the page's own text. */
export interface PlacedProposal {
  readonly proposal: Proposal;
  /** Where the quote stands; null where it stands nowhere or in several places. */
  readonly place: Place | null;
  /** Everywhere that the date, as the model copied it, stands. */
  readonly dates: readonly Place[];
  /** The words that say what was measured, as the page has them; empty where they are not on it. */
  readonly measured: string;
  /** Students of the caseload for whom the model's label may stand; empty where it names none. */
  readonly people: readonly string[];
}

export interface PageAnswers {
  /** By page of the document; empty for a page that was not asked about or not answered. */
  readonly proposals: readonly (readonly PlacedProposal[])[];
  /** Why something that was asked has no answer; null when all was answered. */
  readonly failure: LlmFailure | null;
  readonly prompt: PromptVersion;
}

/** More does not fit well into the context of small models. */
const PIECE_LETTERS = 6000;
/** No page holds more; what a runaway model says beyond is not looked at. */
const MOST_PROPOSALS = 200;
const AT_ONCE = 3;

interface Piece {
  readonly pageIndex: number;
  /** Where the piece begins in the page's text. */
  readonly start: number;
  readonly text: string;
}

const mayMeasure =
  /\d|[+✓✔✗✘]|(?<!\p{L})(?:zero|none|once|twice|two|three|four|five|six|seven|eight|nine|ten|level|\p{L}+teen|twenty|thirty|forty|fifty|hundred)(?!\p{L})/iu;

/** Whole lines, as many as fit; a page without figures, or that nobody could read, has no piece. */
function piecesOf(page: Page, pageIndex: number): Piece[] {
  if (page.source === 'unreadable' || page.source === 'blank') return [];
  const pieces: Piece[] = [];
  let start = 0;
  let at = 0;
  for (const line of page.text.split(/(?<=\n)/)) {
    if (at > start && at + line.length - start > PIECE_LETTERS) {
      pieces.push({ pageIndex, start, text: page.text.slice(start, at) });
      start = at;
    }
    at += line.length;
  }
  pieces.push({ pageIndex, start, text: page.text.slice(start) });
  return pieces.filter((piece) => mayMeasure.test(piece.text));
}

function placeProposals(piece: Piece, shown: Disguise, proposals: readonly Proposal[]): PlacedProposal[] {
  const onPage = ({ start, end }: Place): Place => {
    const span = shown.originalSpan(start, end);
    return { start: piece.start + span.start, end: piece.start + span.end };
  };
  const everywhere = (words: string | null) => (words ? placesOf(shown.text, words) : []).map(onPage);
  const places = locateQuotes(shown.text, proposals);
  return proposals.map((proposal, at) => {
    const place = places[at];
    const [measured] = everywhere(proposal.measured);
    return {
      proposal,
      place: place ? onPage(place) : null,
      dates: everywhere(proposal.date),
      measured: measured ? piece.text.slice(measured.start - piece.start, measured.end - piece.start) : '',
      people: proposal.student ? shown.peopleIn(proposal.student) : [],
    };
  });
}

/** Asks about each page that may hold a measurement. Never throws for what the model does. */
export async function askAboutPages(
  pages: readonly Page[],
  caseload: Caseload,
  llm: Llm,
  signal?: AbortSignal,
): Promise<PageAnswers> {
  const prompt = await loadPrompt('extract', 1);
  const names = namesOfCaseload(caseload);
  const waiting = pages.flatMap(piecesOf);
  const proposals: PlacedProposal[][] = pages.map(() => []);
  let failure: LlmFailure | null = null;
  const work = async (): Promise<void> => {
    for (let piece = waiting.shift(); piece; piece = waiting.shift()) {
      const shown = disguise(piece.text, names);
      const outcome = await llm.complete({
        prompt,
        input: shown.text,
        schema: proposalsSchema,
        districtId: caseload.district.id,
        ...(signal ? { signal } : {}),
      });
      if (outcome.ok) {
        const said = outcome.value.measurements.slice(0, MOST_PROPOSALS);
        proposals[piece.pageIndex]?.push(...placeProposals(piece, shown, said));
        continue;
      }
      failure = outcome;
      // Declined or muddled answers are of one page; what else goes wrong goes wrong for the next page too.
      if (outcome.reason !== 'refused' && outcome.reason !== 'nonsense') waiting.length = 0;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { proposals, failure, prompt };
}
