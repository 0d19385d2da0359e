// `npm run bench -- NAME` runs bench/NAME.ts, which prints one JSON line; without a name, all of them in turn.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const all = readdirSync(here).flatMap((file) => (file.endsWith('.ts') ? [file.slice(0, -3)] : []));
const [name, ...rest] = process.argv.slice(2);
if (name && !all.includes(name)) {
  console.error(`error: there is no benchmark "${name}"; there are ${all.join(', ')}`);
  process.exit(2);
}
const loader = process.features.typescript ? [] : ['--import', 'tsx'];
for (const bench of name ? [name] : all) {
  const done = spawnSync(process.execPath, [...loader, `${here}${bench}.ts`, ...rest], { stdio: 'inherit' });
  if (done.status !== 0) process.exitCode = 1;
}
