/** The API as the page calls it. Every failure is a `Failure` with words for a person. */
import type { PlanConfirmation } from '../services/domain/proposed-plan.ts';
import type {
  DataPointView,
  DecisionRequest,
  DocumentDetail,
  DocumentView,
  FindingView,
  MoveRequest,
  PageView,
  PeriodView,
  Problem,
  SearchHitView,
  StatementDetail,
  StatementView,
  StudentSummary,
  StudentView,
  UploadResult,
  UploadView,
  WaitingView,
} from '../services/domain/views.ts';

const base = '/api/v1';

export class Failure extends Error {
  override readonly name = 'Failure';
}

export interface List<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** The words of a problem; of anything else that was answered, that something went wrong. */
export function wordsOf(problem: Partial<Problem> | null): string {
  if (!problem?.title) return 'Something went wrong on our side. Please try again.';
  return problem.detail && problem.detail !== problem.title
    ? `${problem.title}. ${problem.detail}`
    : `${problem.title}.`;
}

async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(base + path, init);
  } catch {
    throw new Failure('The server cannot be reached. Is it still running?');
  }
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new Failure(wordsOf(body as Problem | null));
  return body as Answer;
}

function post<Answer>(path: string, body: unknown): Promise<Answer> {
  return ask(path, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) });
}

/** `?a=b` of the entries that have a value. */
export function queryOf(entries: Readonly<Record<string, string | number | null | undefined>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(entries)) if (value) query.set(name, String(value));
  return query.size > 0 ? `?${query}` : '';
}

type Entries = Parameters<typeof queryOf>[0];
const id = encodeURIComponent;

export const client = {
  uploads: (query: Entries) => ask<List<UploadView>>(`/uploads${queryOf(query)}`),
  upload: (uploadId: string) => ask<UploadView>(`/uploads/${id(uploadId)}`),
  documents: (query: Entries) => ask<List<DocumentView>>(`/documents${queryOf(query)}`),
  document: (documentId: string) => ask<DocumentDetail>(`/documents/${id(documentId)}`),
  assign: (documentId: string, studentId: string) =>
    post<DocumentView>(`/documents/${id(documentId)}/student`, { studentId }),
  confirmPlan: (documentId: string, confirmation: PlanConfirmation) =>
    post<StudentView>(`/documents/${id(documentId)}/plan`, confirmation),
  group: (uploadId: string, groups: readonly (readonly number[])[]) =>
    post<UploadView>(`/uploads/${id(uploadId)}/grouping`, { groups }),
  waiting: (query: Entries) => ask<WaitingView>(`/waiting${queryOf(query)}`),
  page: (uploadId: string, page: number) => ask<PageView>(`/uploads/${id(uploadId)}/pages/${page}`),
  students: (query: Entries) => ask<List<StudentSummary>>(`/students${queryOf(query)}`),
  periods: (query: Entries) => ask<List<PeriodView>>(`/periods${queryOf(query)}`),
  dataPoints: (query: Entries) => ask<List<DataPointView>>(`/data-points${queryOf(query)}`),
  decide: (pointId: string, request: DecisionRequest) =>
    post<DataPointView>(`/data-points/${id(pointId)}/decision`, request),
  statements: (query: Entries) => ask<List<StatementView>>(`/statements${queryOf(query)}`),
  statement: (statementId: string) => ask<StatementDetail>(`/statements/${id(statementId)}`),
  move: (statementId: string, request: MoveRequest) =>
    post<StatementDetail>(`/statements/${id(statementId)}/moves`, request),
  findings: (query: Entries) => ask<List<FindingView>>(`/findings${queryOf(query)}`),
  search: (query: Entries) => ask<{ items: SearchHitView[] }>(`/search${queryOf(query)}`),
  imageUrl: (uploadId: string, page: number) => `${base}/uploads/${id(uploadId)}/pages/${page}/image`,
  smallImageUrl: (uploadId: string, page: number, width: number) =>
    `${base}/uploads/${id(uploadId)}/pages/${page}/image?width=${width}`,
  eventsUrl: (uploadId: string) => `${base}/uploads/${id(uploadId)}/events`,
  fileUrl: (uploadId: string) => `${base}/uploads/${id(uploadId)}/file`,
};

/** Every item of a list, page after page, until there are `most`. */
export async function allOf<Item>(
  list: (query: { cursor: string | null; limit: number }) => Promise<List<Item>>,
  most = Number.POSITIVE_INFINITY,
): Promise<Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: List<Item> = await list({ cursor, limit: 200 });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor && items.length < most);
  return items.slice(0, most);
}

/** Sends one file and tells how much of it is sent, 0 to 1. `fetch` cannot tell, hence the older way. */
export function sendFile(file: File, studentId: string, onSent: (share: number) => void): Promise<UploadView> {
  const form = new FormData();
  if (studentId) form.append('studentId', studentId);
  form.append('file', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${base}/uploads`);
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onSent(event.loaded / event.total);
    });
    request.addEventListener('error', () => reject(new Failure('The file could not be sent. Is the server running?')));
    request.addEventListener('load', () => {
      const answer = request.response as ({ results: UploadResult[] } & Partial<Problem>) | null;
      const upload = answer?.results?.[0]?.upload;
      if (request.status < 300 && upload) resolve(upload);
      else reject(new Failure(wordsOf(answer)));
    });
    request.send(form);
  });
}
