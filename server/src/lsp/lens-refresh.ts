import {
  CodeLensRefreshRequest,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from 'vscode-languageserver';
import type { Session } from './session.ts';

/** Lenses, hints and colours are asked for again this long after the last change, in milliseconds; many changes are one question. */
const PAUSE_MS = 500;

/** Asks the client to ask for lenses, inlay hints and semantic tokens anew, when something beside the page in hand may have changed what they say. */
export class LensRefresh {
  private readonly session: Session;
  private timer: NodeJS.Timeout | undefined;

  constructor(session: Session) {
    this.session = session;
  }

  soon(): void {
    const { client, connection } = this.session;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      // A client that is gone by then answers nothing, which is no trouble of ours.
      if (client.refreshesCodeLens) connection.sendRequest(CodeLensRefreshRequest.type).catch(() => {});
      if (client.refreshesInlayHints) connection.sendRequest(InlayHintRefreshRequest.type).catch(() => {});
      if (client.refreshesSemanticTokens)
        connection.sendRequest(SemanticTokensRefreshRequest.type).catch(() => {});
    }, PAUSE_MS);
  }
}
