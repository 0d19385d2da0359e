/** The command line of Throughline. Exit status: 0 done, 1 at least one input failed, 2 wrong usage. */
import { CommanderError } from 'commander';
import { tell, UsageError } from './output.ts';
import { createProgram } from './program.ts';

/** The exit status that an error stands for, after telling the person what it was. */
function statusOf(error: unknown): number {
  // Commander has told the person already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  tell(`error: ${error instanceof Error ? error.message : String(error)}`);
  return error instanceof UsageError ? 2 : 1;
}

/** Runs the command in `argv` and sets the exit status of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  // Whoever reads our output may stop reading (`… | head`): that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const program = createProgram((status) => {
    process.exitCode = status;
  });
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = statusOf(error);
  }
}
