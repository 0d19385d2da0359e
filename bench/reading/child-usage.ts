/** What the reading children of this process use, as the operating system counts it (Linux only). */
import { readdirSync, readFileSync } from 'node:fs';

export interface ChildUsage {
  readonly residentBytes: number;
  readonly cpuSeconds: number;
}

/** Clock ticks a second in which `/proc` counts (USER_HZ). */
const TICKS = 100;

function usageOf(pid: string): ChildUsage | null {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('reader-child')) return null;
    // After the name in brackets: state, parent, …; user and system time are fields 14 and 15 of the whole.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    if (Number(fields[1]) !== process.pid) return null;
    const resident = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return {
      residentBytes: Number(resident ?? 0) * 1024,
      cpuSeconds: (Number(fields[11]) + Number(fields[12])) / TICKS,
    };
  } catch {
    return null; // It ended between two looks, or this system has no /proc.
  }
}

export function childUsage(): ChildUsage[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((pid) => usageOf(pid) ?? []);
  } catch {
    return [];
  }
}

export function childCpuSeconds(): number {
  return childUsage().reduce((sum, child) => sum + child.cpuSeconds, 0);
}
