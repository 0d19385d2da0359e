/**
 * Completes the lockfile with the optional packages of other platforms that a registry mirror did not know when it was
 * written: without them `npm ci` refuses the lockfile, and on those platforms it would miss a binary. Run after adding
 * a package: `npm run lockfile`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from './source-files.ts';

interface LockedPackage {
  version?: string;
  dev?: boolean;
  license?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}
type Packages = Record<string, LockedPackage>;

/** Where Node would look for `name` from the package at `path`, nearest first. */
function placesOf(path: string, name: string): string[] {
  const places: string[] = [];
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    places.push(folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`);
    if (!folder.includes('node_modules/')) break;
    if (!folder.includes('/node_modules/')) {
      places.push(`node_modules/${name}`);
      break;
    }
  }
  return places;
}

/** What the name of a platform package says about where it runs. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const find = (words: readonly string[]) => words.filter((word) => new RegExp(`(^|[-/])${word}([-]|$)`).test(name));
  const os = find(['darwin', 'linux', 'win32', 'android', 'freebsd', 'openharmony']);
  const cpu = find(['x64', 'arm64', 'arm', 'ia32', 'riscv64', 's390x', 'ppc64', 'loong64', 'wasm32']);
  const libc = /musl/.test(name) ? ['musl'] : /-gnu(eabihf)?$/.test(name) ? ['glibc'] : [];
  return { ...(cpu.length && { cpu }), ...(libc.length && { libc }), ...(os.length && { os }) };
}

/** Optional packages that some package asks for and no entry answers, as entries to add. */
export function missingOptionalPackages(packages: Packages): Packages {
  const missing: Packages = {};
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '') continue;
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const exact = /^\d/.test(version);
      const found = placesOf(path, name).map((place) => packages[place]?.version);
      if (found.some((there) => there && (!exact || there === version))) continue;
      const platform = platformOf(name);
      if (!platform.os && !platform.cpu) continue;
      const beside = path.slice(0, path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      missing[`${beside}${name}`] = {
        version,
        ...platform,
        ...(entry.dev && { dev: true }),
        ...(entry.license && { license: entry.license }),
        optional: true,
      };
    }
  }
  return missing;
}

export function readLock(): { packages: Packages } {
  return JSON.parse(readFileSync(join(projectRoot, 'package-lock.json'), 'utf8')) as { packages: Packages };
}

if (process.argv[1]?.endsWith('complete-lockfile.ts')) {
  const lock = readLock();
  const all = { ...lock.packages, ...missingOptionalPackages(lock.packages) };
  const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => a.localeCompare(b, 'en')));
  writeFileSync(join(projectRoot, 'package-lock.json'), `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
}
