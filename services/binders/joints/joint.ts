/** Whether a new document begins between two pages, how sure that is, and why. */

export interface Joint {
  /** True where a new document begins. */
  readonly parts: boolean;
  readonly certain: boolean;
  readonly reason: string;
}

export const parts = (reason: string, certain = true): Joint => ({ parts: true, certain, reason });
export const joins = (reason: string, certain = true): Joint => ({ parts: false, certain, reason });
