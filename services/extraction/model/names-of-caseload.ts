/** The names of a caseload that no model is shown: students with the short forms that teachers write, and staff. */
import { otherFormsOf } from '../../binders/people/nicknames.ts';
import type { Caseload } from '../../domain/caseload.ts';
import { indexNames, type KnownNames, type KnownPerson } from '../../platform/llm/pseudonyms/known-names.ts';

const cache = new WeakMap<Caseload, KnownNames>();

/** Indexed once for each caseload object. */
export function namesOfCaseload(caseload: Caseload): KnownNames {
  const known = cache.get(caseload);
  if (known) return known;
  const students = caseload.students.map((student): KnownPerson => {
    const { id, givenName, familyName, birthDate = null } = student;
    return { id, role: 'student', givenName, familyName, otherNames: otherFormsOf(givenName), birthDate };
  });
  const staff = caseload.staff.map((person): KnownPerson => {
    const [familyName = '', ...given] = person.name.split(/\s+/).reverse();
    return {
      id: person.id,
      role: 'adult',
      givenName: given.reverse().join(' '),
      familyName,
      otherNames: [],
      birthDate: null,
    };
  });
  const names = indexNames([...students, ...staff]);
  cache.set(caseload, names);
  return names;
}
