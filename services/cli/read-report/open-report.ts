/** A report on reading: one HTML file that needs nothing else, written page by page. */
import { createWriteStream } from 'node:fs';
import { mkdir, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { Page } from '../../domain/page.ts';
import type { PageImage } from '../../reading/reading.ts';
import { UsageError } from '../output.ts';
import { reportFoot, reportHead } from './frame.ts';
import { failureSection, pageSection } from './page-section.ts';

export interface Report {
  readonly path: string;
  page(page: Page, image: PageImage): Promise<void>;
  failure(file: string, page: number | undefined, message: string): Promise<void>;
  /** Puts the report in its place. */
  close(): Promise<void>;
}

/** `out` is a file, or a folder that gets an `index.html`. Throws a `UsageError` where nothing can be written there. */
export async function openReport(out: string): Promise<Report> {
  const isFolder = out.endsWith('/') || ((await stat(out).catch(() => null))?.isDirectory() ?? false);
  const path = isFolder ? join(out, 'index.html') : out;
  const part = `${path}.part`;
  await mkdir(dirname(path), { recursive: true }).catch(() => undefined);
  const file = createWriteStream(part);
  await new Promise<void>((resolve, reject) => {
    file.once('open', () => resolve());
    file.once('error', (error) => reject(new UsageError(`--html: cannot write ${path} (${error.message})`)));
  });
  const write = async (text: string): Promise<void> => {
    if (!file.write(text)) await new Promise<void>((resolve) => file.once('drain', resolve));
  };
  await write(reportHead);
  return {
    path,
    page: (page, image) => write(pageSection(page, image)),
    failure: (name, page, message) => write(failureSection(name, page, message)),
    async close() {
      file.end(reportFoot);
      await finished(file);
      await rename(part, path);
    },
  };
}
