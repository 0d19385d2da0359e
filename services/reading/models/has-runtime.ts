/** Whether the second reader's runtime was installed: it is an optional dependency, and models alone read nothing. */
import { createRequire } from 'node:module';

export function hasRuntime(): boolean {
  try {
    createRequire(import.meta.url).resolve('onnxruntime-node');
    return true;
  } catch {
    return false;
  }
}
