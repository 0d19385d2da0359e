/**
 * Builds (once) and starts the wire-protocol server of the contract tests, and stays until it is told to end:
 *
 *   node test/wire-mongo/start.mjs [--port N] [--data FILE]
 *
 * Prints one line on standard output, the server's URL for TEST_MONGODB_URL, as soon as it answers. Needs a JDK (17 or
 * later) and Maven; after the first build neither Maven nor the network. Without --data the records are in a temporary
 * folder that goes with the server.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const folder = fileURLToPath(new URL('.', import.meta.url));
const built = join(folder, 'target', 'built');

function isFresh() {
  return existsSync(built) && statSync(join(folder, 'pom.xml')).mtimeMs <= statSync(built).mtimeMs;
}

/** Fetches the libraries; the one source file is compiled by `java` itself when it starts. */
function build() {
  const maven = spawnSync('mvn', ['-q', '-B', 'dependency:copy-dependencies'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  });
  if (maven.error || maven.status !== 0) {
    console.error(
      `The wire-protocol server could not be built: ${maven.error?.message ?? `mvn ended with ${maven.status}`}`,
    );
    process.exit(1);
  }
  writeFileSync(built, '');
}

const { values } = parseArgs({ options: { port: { type: 'string', default: '0' }, data: { type: 'string' } } });
if (!isFresh()) build();

const temporary = values.data ? undefined : mkdtempSync(join(tmpdir(), 'wire-mongo-'));
const data = values.data ?? join(temporary, 'records.h2');
const java = spawn(
  'java',
  ['-Xmx3g', '-cp', join(folder, 'target', 'lib', '*'), join(folder, 'WireMongo.java'), values.port, data],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => java.kill('SIGTERM'));
const end = (code) => {
  if (temporary) rmSync(temporary, { recursive: true, force: true });
  process.exit(code);
};
java.on('error', (error) => {
  console.error(`java could not be started: ${error.message}`);
  end(1);
});
java.on('exit', (code, signal) => end(signal || code === 143 ? 0 : (code ?? 0)));
