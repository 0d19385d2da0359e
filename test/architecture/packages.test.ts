/** The packages: exact versions, no download addresses, permissive licences, nothing known to be unsafe. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { missingOptionalPackages, readLock } from './complete-lockfile.ts';
import { lockedPackages, noticeText } from './notice.ts';
import { projectRoot } from './source-files.ts';

/** The first version without a known hole, for packages that stand between us and untrusted input. */
const leastVersions: Readonly<Record<string, string>> = {
  mongoose: '9.9.2',
  sharp: '0.35.4',
  'body-parser': '2.3.0',
  qs: '6.14.1',
  '@langchain/core': '1.1.8',
  'pdfjs-dist': '4.2.67',
  express: '5.1.0',
  ws: '8.17.1',
};

const permissive =
  /^\(?(MIT|MIT-0|ISC|0BSD|BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Unlicense|CC0-1\.0|Python-2\.0|Zlib|MPL-2\.0|OFL-1\.1)\b/;
/** Copyleft for the library itself, linked or loaded as it is, never changed by us. */
const weakCopyleft = /^(LGPL-3\.0|LGPL-3\.0-or-later|Apache-2\.0 AND LGPL-3\.0-or-later.*)$/;

function isAtLeast(version: string, least: string): boolean {
  const numbers = (text: string) => text.split('-')[0]?.split('.').map(Number) ?? [];
  const [a, b] = [numbers(version), numbers(least)];
  const at = a.findIndex((number, index) => number !== (b[index] ?? 0));
  return at === -1 || (a[at] ?? 0) > (b[at] ?? 0);
}

describe('the packages of the project', () => {
  const manifest = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const locked = lockedPackages();

  it('are asked for by exact version', () => {
    const asked = ['dependencies', 'optionalDependencies', 'devDependencies'].flatMap((list) =>
      Object.entries(manifest[list] ?? {}),
    );
    expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    expect(asked.length).toBeGreaterThan(20);
  });

  it('are locked without a download address', () => {
    expect([...locked].filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
    expect(readFileSync(join(projectRoot, '.npmrc'), 'utf8')).toContain('ignore-scripts=true');
  });

  it('are locked for every platform, so that `npm ci` accepts the lockfile', () => {
    expect(missingOptionalPackages(readLock().packages), 'run `npm run lockfile`').toEqual({});
    const parent = { version: '1.0.0', optionalDependencies: { 'tool-darwin-arm64': '1.0.0' } };
    expect(missingOptionalPackages({ 'node_modules/tool': parent })).toMatchObject({
      'node_modules/tool-darwin-arm64': { version: '1.0.0', os: ['darwin'], cpu: ['arm64'], optional: true },
    });
  });

  it('are not older than the first safe version', () => {
    const old = Object.entries(leastVersions).flatMap(([name, least]) =>
      [...locked]
        .filter(([path]) => path.endsWith(`node_modules/${name}`))
        .filter(([, entry]) => !isAtLeast(entry.version ?? '0', least))
        .map(([path, entry]) => `${path} ${entry.version} < ${least}`),
    );
    expect(old).toEqual([]);
    expect(isAtLeast('2.10.0', '2.9.9') && !isAtLeast('2.9.9', '2.10.0') && isAtLeast('1.2.3', '1.2.3')).toBe(true);
  });

  it('are licensed permissively, or named as exceptions', () => {
    const odd = [...locked].filter(
      ([, { license, dev }]) => !dev && license && !permissive.test(license) && !weakCopyleft.test(license),
    );
    expect(odd.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
  });

  it('all stand in NOTICE', () => {
    expect(readFileSync(join(projectRoot, 'NOTICE'), 'utf8'), 'run `npm run notice`').toBe(noticeText());
  });
});
