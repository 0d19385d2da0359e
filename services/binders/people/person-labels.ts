/** Labels that name a person, whether or not the caseload knows them: `Okonski, Bree`, `Bram S.`, `L. Abascal`. */

const lastFirst = /^[A-Z][\w'’-]+,\s*[A-Z](?:[a-zà-ÿ'’-]+|\.)?(?:\s*\(.*\))?$/;
const firstInitial = /^[A-Z][a-zà-ÿ'’-]+ [A-Z]\.(?:-?[A-Z]\.?)?(?:\s*\(.*\))?$/;
const initialLast = /^[A-Z]\. ?[A-Z][a-zà-ÿ'’-]+(?:\s*\(.*\))?$/;

/** Whether `text` reads as a person's name in one of the forms of class lists. */
export function isPersonLabel(text: string): boolean {
  const plain = text.trim().replace(/:$/, '');
  return lastFirst.test(plain) || firstInitial.test(plain) || initialLast.test(plain);
}
