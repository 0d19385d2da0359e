/** Progress for a person at a terminal; nothing at all for a pipe or a log. */
import cliProgress from 'cli-progress';

export interface Progress {
  /** One more is done; `total` where it is known by now. */
  step(total?: number): void;
  set(done: number, total: number): void;
  end(): void;
}

export function showProgress(what: string): Progress {
  if (!process.stderr.isTTY) return { step: () => undefined, set: () => undefined, end: () => undefined };
  const bar = new cliProgress.SingleBar(
    {
      format: `{bar} {value}/{total} ${what}, {duration_formatted}`,
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
    },
    cliProgress.Presets.shades_grey,
  );
  let done = 0;
  bar.start(0, 0);
  return {
    step(total) {
      done += 1;
      bar.setTotal(Math.max(total ?? 0, done, bar.getTotal()));
      bar.update(done);
    },
    set(value, total) {
      done = value;
      bar.setTotal(total);
      bar.update(value);
    },
    end: () => bar.stop(),
  };
}
