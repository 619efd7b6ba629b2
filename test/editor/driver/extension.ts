import { randomUUID } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import * as vscode from 'vscode';
import { type EvaluateParams, READY_VARIABLE, type Ready, type SuiteParams } from './channel.ts';
import { runSuite } from './run-suite.ts';

/** An extension for the tests alone: it lets the launcher into the extension host. Not part of any package. */
export function activate(context: vscode.ExtensionContext): void {
  const readyFile = process.env[READY_VARIABLE];
  if (!readyFile) return;
  const token = randomUUID();
  const server = createServer(async (request, response) => {
    if (request.headers.authorization !== token) {
      response.writeHead(403).end();
      return;
    }
    const params = await bodyOf(request);
    const answer =
      request.url === '/suite'
        ? await runSuite(params as SuiteParams)
        : await evaluate(params as EvaluateParams);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  });
  server.requestTimeout = 0;
  server.listen(0, '127.0.0.1', () => {
    const ready: Ready = { port: (server.address() as { port: number }).port, token };
    // The launcher may look at any moment, and must not see half a file.
    writeFileSync(`${readyFile}.part`, JSON.stringify(ready));
    renameSync(`${readyFile}.part`, readyFile);
  });
  context.subscriptions.push({ dispose: () => server.close() });
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return JSON.parse(text);
}

async function evaluate({ source, argument }: EvaluateParams) {
  try {
    const call = new Function('vscode', 'argument', `return (${source})(vscode, argument)`);
    return { value: (await call(vscode, argument)) ?? null };
  } catch (error) {
    return { error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
