import {
  closeSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Puts a text in place of a file's, in one step: it is written beside the file and then renamed, so that whoever reads
 * the file sees the old text or the new one, never a part. The file's permissions stay. Throws what the disk says.
 */
export function replaceFile(file: string, text: string): void {
  const target = realpathSync(file);
  const beside = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  const handle = openSync(beside, 'w', statSync(target).mode & 0o777);
  try {
    try {
      writeSync(handle, text);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(beside, target);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
