/** The project's own source files and what each imports, read as text. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

const importPattern =
  /(?:^|\n)\s*(?:import|export)\b[^'"\n;]*?(?:\{[^}]*\}[^'"\n;]*?)?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)\s*import\s+['"]([^'"]+)['"]/g;

export interface SourceFile {
  /** Path from the project's root, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Other files of the project, as paths from its root. */
  readonly local: readonly string[];
  /** Names of packages (`node:fs` stays as it is). */
  readonly packages: readonly string[];
}

function packageOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier;
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

export function importsIn(text: string): string[] {
  return [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? match[3] ?? '').filter(Boolean);
}

/** Every `.ts`, `.tsx` and `.mjs` file below `folders`. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders.flatMap((folder) =>
    readdirSync(join(projectRoot, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
      .map((entry) => {
        const absolute = join(entry.parentPath, entry.name);
        const text = readFileSync(absolute, 'utf8');
        const imports = importsIn(text);
        const local = imports
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => relative(projectRoot, resolve(dirname(absolute), specifier)).replaceAll('\\', '/'));
        const packages = imports.filter((specifier) => !specifier.startsWith('.')).map(packageOf);
        return { path: relative(projectRoot, absolute).replaceAll('\\', '/'), text, local, packages };
      }),
  );
}
