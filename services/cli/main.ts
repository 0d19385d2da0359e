/** The command line of Throughline. Exit status: 0 done, 1 at least one input failed, 2 wrong usage. */
import { Command, CommanderError } from 'commander';
import { DomainError } from '../domain/errors.ts';
import { addExtractCommand } from './commands/extract.ts';
import { addProcessCommand } from './commands/process.ts';
import { addReadCommand } from './commands/read.ts';
import { addSearchCommand } from './commands/search.ts';
import { addServeCommand } from './commands/serve.ts';
import { addStartCommand } from './commands/start.ts';
import { addVerifyCommand } from './commands/verify.ts';
import { tell, UsageError } from './output.ts';

function createProgram(run: (work: Promise<number>) => Promise<void>): Command {
  const program = new Command('throughline')
    .description('From a photo, a binder or a note to a cited progress statement.')
    .configureOutput({ writeErr: (words) => process.stderr.write(words) })
    .showHelpAfterError(false)
    .exitOverride();
  for (const add of [
    addServeCommand,
    addReadCommand,
    addExtractCommand,
    addProcessCommand,
    addSearchCommand,
    addVerifyCommand,
    addStartCommand,
  ]) {
    add(program, run);
  }
  return program;
}

/** The exit status that an error stands for, after telling the person what it was. */
function statusOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof UsageError) {
    tell(`error: ${error.message}`);
    return 2;
  }
  if (error instanceof DomainError) {
    tell(`error: ${error.message}`);
    return 1;
  }
  tell(`error: ${error instanceof Error ? error.message : String(error)}`);
  return 1;
}

/** Runs the command in `argv` and sets the exit status of the process. */
export async function main(argv: readonly string[]): Promise<void> {
  // Whoever reads our output may stop reading (`… | head`): that is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  const program = createProgram(async (work) => {
    process.exitCode = await work;
  });
  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = statusOf(error);
  }
}
