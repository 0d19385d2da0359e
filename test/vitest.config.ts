import { defineConfig } from 'vitest/config';

const root = new URL('..', import.meta.url).pathname;

/** One project per folder of test/, so that `npx vitest run --config test/vitest.config.ts --project unit` runs one. */
const project = (name: string, settings: object = {}) => ({
  root,
  test: {
    name,
    include: [`test/${name}/**/*.test.ts`],
    pool: 'forks' as const,
    // Long enough for a machine with too much to do: a slow test is no wrong one.
    testTimeout: 180_000,
    hookTimeout: 120_000,
    ...settings,
  },
});

export default defineConfig({
  root,
  test: {
    reporters: ['default'],
    projects: [
      project('architecture'),
      project('unit'),
      project('contract'),
      project('integration'),
      project('hostile'),
      project('e2e', { testTimeout: 300_000, hookTimeout: 300_000 }),
      project('evals', { testTimeout: 300_000 }),
    ],
  },
});
