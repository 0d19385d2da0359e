/** A student of the caseload as named on a page. */

/**
 * `full`: given and family name (or the id); `initial`: one name with the other's initial; `given`, `family`: one name
 * alone; `relative`: the family name behind someone else's given name.
 */
export type NameStrength = 'full' | 'initial' | 'given' | 'family' | 'relative';

/** Offsets into the sheet's mended text. `studentIds` has more than one where the name fits several students. */
export interface StudentMention {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly studentIds: readonly string[];
  readonly strength: NameStrength;
}

export const strengthOrder: readonly NameStrength[] = ['full', 'initial', 'given', 'family', 'relative'];
