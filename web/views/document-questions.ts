/** What a person is asked about a document, each question with its answer in place. */
import type { DocumentDetail } from '../../services/domain/views.ts';
import { assignStudent } from '../assign-student.ts';
import type { KnownCaseload } from '../caseload.ts';
import { type Child, h, replace } from '../dom.ts';
import { needsStudent, pagesLink } from './document-row.ts';

type Redraw = (next: DocumentDetail) => void;

/** Nothing where nothing is asked. */
export function documentQuestions(document: DocumentDetail, known: KnownCaseload, onDone: Redraw): Child {
  const asksWhose = needsStudent(document) && document.state !== 'failed';
  if (document.questions.length === 0 && !asksWhose) return null;
  const { candidateIds } = document;
  const words = document.questions.length > 0 ? document.questions : ['Nobody is named here. Whose is it?'];
  return h(
    'section',
    { class: 'asks', 'aria-labelledby': 'questions' },
    h('h2', { id: 'questions' }, words.length > 1 ? 'Questions for you' : 'A question for you'),
    h(
      'ul',
      { class: 'plain-list' },
      words.map((line) => h('li', {}, line)),
    ),
    asksWhose ? assignStudent({ documentId: document.id, known, candidateIds, onDone }) : null,
    document.doubts.length > 0
      ? h('p', {}, h('a', { class: 'button', href: pagesLink(document) }, 'See where its pages begin and end'))
      : null,
  );
}

/** For a document that was taken for the wrong student's. */
export function otherStudent(document: DocumentDetail, known: KnownCaseload, onDone: Redraw): HTMLElement {
  const area = h('div', { class: 'other-student' });
  const show = (): void => {
    const { id, studentId } = document;
    replace(
      area,
      h(
        'p',
        { class: 'note' },
        'The document is read again for the student whom you choose. Numbers that were confirmed for somebody else no longer count.',
      ),
      assignStudent({ documentId: id, known, candidateIds: [], exceptId: studentId, onDone }),
    );
    area.querySelector('input')?.focus();
  };
  const name = document.studentId ? `Not about ${known.studentName(document.studentId)}?` : 'About one student only?';
  replace(area, h('button', { type: 'button', class: 'link', on: { click: show } }, `${name} Choose the student …`));
  return area;
}
