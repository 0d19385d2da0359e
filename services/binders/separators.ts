/** Sheets that only part documents. */
import type { OpenPage } from './open-page.ts';

const says =
  /\bseparator\b|\bdivider\b|\bstart of (?:new )?(?:document|record|file|student)\b|\bend of (?:document|record|file)\b|\bscan everything (?:behind|after|below)\b|\bdo not (?:remove|staple|scan)\b|\b(?:patch|batch) (?:code|sheet|t\b)|\bplace divider\b|\bcover sheet\b|\bslip sheet\b|\bindex tab\b|\bfile (?:folder|divider|tab)\b|\bbegin(?:s|ning)? (?:new )?(?:file|document|section)\b|\bnext (?:document|student|file)\b|\bdocument break\b|\b(?:scan(?:ning)?|barcode) (?:break )?(?:sheet|page)\b|\bbreak sheet\b|\bpatch t\b/i;
const tab = /^\W*(?:tab|section|divider|folder|file|volume|box)\s*(?:#\s*)?(?:[0-9IVX]{1,4}|[A-Z])\b/im;

/** Marks and results: a sheet that holds them parts nothing. */
const results = /[✓✗✔✘]|\d\s?\/\s?\d(?!\d?\/)|\d\s?%|\b\d+ (?:of|out of) \d+\b/;

const mostWords = 60;

/** Whether a page is a separator sheet: it says so, or it is a bare tab, and it holds little else. */
export function looksLikeSeparator(page: OpenPage): boolean {
  const words = page.sheet.text.match(/[A-Za-zÀ-ÿ]{2,}/g) ?? [];
  if (words.length === 0 || words.length > mostWords) return false;
  if (says.test(page.sheet.text)) return true;
  const fields = /\b(?:score|correct|date|total|errors?|minutes|goal)\s*[:=]/i.test(page.sheet.text);
  return (
    tab.test(page.sheet.text) &&
    words.length <= 35 &&
    !fields &&
    !results.test(page.sheet.text.replace(/\d{1,2}\/\d{1,2}\/\d{2,4}/g, ' '))
  );
}
