/** What a report that restates results on file calls new. */
import type { Mention } from '../mentions/mention.ts';

/** Words by which a report calls a result new. */
const newResult = new RegExp(
  [
    String.raw`\b(?:new|fresh|today'?s) (?:\w+ )?(?:probe|data|score|measure|check|result|sample|list|page|reading|record|count)\b`,
    String.raw`\b(?:given|done|taken|read|timed|probed?|checked|tested|added|collected|measured|counted|scored|repeated)\b(?! of)[^.]{0,40}\bfor this (?:progress )?(?:report|update)\b`,
    String.raw`\bnew (?:for |in |since )?(?:this|the last) (?:report|period|quarter)\b|^\W*new\s?[:,–-]`,
    String.raw`\bgiven (?:today|this week)\b|\bprobed? (?:given|today)\b`,
    String.raw`\bnot (?:yet )?(?:been )?(?:on|in) (?:the |any |an )?(?:earlier )?(?:graph|file|binder|chart|folder|report)\b`,
    String.raw`\bnot (?:yet )?(?:been )?(?:graphed|reported|recorded|entered|filed|charted|sent home)\b`,
  ].join('|'),
  'i',
);

/** Whether the words around a figure call it new. */
export function isNewResult(m: Mention): boolean {
  return newResult.test(m.place === 'prose' ? m.sentence : `${m.clause} ${m.tail}`);
}
