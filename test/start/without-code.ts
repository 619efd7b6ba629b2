import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The PATH without the folders in which a desktop VS Code's `code` is. */
export const pathWithoutCode = (): string =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => !['code', 'code.cmd', 'code.exe'].some(name => existsSync(join(folder, name))))
    .join(delimiter);
