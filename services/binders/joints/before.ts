/** What the pages of the document so far tell together. */
import type { PageClues } from '../page-clues.ts';

export interface Before {
  /** Its pages, blank backs aside. */
  readonly pages: readonly PageClues[];
  readonly last: PageClues;
  readonly first: PageClues;
  readonly students: readonly string[];
  /** Everyone named on its pages. */
  readonly anywhere: readonly string[];
}
