/** The comparators, as they come from Debian. */
import { spawn, spawnSync } from 'node:child_process';
import { setPriority } from 'node:os';

export interface NativeRun {
  readonly text: string;
  readonly wallMs: number;
}

/** Whether the program is installed. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Comparators run at the priority of reading children, so that neither side gets more of a busy machine. */
const PRIORITY = 5;

/** Runs a program to its end. Rejects when it fails. */
export function runNative(program: string, args: readonly string[]): Promise<NativeRun> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    });
    if (child.pid !== undefined) setPriority(child.pid, PRIORITY);
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve({ text: Buffer.concat(parts).toString(), wallMs: performance.now() - start });
      else reject(new Error(`${program} ended with ${code}`));
    });
  });
}

/** The page as tesseract reads it with its default model and settings. */
export function runTesseract(path: string): Promise<NativeRun> {
  return runNative('tesseract', [path, '-']);
}
