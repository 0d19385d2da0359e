#!/usr/bin/env node
// The way in. Node strips types by itself from 22.18 on; before that, tsx does.
if (!process.features.typescript) {
  const { register } = await import('tsx/esm/api');
  register();
}
const { main } = await import('./main.ts');
await main(process.argv);
