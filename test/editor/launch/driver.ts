import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type * as vscode from 'vscode';
import type { Evaluated, EvaluateParams, Ready, SuiteParams, SuiteResult } from '../driver/channel.ts';

/** The launcher's end of the line into the extension host. */
export interface Driver {
  /** Runs a bundled mocha suite in there. */
  runSuite(file: string, only?: string): Promise<SuiteResult>;
  /**
   * Calls a function in there. It is sent as source: it sees its two parameters and nothing around it. Never await
   * what may open a modal dialog.
   */
  evaluate<Argument, Result>(
    call: (api: typeof vscode, argument: Argument) => Result | Thenable<Result>,
    argument: Argument,
  ): Promise<Result>;
}

/** Waits until the driver extension has said where it listens. */
export async function driverAt(readyFile: string, timeout: number): Promise<Driver> {
  const deadline = Date.now() + timeout;
  while (!existsSync(readyFile)) {
    if (Date.now() > deadline) throw new Error('the extensions of the editor did not start');
    await wait(100);
  }
  const { port, token } = JSON.parse(readFileSync(readyFile, 'utf8')) as Ready;
  const post = async (path: string, params: SuiteParams | EvaluateParams): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { authorization: token },
      body: JSON.stringify(params),
    });
    return answer.json();
  };
  return {
    runSuite: async (file, only) =>
      (await post('/suite', { file, ...(only ? { only } : {}) })) as SuiteResult,
    async evaluate(call, argument) {
      const answer = (await post('/evaluate', { source: call.toString(), argument })) as Evaluated;
      if ('error' in answer) throw new Error(answer.error);
      return answer.value as never;
    },
  };
}
