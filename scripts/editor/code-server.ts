import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { root } from './folders.ts';
import { type ProcessGroup, startGroup } from './process-group.ts';
import { type Profile, profileOptions } from './profile.ts';

/** VS Code as a web application, answering on this machine only. */
export interface CodeServer extends ProcessGroup {
  /** The address at which it shows a folder. */
  urlOf(folder: string): string;
}

const entry = join(root, 'test/editor/node_modules/code-server/out/node/entry.js');

export async function installInto(profile: Profile, vsix: string): Promise<void> {
  await promisify(execFile)(process.execPath, [
    entry,
    ...profileOptions(profile),
    '--install-extension',
    vsix,
    '--force',
  ]);
}

/** Starts it and waits until it answers. What it says goes to a file in its profile. */
export async function startCodeServer(
  profile: Profile,
  port: number,
  options: readonly string[] = [],
): Promise<CodeServer> {
  const bind = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`];
  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-getting-started-override'];
  const server = startGroup(
    process.execPath,
    [entry, ...bind, ...quiet, ...options, ...profileOptions(profile)],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      // Inside a terminal of VS Code code-server would hand over to that VS Code and end.
      env: { ...process.env, VSCODE_IPC_HOOK_CLI: undefined, PORT: undefined },
    },
  );
  const log = createWriteStream(join(profile.userData, 'code-server.log'));
  server.child.stdout?.pipe(log, { end: false });
  server.child.stderr?.pipe(log, { end: false });
  let over: number | undefined;
  void server.ended.then(code => {
    over = code;
  });
  const address = `http://127.0.0.1:${port}`;
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await wait(100)) {
    if (over !== undefined) break;
    const answer = await fetch(`${address}/healthz`).catch(() => undefined);
    if (answer?.ok)
      return {
        ...server,
        urlOf: folder => `${address}/?folder=${encodeURIComponent(folder).replaceAll('%2F', '/')}`,
      };
  }
  await server.stop();
  throw new Error(`VS Code for the browser did not start; see ${join(profile.userData, 'code-server.log')}`);
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise(resolve => server.close(resolve));
  return port;
}

/** True when `port` can be listened on. */
export function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise(resolve => {
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
