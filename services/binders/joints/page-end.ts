/** How a page ends: it sends the reader overleaf, or its document is signed, summed up and done. */
import type { Line } from '../page-text/sheet.ts';
import { isNumberLine } from './page-number.ts';

const overleaf =
  /\b(?:turn|flip)(?: (?:it|me|this|the|page|sheet|paper)){0,2} over\b|\b(?:see|use|read) (?:the )?(?:back|reverse|other side|next page|overleaf)\b|\b(?:more|continues?|continued|cont(?:'d)?\.?|goes on) (?:over(?:leaf)?\b|(?:on|to|over) (?:the )?(?:back|next|other|reverse|page|p\.|pg|sheet))|\bback (?:also|too)\b|\bon (?:the )?(?:back|reverse|next page|other side)\W*$|\bP\.?T\.?O\.?\b|(?:[-=]+>|→|»)\s*$|\bsigue\b|\bcontinúa\b|\b(?:al|a la|ver el) (?:dorso|reverso|vuelta)\b/i;
/** Alone in the corner. */
const overCell = /^\W*(?:over\b\W*(?:please)?|cont(?:inued|inues|'d)?\b\.?)\W*$/i;

const closing =
  /^\W*(?:sincerely|(?:very )?truly|yours|(?:with )?(?:kind(?:est)?|warm(?:est)?|best)(?: regards| wishes)?|regards|many thanks|thanks(?: again)?|thank you|respectfully|cordially|gratefully|love|atentamente|saludos|gracias|cordialmente|muchas gracias)\b.{0,24}$/i;
const signature =
  /\b(?:signature|signed|scored|completed|prepared|reported|written|submitted|observed|recorded|checked) (?:by|on)\b|\b(?:handed|turned) in\b|\bcopy (?:to|sent)\b|\bcc:|\b(?:M\.?S\.?|M\.?A\.?|Ed\.?S\.?|Ph\.?D\.?|CCC-?SLP|SLP(?:A)?|OTR(?:\/L)?|COTA|PT|LCSW|BCBA|RBT|NCSP|para(?:professional)?)\W*(?:\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?)?\W*$/i;
/** `R. Toomey     10/14/25`, `Kirsten Odell`, `C.H.` alone on the last line. */
const nameAlone =
  /^\W*[A-Z](?:\.|[a-zà-ÿ'’-]+\.?)(?:[ -]?[A-Z](?:\.|[a-zà-ÿ'’-]+\.?)?){0,3}(?:,? ?[A-Z][\w.]*)?(?:\s+\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?)?\W*$/;
const sum =
  /^\W*(?:total|sum|score|average|avg|mean|points|correct|grade|final|earned)\b.*\d|^\W*\d{1,3} ?(?:\/|of|out of) ?\d{1,3}\b.{0,12}$|\b\d{1,3} ?(?:\/|of|out of) ?\d{1,3}\W*$|\b\d{1,3} ?%\W*$/i;

export interface PageEnd {
  /** It says that there is more on the next page. */
  readonly turnsOver: boolean;
  /** Someone signed it or sent it off. */
  readonly signed: boolean;
  /** Its last line sums it up. */
  readonly summed: boolean;
}

/** Reads the end of a page from its `lines`, blank ones left out. */
export function pageEndOf(lines: readonly Line[]): PageEnd {
  const own = lines.filter((line) => !isNumberLine(line) || /of|\//.test(line.text));
  const end = own.slice(-2);
  const last = own.at(-1)?.text.trim() ?? '';
  return {
    turnsOver: end.some((line) => overleaf.test(line.text) || line.cells.some((cell) => overCell.test(cell.text))),
    signed:
      own.slice(-4).some((line) => closing.test(line.text)) ||
      end.some((line) => signature.test(line.text)) ||
      (own.length > 2 && last.length <= 48 && nameAlone.test(last)),
    summed: sum.test(last),
  };
}
