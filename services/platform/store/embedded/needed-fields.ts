/** Which fields of its records a pipeline looks at, so that the rest need not be held in memory. */
import type { Stage } from './stages.ts';
import { isPlainObject, type PlainObject } from './values.ts';

class WholeDocument extends Error {}

function rootOf(path: string): string {
  return path.split('.')[0] as string;
}

function inExpression(expression: unknown, fields: Set<string>): void {
  if (typeof expression === 'string') {
    if (expression.startsWith('$$ROOT') || expression.startsWith('$$CURRENT')) throw new WholeDocument();
    if (expression.startsWith('$') && !expression.startsWith('$$')) fields.add(rootOf(expression.slice(1)));
  } else if (Array.isArray(expression)) {
    for (const item of expression) inExpression(item, fields);
  } else if (isPlainObject(expression)) {
    for (const item of Object.values(expression)) inExpression(item, fields);
  }
}

function inConditions(conditions: PlainObject, fields: Set<string>): void {
  for (const [key, value] of Object.entries(conditions)) {
    if (key === '$expr') inExpression(value, fields);
    else if (!key.startsWith('$')) fields.add(rootOf(key));
    else for (const part of value as PlainObject[]) inConditions(part, fields);
  }
}

/** Adds what a stage looks at; true when nothing but that comes out of it. */
function inStage([name, spec]: Stage, fields: Set<string>): boolean {
  switch (name) {
    case '$match':
      inConditions(spec as PlainObject, fields);
      return false;
    case '$sort':
      for (const path of Object.keys(spec as PlainObject)) fields.add(rootOf(path));
      return false;
    case '$lookup':
      fields.add(rootOf((spec as { localField: string }).localField));
      return false;
    case '$limit':
    case '$skip':
    case '$unset':
      return false;
    case '$addFields':
    case '$set':
    case '$unwind':
      inExpression(spec, fields);
      return false;
    case '$project': {
      const entries = Object.entries(spec as PlainObject);
      if (entries.every(([path, value]) => path === '_id' || value === 0 || value === false)) return false;
      for (const [path] of entries) fields.add(rootOf(path));
      fields.add('_id');
      inExpression(spec, fields);
      return true;
    }
    case '$facet':
      for (const part of Object.values(spec as Record<string, PlainObject[]>)) {
        const stages = part.map((stage) => Object.entries(stage)[0] as Stage);
        if (!stages.some((stage) => inStage(stage, fields))) throw new WholeDocument();
      }
      return true;
    default:
      inExpression(spec, fields);
      return true;
  }
}

/** The fields that are needed, or null for all of them. */
export function neededFields(stages: readonly Stage[]): ReadonlySet<string> | null {
  const fields = new Set<string>();
  try {
    return stages.some((stage) => inStage(stage, fields)) ? fields : null;
  } catch (error) {
    if (error instanceof WholeDocument) return null;
    throw error;
  }
}
