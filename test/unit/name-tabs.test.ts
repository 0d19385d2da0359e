import { describe, expect, it } from 'vitest';
import { openPage } from '../../services/binders/open-page.ts';
import { looksLikeSeparator } from '../../services/binders/separators.ts';
import { sampleCaseload, textPage } from '../factories/text-page.ts';

const caseload = sampleCaseload();
const isSeparator = (text: string) => looksLikeSeparator(openPage(textPage(text), caseload, '2026-01-15'));

describe("a student's tab in a binder", () => {
  it.each([
    'Quiñones, Mateo\nGrade 7 - Droste',
    'Mateo Quiñones\nRoom 12',
    'QUIÑONES, MATEO\nGr. 7   2025-26',
    '0\nMateo Quiñones\n0\nCase manager: Achterberg\n0',
  ])('is a separator: %j', (text) => {
    expect(isSeparator(text)).toBe(true);
  });

  it.each([
    'Mateo Quiñones\nGreat job today',
    'Mateo Quiñones\n62 wcpm',
    'Mateo Quiñones 9/12/2025',
    'Mateo Quiñones\nScore: 7',
    'Exit ticket\nMateo Quiñones',
    'Mateo Quiñones\nAmaya Delacroix-Reyes',
  ])('is none: %j', (text) => {
    expect(isSeparator(text)).toBe(false);
  });
});
