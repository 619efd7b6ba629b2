import { URI } from 'vscode-uri';

/** The absolute path of a `file:` URI, `/` as separator; undefined for any other scheme. */
export function fileOf(uri: string): string | undefined {
  if (!uri.startsWith('file:')) return undefined;
  return URI.parse(uri)
    .fsPath.replaceAll('\\', '/')
    .replace(/(?<=.)\/$/, '');
}

/** The URI of an absolute path, as VS Code writes it. */
export const uriOf = (file: string): string => URI.file(file).toString();

/** `file` seen from `root`, or undefined when it does not lie under it. */
export function pathUnder(root: string, file: string): string | undefined {
  if (file === root) return '';
  return file.startsWith(`${root}/`) ? file.slice(root.length + 1) : undefined;
}
