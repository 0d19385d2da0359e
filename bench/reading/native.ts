/** The comparators, as they come from Debian. */
import { spawn, spawnSync } from 'node:child_process';
import { setPriority } from 'node:os';

export interface NativeRun {
  readonly text: string;
  /** Time of the processor, its own and the system's. */
  readonly cpuSeconds: number;
}

/** Whether the program is installed. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
}

/** Comparators run at the priority of reading children, so that neither side gets more of a busy machine. */
const PRIORITY = 5;

/** Minutes and seconds as the shell's `times` prints them: two of the shell itself, then two of what it ran. */
function cpuSecondsIn(times: string): number {
  const parts = [...times.matchAll(/(\d+)m([\d.]+)s/g)].slice(-2);
  return parts.reduce((sum, [, minutes, seconds]) => sum + 60 * Number(minutes) + Number(seconds), 0);
}

/** Runs a program to its end. Rejects when it fails. */
export function runNative(program: string, args: readonly string[]): Promise<NativeRun> {
  return new Promise((resolve, reject) => {
    const script = '"$@" 2>/dev/null && times >&2';
    const child = spawn('sh', ['-c', script, 'sh', program, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, OMP_THREAD_LIMIT: '1' },
    });
    if (child.pid !== undefined) setPriority(child.pid, PRIORITY);
    const out: Buffer[] = [];
    const times: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => times.push(part));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== 0) reject(new Error(`${program} ended with ${code}`));
      else resolve({ text: Buffer.concat(out).toString(), cpuSeconds: cpuSecondsIn(Buffer.concat(times).toString()) });
    });
  });
}

/** The page as tesseract reads it with its default model and settings. */
export function runTesseract(path: string): Promise<NativeRun> {
  return runNative('tesseract', [path, '-']);
}
