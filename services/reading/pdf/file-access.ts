/**
 * PDFium reads a file piece by piece through a callback, so that a binder of hundreds of megabytes never sits in
 * memory. The callback must stand in PDFium's function table, which cannot grow; its first place, the null function,
 * is the only one that PDFium never calls, so it is taken, and all open documents share it.
 */
import { readSync } from 'node:fs';
import { webAssembly } from '../web-assembly.ts';
import type { PdfiumModule } from './pdfium.ts';

/** The module `(import "e" "f" (func (param i32 i32 i32 i32) (result i32))) (export "f" (func 0))`, assembled. */
const CALLBACK_MODULE = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 9, 1, 96, 4, 127, 127, 127, 127, 1, 127, 2, 7, 1, 1, 101, 1, 102, 0, 0, 7, 5, 1, 1,
  102, 0, 0,
]);
const CALLBACK_PLACE = 0;
const equipped = new WeakSet<PdfiumModule>();

/** Lets PDFium read through the descriptor that a document gives as its parameter. Returns the callback's place. */
export function installFileAccess(pdfium: PdfiumModule): number {
  if (equipped.has(pdfium)) return CALLBACK_PLACE;
  const read = (descriptor: number, position: number, target: number, bytes: number): number => {
    try {
      let done = 0;
      while (done < bytes) {
        const count = readSync(descriptor, pdfium.HEAPU8, target + done, bytes - done, (position >>> 0) + done);
        if (count === 0) return 0;
        done += count;
      }
      return 1;
    } catch {
      return 0;
    }
  };
  const instance = new webAssembly.Instance(new webAssembly.Module(CALLBACK_MODULE), { e: { f: read } });
  pdfium.wasmExports.__indirect_function_table.set(CALLBACK_PLACE, instance.exports.f);
  equipped.add(pdfium);
  return CALLBACK_PLACE;
}
