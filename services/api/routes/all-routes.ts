/** Every route of `/api/v1`. */
import type { ApiContext } from '../api-context.ts';
import type { Route } from '../route.ts';
import { archiveRoutes } from './archive-routes.ts';
import { correctionRoutes } from './correction-routes.ts';
import { dataPointRoutes } from './data-point-routes.ts';
import { documentRoutes } from './document-routes.ts';
import { pageRoutes } from './page-routes.ts';
import { planRoutes } from './plan-routes.ts';
import { statementRoutes } from './statement-routes.ts';
import { studentRoutes } from './student-routes.ts';
import { uploadRoutes } from './upload-routes.ts';
import { waitingRoutes } from './waiting-routes.ts';

export function allRoutes(context: ApiContext): Route[] {
  return [
    ...uploadRoutes(context),
    ...pageRoutes(context),
    ...documentRoutes(context),
    ...correctionRoutes(context),
    ...planRoutes(context),
    ...studentRoutes(context),
    ...dataPointRoutes(context),
    ...statementRoutes(context),
    ...archiveRoutes(context),
    ...waitingRoutes(context),
  ];
}
