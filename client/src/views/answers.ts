import * as vscode from 'vscode';
import type { LanguageServer } from '../language-server.ts';

/** What the server has answered, kept until it says that something changed: a tree asks the same for each of its branches. */
export class Answers {
  private readonly server: LanguageServer;
  private readonly known = new Map<string, Promise<unknown>>();

  constructor(server: LanguageServer) {
    this.server = server;
  }

  forget(): void {
    this.known.clear();
  }

  /** Rejects with the server's own message, and where none runs: a view starts none. */
  async ask<Result>(method: string, params: object = {}): Promise<Result> {
    if (this.server.state === 'starting') await this.server.start();
    if (this.server.state !== 'running')
      throw new Error(vscode.l10n.t('The language server is not running.'));
    const key = `${method} ${JSON.stringify(params)}`;
    let answer = this.known.get(key);
    if (!answer) {
      answer = this.server.request<Result>(method, params);
      this.known.set(key, answer);
      answer.catch(() => this.known.delete(key));
    }
    return answer as Promise<Result>;
  }
}
