/** The labelled papers as examples of their evidence types, clean and with a scanner's reading errors. */
import { readdirSync, readFileSync } from 'node:fs';
import { openPage } from '../../../services/binders/open-page.ts';
import { documentFeatures } from '../../../services/classification/classify-document.ts';
import type { DocumentFeatures } from '../../../services/classification/document-features.ts';
import { documentStudents } from '../../../services/classification/document-students.ts';
import type { Caseload } from '../../../services/domain/caseload.ts';
import { textPage } from '../../factories/text-page.ts';
import { seeded, withNoise } from '../binder-maker.ts';
import type { EvalSet } from '../eval-case.ts';

export interface LabelledPaper {
  readonly set: string;
  readonly type: string;
  readonly features: DocumentFeatures;
  readonly isNoisy: boolean;
}

function featuresOf(text: string, caseload: Caseload, uploadDate: string, student: string | null): DocumentFeatures {
  const pages = [openPage(textPage(text), caseload, uploadDate)];
  return documentFeatures(pages, documentStudents(pages, student), caseload);
}

/** All papers of `set`, each as it is and as a scanner would read it. */
export function papersOf(set: EvalSet): LabelledPaper[] {
  return set.cases.flatMap((evalCase, i) =>
    [false, true].map((isNoisy) => {
      const clean = set.textOf(evalCase);
      const text = isNoisy ? withNoise(clean, seeded(90_000 + i)) : clean;
      const features = featuresOf(text, set.caseloadOf(evalCase), evalCase.uploadDate, evalCase.student);
      return { set: set.name, type: evalCase.expected.documentType, features, isNoisy };
    }),
  );
}

const typesFolder = new URL('../../../services/classification/evidence-types/', import.meta.url);

/** The samples that lie beside each type's definition; `caseload` has none of their students. */
export function samplePapers(caseload: Caseload): LabelledPaper[] {
  const folders = readdirSync(typesFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.flatMap(({ name }) =>
    readFileSync(new URL(`${name}/samples.txt`, typesFolder), 'utf8')
      .split(/^---\n/m)
      .map((text) => ({
        set: 'samples of the types',
        type: name.replaceAll('-', '_'),
        features: featuresOf(text, caseload, '2025-11-20', null),
        isNoisy: false,
      })),
  );
}

/** Words of the names of schools and districts that are words all the same. */
const ofSchools =
  /^(?:elementary|primary|middle|high|junior|senior|schools?|academy|district|public|county|city|unified|consolidated|regional|center|learning)$/;

/** The words of all names in `caseloads`, of people, schools and districts: they are no signs of a kind of paper. */
export function namesIn(caseloads: readonly Caseload[]): Set<string> {
  const texts = caseloads.flatMap(({ students, staff, schools, district }) => [
    district.name,
    ...schools.map(({ name }) => name),
    ...staff.map(({ name }) => name),
    ...students.flatMap(({ givenName, familyName }) => [givenName, familyName]),
  ]);
  const words =
    texts
      .join(' ')
      .toLowerCase()
      .match(/\p{Ll}{3,}/gu) ?? [];
  return new Set(words.filter((word) => !ofSchools.test(word)));
}
