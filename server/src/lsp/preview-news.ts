import type { Connection } from 'vscode-languageserver';
import { previewOf } from '../features/preview/preview-of.ts';
import { hashOf } from '../text/hash.ts';
import { toPreviewData } from './handlers/preview.ts';
import type { OpenDocuments } from './open-documents.ts';
import { PREVIEW_CHANGED, type PreviewData } from './protocol.ts';
import type { OpenWiki } from './wikis.ts';

const PAUSE_MS = 150;

/** A page that the client has asked for. */
interface Asked {
  readonly wiki: OpenWiki;
  readonly path: string;
  /** Tells what was answered last from anything else. */
  readonly answer: string;
}

/** Tells the client when what a preview shows of a page has changed; only for pages that it has asked for. */
export class PreviewNews {
  private readonly connection: Connection;
  private readonly documents: OpenDocuments;
  /** By wiki and path. */
  private readonly asked = new Map<string, Asked>();
  private readonly inDoubt = new Set<Asked>();
  private timer: NodeJS.Timeout | undefined;

  constructor(connection: Connection, documents: OpenDocuments) {
    this.connection = connection;
    this.documents = documents;
  }

  /** What the preview shows of a page now; from here on its changes are told. */
  answer(wiki: OpenWiki, path: string): PreviewData | null {
    const data = dataOf(wiki, path);
    this.asked.set(keyOf(wiki, path), { wiki, path, answer: keyOfData(data) });
    return data;
  }

  /** A page was checked: what is said of its numbers and links may be new. */
  checked(wiki: OpenWiki, path: string): void {
    const asked = this.asked.get(keyOf(wiki, path));
    if (asked) this.lookSoon(asked);
  }

  /** The author pauses: other pages may link to those that are open, or say something else where they do. */
  paused(): void {
    for (const asked of this.asked.values())
      if (this.documents.versionOf(this.uriOf(asked)) !== undefined) this.lookSoon(asked);
  }

  /** Not at once: this is called between keys, and a page that many others link to takes its time. */
  private lookSoon(asked: Asked): void {
    this.inDoubt.add(asked);
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      const uris = [...this.inDoubt].filter(each => this.isNews(each)).map(each => this.uriOf(each));
      this.inDoubt.clear();
      if (uris.length > 0) void this.connection.sendNotification(PREVIEW_CHANGED, { uris });
    }, PAUSE_MS).unref();
  }

  private isNews({ wiki, path, answer }: Asked): boolean {
    if (!wiki.closed) return keyOfData(dataOf(wiki, path)) !== answer;
    this.asked.delete(keyOf(wiki, path));
    return false;
  }

  private uriOf({ wiki, path }: Asked): string {
    return this.documents.uriOf(wiki, path);
  }
}

const keyOf = (wiki: OpenWiki, path: string): string => `${wiki.host.root}\n${path}`;

/** Instead of the data themselves, which would be kept of every page that was ever shown. */
function keyOfData(data: PreviewData | null): string {
  const text = JSON.stringify(data);
  return `${hashOf(text)} ${text.length}`;
}

function dataOf(wiki: OpenWiki, path: string): PreviewData | null {
  const preview = previewOf(wiki.host.wiki, path);
  return preview ? toPreviewData(wiki, preview) : null;
}
