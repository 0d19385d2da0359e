/**
 * The commands: name, arguments and help. What a command does is loaded only when it is called, so that `--help` and
 * `read` do not wait for the store.
 */
import { Command } from 'commander';
import { parseDay, parseDocumentType, parseModelSize, parseWhole } from './arguments.ts';

type Finish = (status: number) => void;

function addReadingCommands(program: Command, finish: Finish): void {
  program
    .command('read')
    .description('pages to text: one JSON line per page, in page order per file')
    .argument('<file...>', 'PDFs, images, notes')
    .option('--jobs <n>', 'pages that are read at once', parseWhole(1, 64))
    .option('--html <out>', 'also write a report to look at: each page with its words, readers and confidences over it')
    .option('--json', 'print JSON lines')
    .action(async (files, options) => finish(await (await import('./commands/read.ts')).runRead(files, options)));

  program
    .command('extract')
    .description('read, split, classify and extract without storing anything: one JSON line per document')
    .argument('<file...>', 'PDFs, images, notes')
    .requiredOption('--caseload <file>', 'the caseload, as JSON')
    .option('--student <id>', 'the student whom the files are about')
    .option('--date <date>', 'the day of upload, used where a document bears no date', parseDay)
    .option('--jobs <n>', 'pages that are read at once', parseWhole(1, 64))
    .option('--json', 'print JSON lines')
    .action(async (files, options) => finish(await (await import('./commands/extract.ts')).runExtract(files, options)));
}

function addModelsCommand(program: Command, finish: Finish): void {
  program
    .command('models')
    .description("fetch the second reader's models and check them; does nothing where they are there")
    .option('--size <size>', 'tiny, small or medium', parseModelSize, 'small')
    .option('--dir <dir>', 'where they go (else OCR_MODELS_DIR, or models/ in the project)')
    .action(async (options) => finish(await (await import('./commands/models.ts')).runModels(options)));
}

function addArchiveCommands(program: Command, finish: Finish): void {
  program
    .command('process')
    .description('the whole pipeline into a data directory, to drafted statements; may be run again')
    .argument('<path...>', 'files and folders')
    .requiredOption('--caseload <file>', 'the caseload, as JSON')
    .requiredOption('--data <dir>', 'the data directory')
    .option('--period <id>', 'the reporting period to draft statements for')
    .option('--date <date>', 'the day of upload, used where a document bears no date', parseDay)
    .option('--json', 'print one JSON object')
    .action(async (paths, options) => finish(await (await import('./commands/process.ts')).runProcess(paths, options)));

  program
    .command('search')
    .description('search the archive: one JSON line per hit, best first')
    .argument('<query>', 'words')
    .requiredOption('--data <dir>', 'the data directory')
    .option('--student <id>', 'only pages about this student')
    .option('--type <type>', 'only documents of this type', parseDocumentType)
    .option('--from <date>', 'documents of this day or later', parseDay)
    .option('--to <date>', 'documents of this day or earlier', parseDay)
    .option('--limit <n>', 'hits at most', parseWhole(1, 1000), 20)
    .option('--json', 'print JSON lines')
    .action(async (query, options) => finish(await (await import('./commands/search.ts')).runSearch(query, options)));

  program
    .command('verify')
    .description('check files against their hashes, the audit chain, and references between records')
    .requiredOption('--data <dir>', 'the data directory')
    .option('--json', 'print one JSON object')
    .action(async (options) => finish(await (await import('./commands/verify.ts')).runVerify(options)));
}

function addServerCommands(program: Command, finish: Finish): void {
  program
    .command('serve')
    .description('the web application and its workers in one process')
    .option('--data <dir>', 'the data directory (else THROUGHLINE_DATA, or MONGODB_URL and REDIS_URL)')
    .option('--port <n>', 'the port to listen on', parseWhole(0, 65_535))
    .option('--caseload <file>', 'a caseload to load or bring up to date first')
    .option('--district <id>', 'the district to serve, where there are several')
    .option('--no-work', 'serve only; other processes do the work')
    .action(async (options) => finish(await (await import('./commands/serve.ts')).runServe(options)));

  program
    .command('start')
    .description('process the sample evidence, print what was found, and serve the application')
    .option('--data <dir>', 'the data directory')
    .option('--port <n>', 'the port to listen on', parseWhole(0, 65_535))
    .option('--no-serve', 'stop after the sample evidence is processed')
    .action(async (options) => finish(await (await import('./commands/start.ts')).runStart(options)));
}

/** The program; `finish` gets the exit status of the command that ran. Problems with arguments are thrown. */
export function createProgram(finish: Finish): Command {
  const program = new Command('throughline')
    .description('From a photo, a binder or a note to a cited progress statement.')
    .showHelpAfterError(false)
    .exitOverride();
  addServerCommands(program, finish);
  addReadingCommands(program, finish);
  addModelsCommand(program, finish);
  addArchiveCommands(program, finish);
  return program;
}
