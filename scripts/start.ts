/** The second half of `npm start`, for the Node that the project is developed with: opens the editor and stays until it ends. */
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { freePort, installInto, isFree, startCodeServer } from './editor/code-server.ts';
import { openOnDesktop } from './editor/desktop.ts';
import { exampleWiki } from './editor/example.ts';
import { startFolder } from './editor/folders.ts';
import type { ProcessGroup } from './editor/process-group.ts';
import { profileIn } from './editor/profile.ts';

const TRY = `Try: open a page under findings/; put the cursor on a squiggle and press Ctrl+. for a fix; type "[" to link to a page;
hover a link or a number; change a number in a table; press Ctrl+K V for the preview. Ctrl+C here ends it.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    vsix: { type: 'string' },
    code: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
  },
});

/** Opens the window and gives what it runs in, with the line's last word. */
async function open(folder: string, vsix: string): Promise<{ window: ProcessGroup; where: string }> {
  // Our own example may be trusted; of any other folder VS Code asks.
  const trusted = positionals[0] === undefined ? ['--disable-workspace-trust'] : [];
  if (values.code) {
    const profile = profileIn(`${startFolder}/desktop`);
    return { window: await openOnDesktop(values.code, profile, vsix, folder, trusted), where: folder };
  }
  const profile = profileIn(`${startFolder}/browser`);
  const port = await portToUse();
  await installInto(profile, vsix);
  const server = await startCodeServer(profile, port, trusted);
  const url = server.urlOf(folder);
  if (!values['no-open']) openInBrowser(url);
  return { window: server, where: url };
}

async function portToUse(): Promise<number> {
  if (!process.env.PORT) return freePort();
  const port = Number(process.env.PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Error(`PORT is "${process.env.PORT}", which is no port`);
  if (!(await isFree(port))) throw new Error(`port ${port} is in use`);
  return port;
}

/** The user's own browser. It is not ours to end, and that there is none is no failure. */
function openInBrowser(url: string): void {
  const { DISPLAY, WAYLAND_DISPLAY, CI } = process.env;
  if (CI || (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY)) return;
  const [program, ...args] =
    process.platform === 'darwin'
      ? ['open']
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '']
        : ['xdg-open'];
  const browser = spawn(program!, [...args, url], { stdio: 'ignore', detached: true });
  browser.on('error', () => {});
  browser.unref();
}

async function main(): Promise<void> {
  const folder =
    positionals[0] === undefined ? exampleWiki() : resolve(process.env.INIT_CWD ?? '.', positionals[0]);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) throw new Error(`there is no folder ${folder}`);
  const opening = open(folder, resolve(values.vsix!));
  let leaving = false;
  const leave = async () => {
    if (leaving) return;
    leaving = true;
    const opened = await opening.catch(() => undefined);
    await opened?.window.stop();
    process.exit(0);
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, leave);
  const { window, where } = await opening;
  if (leaving) return;
  console.log(`Research Wiki is open: ${where}`);
  console.log(TRY);
  const code = await window.ended;
  if (leaving) return;
  if (!values.code) throw new Error(`VS Code for the browser ended by itself (exit code ${code})`);
  await window.stop();
}

try {
  await main();
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
