import { describe, expect, it } from 'vitest';
import { classifyDocument } from '../../services/classification/classify-document.ts';
import { sampleCaseload, textPage } from '../factories/text-page.ts';

describe('a document of which a page could not be read', () => {
  it('asks a person to look at that page', () => {
    const pages = [
      textPage('Mateo Quiñones 9/12/2025\nRead 62 words correct per minute.'),
      textPage('', { page: 2, source: 'unreadable', confidence: 0.1 }),
    ];
    const { questions } = classifyDocument(pages, sampleCaseload(), { studentId: null, uploadDate: '2025-10-01' });
    expect(questions.join(' ')).toMatch(/Page 2 could not be read/);
    const { questions: clear } = classifyDocument(pages.slice(0, 1), sampleCaseload(), {
      studentId: null,
      uploadDate: '2025-10-01',
    });
    expect(clear.join(' ')).not.toMatch(/could not be read/);
  });
});
