/** A vision model as a reader of handwriting: lines of text, each with whether it was plain to read. */
import { z } from 'zod';
import type { Llm, LlmOutcome } from './llm.ts';
import { loadPrompt } from './prompt.ts';

export const transcriptionSchema = z.object({
  lines: z.array(
    z.object({
      /** `?` stands for a character that could not be read. */
      text: z.string(),
      sure: z.boolean(),
    }),
  ),
});
export type Transcription = z.infer<typeof transcriptionSchema>;

export interface PictureOfWriting {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg' | 'image/webp';
}

/**
 * Transcribes one picture. What comes back is a reading of handwriting: shown for checking, never counted by itself.
 * The picture leaves as it is, names included; `off` unless a vision model is configured by name.
 */
export async function transcribeHandwriting(
  llm: Llm,
  picture: PictureOfWriting,
  districtId: string,
  signal?: AbortSignal,
): Promise<LlmOutcome<Transcription>> {
  const prompt = await loadPrompt('read-handwriting', 1);
  return llm.transcribe({
    prompt,
    image: picture.bytes,
    mediaType: picture.mediaType,
    schema: transcriptionSchema,
    districtId,
    ...(signal ? { signal } : {}),
  });
}
