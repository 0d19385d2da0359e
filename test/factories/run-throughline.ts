/** Running the command line as a process of its own, as a person or a script does. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));
export const samplePath = (path: string) => join('samples', path);

export interface Ran {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
  /** Standard output as JSON lines. */
  readonly lines: <Line = Record<string, unknown>>() => Line[];
}

/** Starts `throughline` with these arguments from the project's root. */
export function startThroughline(
  args: readonly string[],
  environment: Record<string, string> = {},
): { child: ChildProcess; ended: Promise<Ran> } {
  const child = spawn(process.execPath, ['services/cli/throughline.mjs', ...args], {
    cwd: projectRoot,
    env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
  });
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  const ended = new Promise<Ran>((resolve) => {
    child.on('close', (status, signal) => {
      const lines = <Line>() =>
        out
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Line);
      resolve({ status, signal, out, err, lines });
    });
  });
  return { child, ended };
}

export async function runThroughline(...args: string[]): Promise<Ran> {
  return startThroughline(args).ended;
}
