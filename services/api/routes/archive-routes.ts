/** The archive: pages found by their words, and what is missing or due. */
import { z } from 'zod';
import { searchPages } from '../../archive/search-pages.ts';
import { daySchema } from '../../domain/dates.ts';
import { documentTypeSchema } from '../../domain/evidence.ts';
import { findingKindSchema } from '../../domain/finding.ts';
import { findingViewSchema, listOf, searchHitViewSchema } from '../../domain/views.ts';
import type { ApiContext } from '../api-context.ts';
import { currentFindings } from '../current-findings.ts';
import { pageOf, pagingShape } from '../paging.ts';
import { jsonRoute, type Route } from '../route.ts';
import { findingView } from '../views.ts';

const tag = 'Archive';

const searchQuery = z.strictObject({
  q: z.string().trim().min(1).max(300).meta({ description: 'Words; words in double quotes stand together.' }),
  studentId: z.string().min(1).optional(),
  type: documentTypeSchema.optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const findingsQuery = z.strictObject({
  studentId: z.string().min(1).optional(),
  periodId: z.string().min(1).optional().meta({ description: 'Every period with evidence where it is not given.' }),
  kind: findingKindSchema.optional(),
  ...pagingShape,
});

export function archiveRoutes(context: ApiContext): Route[] {
  const { store } = context;
  return [
    jsonRoute({
      operationId: 'search',
      method: 'get',
      path: '/search',
      summary: 'Pages of the archive by their words, best first, with the boxes of the words that hit',
      tag,
      query: searchQuery,
      response: z.object({ items: z.array(searchHitViewSchema) }),
      errors: [],
      async handle({ query, actor: { districtId } }) {
        const { q, type, ...rest } = query;
        const items = await searchPages(store, { districtId, query: q, documentType: type, ...rest });
        return {
          body: { items },
          access: {
            action: 'archive.search',
            resource: 'search',
            studentIds: items.map((hit) => hit.studentId),
            detail: { query: q },
          },
        };
      },
    }),
    jsonRoute({
      operationId: 'listFindings',
      method: 'get',
      path: '/findings',
      summary: 'Gaps and due dates that a person should see',
      tag,
      query: findingsQuery,
      response: listOf(findingViewSchema),
      errors: [],
      async handle({ query, actor: { districtId } }) {
        const { studentId, periodId, kind } = query;
        const found = await currentFindings(context, { districtId, studentId, periodId, kind });
        const { items, nextCursor } = await pageOf(query, async ({ after, count }) => {
          const last = after._id?.$lt;
          return found.filter(({ _id }) => last === undefined || _id < last).slice(0, count);
        });
        const studentIds = items.map((item) => item.studentId);
        return {
          body: { items: items.map(findingView), nextCursor },
          access: { action: 'finding.list', resource: 'findings', studentIds },
        };
      },
    }),
  ];
}
