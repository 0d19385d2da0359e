/** A statement's text with its citations: each number that rests on a page is a link to that page. */
import type { StatementDetail } from '../../../services/domain/views.ts';
import { type Child, h } from '../../dom.ts';

type Citation = StatementDetail['citations'][number];

/** The text in pieces, in order; citations that overlap an earlier one are left out. */
export function piecesOf(
  text: string,
  citations: readonly Citation[],
): { readonly text: string; readonly citation: Citation | null }[] {
  const pieces: { text: string; citation: Citation | null }[] = [];
  let at = 0;
  for (const citation of [...citations].sort((a, b) => a.start - b.start)) {
    if (citation.start < at || citation.end > text.length) continue;
    if (citation.start > at) pieces.push({ text: text.slice(at, citation.start), citation: null });
    pieces.push({ text: text.slice(citation.start, citation.end), citation });
    at = citation.end;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), citation: null });
  return pieces;
}

/** The letter. `addressOf` gives the address of the page that a citation stands on; null where it is not known. */
export function statementText(
  statement: StatementDetail,
  addressOf: (citation: Citation) => string | null,
): HTMLElement {
  const children: Child[] = piecesOf(statement.text, statement.citations).map(({ text, citation }) => {
    const href = citation && addressOf(citation);
    return href
      ? h(
          'a',
          {
            class: 'cite',
            href,
            'aria-label': `${text}: show on page ${citation.source.page} of ${citation.source.file}`,
          },
          text,
        )
      : text;
  });
  return h('p', { class: 'letter-text', lang: statement.language }, children);
}
