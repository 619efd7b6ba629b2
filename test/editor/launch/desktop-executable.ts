import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { downloadAndUnzipVSCode, SilentReporter } from '@vscode/test-electron';
import { cache } from '../../../scripts/editor/folders.ts';

/** Environment variable that keeps the tests out of a desktop VS Code when it is `browser`. */
const WAY_VARIABLE = 'RESEARCH_WIKI_TEST_EDITOR';

/** A desktop VS Code that can be run here: one that is installed, else one that could be fetched; or undefined. */
export async function desktopExecutable(): Promise<string | undefined> {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.env[WAY_VARIABLE] === 'browser') return undefined;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) return undefined;
  const installed = usualPlaces().find(place => existsSync(place));
  if (installed) return installed;
  const options = {
    version: 'stable',
    cachePath: join(cache, 'vscode'),
    reporter: new SilentReporter(),
    timeout: 15_000,
  };
  return downloadAndUnzipVSCode(options).catch(() => undefined);
}

function usualPlaces(): readonly string[] {
  switch (process.platform) {
    case 'darwin':
      return ['/Applications/Visual Studio Code.app/Contents/MacOS/Electron'];
    case 'win32':
      return [process.env.LOCALAPPDATA, process.env.ProgramFiles]
        .filter(top => top !== undefined)
        .flatMap(top => [
          `${top}\\Programs\\Microsoft VS Code\\Code.exe`,
          `${top}\\Microsoft VS Code\\Code.exe`,
        ]);
    default:
      return [
        '/usr/share/code/code',
        '/opt/visual-studio-code/code',
        '/snap/code/current/usr/share/code/code',
      ];
  }
}
