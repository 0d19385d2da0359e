/** The text of samples/README.md. */
import { type EvidenceFile, fullExpectation } from './evidence-file.ts';

const fonts = [
  ['Carlito', '2013 The Carlito Project Authors', 'printed forms'],
  ['Gelasio', '2022 The Gelasio Project Authors', 'printed passages, letters'],
  ['Courier Prime', '2015 The Courier Prime Project Authors', 'typewritten answers'],
  ['Comic Neue', '2014 The Comic Neue Project Authors', 'exit tickets'],
  ['Caveat', '2014 The Caveat Project Authors', 'a teacher in a hurry'],
  ['Kalam', '2014 Indian Type Foundry', 'an upright adult hand'],
  ['Reenie Beanie', '2010 Typeco', 'a ball-point scrawl'],
  ['Gochi Hand', '2011 HT Fonts', 'a child'],
  ['Patrick Hand', '2010-2012 Patrick Wagesreiter', 'a neat adult hand'],
] as const;

function resultOf(file: EvidenceFile): string {
  const { error, duplicateOf, documents, pageCount } = fullExpectation(file);
  if (error) return `error \`${error}\``;
  if (duplicateOf) return `duplicate of \`${duplicateOf}\``;
  const points = documents.reduce((sum, document) => sum + document.dataPoints.length, 0);
  const services = documents.reduce((sum, document) => sum + document.services.length, 0);
  const kinds = [...new Set(documents.map((document) => document.documentType))];
  const what = kinds.length > 2 ? `${documents.length} documents on ${pageCount} pages` : kinds.join(', ');
  const count = (n: number, word: string): string => `${n || 'no'} ${word}${n === 1 ? '' : 's'}`;
  return `${what}; ${count(points, 'point')}${services ? `, ${count(services, 'service')}` : ''}`;
}

/** Markdown, with one entry for each file. */
export function readme(files: readonly EvidenceFile[]): string {
  const entries = files.map(
    (file) => `- \`${file.name}\`: ${file.about}.\n  Made: ${file.made}.\n  Expected: ${resultOf(file)}.`,
  );
  const faces = fonts.map(([name, holder, use]) => `- ${name} (${use}): copyright ${holder}.`);
  return `# Samples

A fictional district and what its teachers have on their desks in the autumn of 2025. Every person, school and number is
invented.

- \`caseload.json\`: ten students of two schools with 35 goals of all eight measure kinds (CONTRACT 2.2). Some names are
  easy to confuse: Amaya Delacroix-Reyes and Amaia Delgado, Soren Halvorsen and Sorrel Halverson, Calliope and Callum
  Vantongeren.
- \`evidence/\`: the files listed below, as they would be uploaded.
- \`expected/<file>.json\`: what a careful case manager would record from each: documents, data points, services, special
  pages, or the error; \`notData\` lists numbers that stand there and must not become data points. \`ink\` tells whether a
  number is printed or handwritten. The shape is in \`generator/expected.ts\`.
- \`generator/\`: what draws them. \`npm run samples\` draws all again, \`npm run samples -- binder\` those whose name holds
  a word. Chance is seeded by the file's name: the same seed and the same library versions give the same bytes.

This guide is written by the generator too (\`generator/readme.ts\`).

## What the evidence shows

Three points or more in one reporting period: reading fluency of Mateo, Amaya and Soren, addition facts of Amaia, reading
stamina of Sorrel, blurting out of Soren, work completion of Calliope, health office visits of Ottoline, and others. Zuri's
elopement goal is met. Callum's class disruptions get worse. Several goals have one point or none: insufficient evidence.

## The files

${entries.join('\n')}

There is no HEIC photo: no encoder that may be shipped was at hand.

## How they are drawn

Forms are drawn with \`generator/drawing\` on sheets of paper (SVG made of font outlines, lines and pen strokes) and on pages
of PDFs with real text. \`Fill\` decides whether a form is filled in by a machine or a hand; a hand wobbles, drifts from the
line and never writes the same letter twice alike. \`generator/camera\` photographs a sheet (perspective, curl, folds, uneven
light, blur, noise, JPEG, EXIF orientation) or sends it through a copier (skew, holes, dust, fax code or grey JPEG).

Tests and benchmarks can draw pages of their own:

\`\`\`ts
const sheet = createSheet({ seed: 'my-page' });
ruledNote(sheet, ['11/3/2025  read 61 words, 4 errors'], { hand: 'caveat', size: 20 });
const clean = await renderSheetPng(sheet, 200);
const photo = await photograph(await rasterizeSheet(sheet), { seed: 'my-photo', width: 1728, height: 2304, corners });
const said = sheetText(sheet); // what stands on it, line by line
\`\`\`

## Fonts

Under the SIL Open Font License 1.1, from the npm packages \`@fontsource/…\` (development only). The samples hold pictures
of their outlines; no font file is part of them. PDFs with text use the standard fonts that every viewer has.

${faces.join('\n')}
`;
}
