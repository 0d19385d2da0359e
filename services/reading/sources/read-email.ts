/** A saved e-mail (`.eml`): who, to whom, when, about what, its text, and its attachments. */
import { readFile } from 'node:fs/promises';
import PostalMime, { type Address, type Email } from 'postal-mime';
import { DomainError } from '../../domain/errors.ts';
import { htmlToText } from './html-to-text.ts';

export interface EmailContent {
  readonly text: string;
  readonly attachments: readonly { readonly name: string; readonly content: Uint8Array }[];
}

/** So many attachments of a message are read. */
const MOST_ATTACHMENTS = 50;
/** Bytes: a picture in the text that is smaller is a logo, not a photo. */
const LEAST_PHOTO = 50_000;

function nameOf(address: Address): string {
  const { name, address: mail } = address;
  return name && mail ? `${name} <${mail}>` : name || mail || '';
}

function headOf(email: Email): string[] {
  const line = (label: string, value: string | undefined) => (value ? [`${label}: ${value}`] : []);
  return [
    ...line('From', email.from && nameOf(email.from)),
    ...line('To', email.to?.map(nameOf).join(', ')),
    ...line('Cc', email.cc?.map(nameOf).join(', ')),
    // As written: the day is that of the sender, not that of a clock elsewhere.
    ...line('Date', email.headers.find((header) => header.key === 'date')?.value),
    ...line('Subject', email.subject),
  ];
}

/**
 * Logos and signatures are small pictures that the text shows by their id. A photo of a work sample is large, or simply
 * attached; some mail programs call such a photo `inline` too.
 */
function isDecoration({ related, disposition, contentId, content }: Email['attachments'][number]): boolean {
  const shown = related === true || (disposition === 'inline' && contentId !== undefined);
  return shown && (typeof content === 'string' ? content.length : content.byteLength) < LEAST_PHOTO;
}

/** Throws `corrupt` where the file is no message. */
export async function readEmail(path: string): Promise<EmailContent> {
  const bytes = await readFile(path);
  const email = await PostalMime.parse(bytes).catch((cause) => {
    throw new DomainError('corrupt', 'This e-mail is damaged and cannot be opened.', { cause });
  });
  const body = email.text?.trim() || htmlToText(email.html ?? '');
  const attachments = email.attachments
    .filter((attachment) => !isDecoration(attachment))
    .slice(0, MOST_ATTACHMENTS)
    .map((attachment, index) => ({
      name: attachment.filename ?? `attachment-${index + 1}`,
      content:
        typeof attachment.content === 'string' ? Buffer.from(attachment.content) : new Uint8Array(attachment.content),
    }));
  return { text: [...headOf(email), '', body].join('\n').trim(), attachments };
}
