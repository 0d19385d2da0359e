/** The text of samples/README.md. */
import type { EvidenceFile } from './evidence-file.ts';

export function readme(files: readonly EvidenceFile[]): string {
  const rows = files.map((file) => `| \`${file.name}\` | ${file.about} | ${file.made} |`);
  return `# Samples\n\n| file | what it is | how it was made |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
}
