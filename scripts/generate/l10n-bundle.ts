import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const client = join(import.meta.dirname, '../../client/src');

/** `t('…')`, as `vscode.l10n.t` is called throughout; the message may begin on the next line. */
const MESSAGE = /\bt\(\s*'((?:[^'\\]|\\.)+)'/g;

/** `l10n/bundle.l10n.json`: every message of the client by itself, for translators to begin from. */
export function l10nBundle(): string {
  const sources = globSync('**/*.ts', { cwd: client }).map(file => readFileSync(join(client, file), 'utf8'));
  const messages = sources.flatMap(source =>
    [...source.matchAll(MESSAGE)].map(match => match[1]!.replaceAll("\\'", "'")),
  );
  const bundle = Object.fromEntries([...new Set(messages)].sort().map(message => [message, message]));
  return `${JSON.stringify(bundle, null, 2)}\n`;
}
