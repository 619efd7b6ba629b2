import { createRequire } from 'node:module';

/** The reader that vsce itself uses. It gives names in lower case. */
const { readZip } = createRequire(import.meta.url)('@vscode/vsce/out/zip.js') as {
  readZip(path: string, filter: (name: string) => boolean): Promise<Map<string, Buffer>>;
};

/** The files of a package by their path. */
export const readVsix = (path: string): Promise<ReadonlyMap<string, Buffer>> => readZip(path, () => true);
