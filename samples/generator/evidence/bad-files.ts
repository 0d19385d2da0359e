/** What also lands in an upload: a file cut off in transit, an empty one, a recording. */
import { createRandom } from '../drawing/random.ts';
import type { EvidenceFile } from '../evidence-file.ts';
import { latencyScan } from './scans.ts';

export const damagedScan: EvidenceFile = {
  name: 'scan-0031.pdf',
  about: 'A scan whose upload broke off in the middle',
  made: 'the first 55 % of the bytes of a scanned PDF',
  expected: { pageCount: 0, error: 'corrupt' },
  bytes: async () => {
    const whole = await latencyScan.bytes();
    return whole.subarray(0, Math.floor(whole.length * 0.55));
  },
};

export const emptyFile: EvidenceFile = {
  name: 'new-note.txt',
  about: 'A note that was never written',
  made: 'no bytes at all',
  expected: { pageCount: 0, error: 'empty' },
  bytes: async () => new Uint8Array(0),
};

export const voiceMemo: EvidenceFile = {
  name: 'voice-memo.m4a',
  about: 'A voice memo that came along with the photos',
  made: 'an audio file’s header and noise; there is nothing to hear',
  expected: { pageCount: 0, error: 'unsupported_type' },
  bytes: async () => {
    const random = createRandom('voice-memo');
    const noise = Uint8Array.from({ length: 2048 }, () => Math.floor(random.next() * 256));
    const text = new TextEncoder();
    const header = [0, 0, 0, 28, ...text.encode('ftypM4A '), 0, 0, 2, 0, ...text.encode('M4A isomiso2')];
    return Uint8Array.from([...header, 0, 0, 8, 8, ...text.encode('mdat'), ...noise]);
  },
};
