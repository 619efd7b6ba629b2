import type { Connection } from 'vscode-languageserver';
import { VIEWS_CHANGED } from './protocol.ts';

const PAUSE_MS = 300;

/**
 * Tells the client that what its views show may be another now. Once only, until it asks again: a client without views, or
 * whose views are hidden, hears nothing more.
 */
export class ViewNews {
  private readonly connection: Connection;
  private listening = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(connection: Connection) {
    this.connection = connection;
  }

  /** A view is answered. Called where the answer is worked out, so that no later change is missed. */
  asked(): void {
    this.listening = true;
  }

  /** Something was checked, or came or went. Not at once: this is called between keys. */
  soon(): void {
    if (!this.listening) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.listening = false;
      void this.connection.sendNotification(VIEWS_CHANGED);
    }, PAUSE_MS).unref();
  }
}
