import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { outerEnvironment } from './run.mjs';

/** The `code` that starts a desktop VS Code, or undefined. */
export function desktopCode() {
  // In a terminal of a remote VS Code `code` speaks to that window and knows neither profile nor `--wait`.
  if (process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const names = process.platform === 'win32' ? ['code.cmd', 'code.exe'] : ['code'];
  const folders = (outerEnvironment().PATH ?? '').split(delimiter).filter(folder => folder !== '');
  return folders.flatMap(folder => names.map(name => join(folder, name))).find(file => existsSync(file));
}
