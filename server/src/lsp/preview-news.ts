import type { Connection } from 'vscode-languageserver';
import { previewOf } from '../features/preview.ts';
import { toPreviewData } from './handlers/preview.ts';
import type { OpenDocuments } from './open-documents.ts';
import { PREVIEW_CHANGED, type PreviewData } from './protocol.ts';
import type { OpenWiki } from './wikis.ts';

const PAUSE_MS = 150;

/** Tells the client when what a preview shows of a page has changed; only for pages that were asked for. */
export class PreviewNews {
  private readonly connection: Connection;
  private readonly documents: OpenDocuments;
  /** Wiki and path → what was answered last, as text. */
  private readonly answered = new Map<string, string>();
  private readonly changed = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(connection: Connection, documents: OpenDocuments) {
    this.connection = connection;
    this.documents = documents;
  }

  /** What the preview shows of a page now; from here on its changes are told. */
  answer(wiki: OpenWiki, path: string): PreviewData | null {
    const data = dataOf(wiki, path);
    this.answered.set(keyOf(wiki, path), JSON.stringify(data));
    return data;
  }

  checked(wiki: OpenWiki, path: string): void {
    const key = keyOf(wiki, path);
    const last = this.answered.get(key);
    if (last === undefined || JSON.stringify(dataOf(wiki, path)) === last) return;
    this.changed.add(this.documents.uriOf(wiki, path));
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const uris = [...this.changed];
      this.changed.clear();
      void this.connection.sendNotification(PREVIEW_CHANGED, { uris });
    }, PAUSE_MS);
  }
}

const keyOf = (wiki: OpenWiki, path: string): string => `${wiki.host.root}\n${path}`;

function dataOf(wiki: OpenWiki, path: string): PreviewData | null {
  const preview = previewOf(wiki.host.wiki, path);
  return preview ? toPreviewData(wiki, preview) : null;
}
