/** A headless browser on a running server, with a checker of accessibility. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a browser is installed; undefined where there is none. */
export const browserPath = places.find((path) => path !== undefined && existsSync(path));
/** Part of a test's name, so that a skipped one says why. */
export const browserNote = browserPath ? '' : ' (skipped: no Chromium; install it or set CHROMIUM_PATH)';

let launched: Promise<Browser> | undefined;

export async function closeBrowser(): Promise<void> {
  await (await launched)?.close();
  launched = undefined;
}

export interface Opened {
  readonly page: Page;
  /** Everything that the page complained about: errors of scripts, refused loads, breaches of the policy. */
  readonly complaints: string[];
}

/** A new, empty browser window at `url`. */
export async function openPage(url: string, options: BrowserContextOptions = {}): Promise<Opened> {
  launched ??= chromium.launch({ executablePath: browserPath ?? '', args: ['--no-sandbox'] });
  const context = await (await launched).newContext({ viewport: { width: 1280, height: 900 }, ...options });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  // On a machine with too much to do, half a minute is soon gone.
  page.setDefaultTimeout(120_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return { page, complaints };
}

/**
 * Goes back one place. The page itself is asked: on a busy machine the browser may not know yet that the place has
 * changed within the page, and would go back to before it.
 */
export async function goBack(page: Page): Promise<void> {
  await page.evaluate('history.back()');
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
}

/** What WCAG 2.2 AA finds wrong with the page as it is, one line each. */
export async function accessibilityFaults(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => {
    const { axe } = globalThis as unknown as { axe: { run(options: object): Promise<AxeResult> } };
    return axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
  });
  return result.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary}`),
  );
}
