import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { freePort, installInto, startCodeServer } from '../../../scripts/editor/code-server.ts';
import { cache } from '../../../scripts/editor/folders.ts';
import { profileIn } from '../../../scripts/editor/profile.ts';
import { READY_VARIABLE } from '../driver/channel.ts';
import { driverAt } from './driver.ts';
import { type OpenEditor, type Setup, settings, viewport } from './open-editor.ts';

/** VS Code's workbench and extension host out of code-server, in a headless Chromium. */
export async function openInBrowser({ packages, folder, wiki }: Setup): Promise<OpenEditor> {
  rmSync(folder, { recursive: true, force: true });
  const profile = profileIn(folder, settings);
  for (const vsix of packages) await installInto(profile, vsix);
  const readyFile = join(folder, 'driver.json');
  process.env[READY_VARIABLE] = readyFile;
  const server = await startCodeServer(profile, await freePort());
  let browser: Browser | undefined;
  try {
    browser = await startBrowser();
    const context = await browser.newContext({
      viewport,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    await page.goto(server.urlOf(wiki));
    const driver = await driverAt(readyFile, 90_000);
    const version = await driver.evaluate(vscode => vscode.version, undefined);
    return {
      name: `VS Code ${version} (code-server) in Chromium ${browser.version()}`,
      page,
      driver,
      wiki,
      async openWindow(other) {
        // Each window's driver says in the same file where it listens.
        rmSync(readyFile);
        const window = await context.newPage();
        await window.goto(server.urlOf(other));
        return { page: window, driver: await driverAt(readyFile, 90_000), close: () => window.close() };
      },
      async close() {
        await browser?.close();
        await server.stop();
      },
    };
  } catch (error) {
    await browser?.close();
    await server.stop();
    throw error;
  }
}

/** The browser that set-up has settled on. */
function startBrowser(): Promise<Browser> {
  const { executable, env } = JSON.parse(readFileSync(join(cache, 'browser.json'), 'utf8')) as {
    executable: string;
    env: Record<string, string>;
  };
  return chromium.launch({
    executablePath: executable,
    env: { ...(process.env as Record<string, string>), ...env },
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}
