import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { resolveCliPathFromVSCodeExecutablePath } from '@vscode/test-electron';
import { _electron } from 'playwright-core';
import { profileIn, profileOptions } from '../../../scripts/editor/profile.ts';
import { READY_VARIABLE } from '../driver/channel.ts';
import { driverAt } from './driver.ts';
import { type OpenEditor, type Setup, settings, viewport } from './open-editor.ts';

/** A desktop VS Code in a profile of its own. */
export async function openOnDesktop(
  executable: string,
  { packages, folder, wiki }: Setup,
): Promise<OpenEditor> {
  rmSync(folder, { recursive: true, force: true });
  const profile = profileIn(folder, settings);
  const install = packages.flatMap(vsix => ['--install-extension', vsix]);
  await promisify(execFile)(
    resolveCliPathFromVSCodeExecutablePath(executable),
    [...profileOptions(profile), ...install, '--force'],
    { shell: process.platform === 'win32' },
  );
  const readyFile = join(folder, 'driver.json');
  const flags = [
    '--new-window',
    '--skip-welcome',
    '--skip-release-notes',
    '--disable-workspace-trust',
    '--no-sandbox',
  ];
  const application = await _electron.launch({
    executablePath: executable,
    args: [...profileOptions(profile), ...flags, wiki],
    env: { ...(process.env as Record<string, string>), [READY_VARIABLE]: readyFile },
  });
  try {
    const page = await application.firstWindow();
    await page.setViewportSize(viewport).catch(() => {}); // Some window managers say no.
    const driver = await driverAt(readyFile, 90_000);
    const version = await driver.evaluate(vscode => vscode.version, undefined);
    return {
      name: `VS Code ${version} on the desktop`,
      page,
      driver,
      wiki,
      async openWindow(other) {
        rmSync(readyFile);
        const [window] = await Promise.all([
          application.waitForEvent('window'),
          driver.evaluate(
            (vscode, path) =>
              void vscode.commands.executeCommand('vscode.openFolder', vscode.Uri.file(path), {
                forceNewWindow: true,
              }),
            other,
          ),
        ]);
        return { page: window, driver: await driverAt(readyFile, 90_000), close: () => window.close() };
      },
      close: () => application.close(),
    };
  } catch (error) {
    await application.close();
    throw error;
  }
}
