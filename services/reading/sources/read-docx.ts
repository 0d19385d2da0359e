/** The text of a word-processor document (`.docx`), its tables laid out in rows. */
import mammoth from 'mammoth';
import { DomainError } from '../../domain/errors.ts';
import { htmlToText } from './html-to-text.ts';

/** Throws `corrupt` where the file is no readable document. */
export async function readDocx(path: string): Promise<string> {
  // Pictures are left out before they are decoded.
  const convertImage = mammoth.images.imgElement(async () => ({ src: '' }));
  const result = await mammoth.convertToHtml({ path }, { convertImage }).catch((cause) => {
    throw new DomainError('corrupt', 'This document is damaged and cannot be opened.', { cause });
  });
  return htmlToText(result.value);
}
