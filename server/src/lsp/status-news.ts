import type { Connection } from 'vscode-languageserver';
import type { MarkdownParser } from '../markdown/parser.ts';
import type { CheckQueue } from './diagnostics/check-queue.ts';
import { STATUS, type StatusParams, type WikiStatus } from './protocol.ts';
import { uriOf } from './uris.ts';
import type { OpenWiki, Wikis } from './wikis.ts';

const PAUSE_MS = 250;

/** Tells the client how the wikis are, for its status item; clients that know nothing of it pass it over. */
export class StatusNews {
  private readonly connection: Connection;
  private readonly wikis: Wikis;
  private readonly queue: CheckQueue;
  private readonly parser: MarkdownParser['name'];
  private timer: NodeJS.Timeout | undefined;
  private last = '';

  constructor(connection: Connection, wikis: Wikis, queue: CheckQueue, parser: MarkdownParser['name']) {
    this.connection = connection;
    this.wikis = wikis;
    this.queue = queue;
    this.parser = parser;
  }

  send(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const params: StatusParams = { wikis: this.wikis.all().map(wiki => this.statusOf(wiki)) };
    const text = JSON.stringify(params);
    if (text === this.last) return;
    this.last = text;
    void this.connection.sendNotification(STATUS, params);
  }

  sendSoon(): void {
    this.timer ??= setTimeout(() => this.send(), PAUSE_MS);
  }

  private statusOf(wiki: OpenWiki): WikiStatus {
    const counts = { error: 0, warning: 0, info: 0, hint: 0 };
    for (const { diagnostics } of this.queue.resultsOf(wiki).values()) {
      for (const { severity } of diagnostics) counts[severity]++;
    }
    const message = messageOf(wiki);
    return {
      rootUri: uriOf(wiki.host.root),
      state: wiki.ready ? 'ready' : 'indexing',
      pages: wiki.host.wiki.pages.size,
      errors: counts.error,
      warnings: counts.warning,
      infos: counts.info,
      parser: this.parser,
      ...(message === undefined ? {} : { message }),
    };
  }
}

function messageOf({ host }: OpenWiki): string | undefined {
  const broken = host.schemaFile?.problems.some(({ rule }) => rule === 'schema/syntax');
  if (broken) return `${host.schemaFile!.path} can't be read; the last good schema stays in force`;
  const unreadable = [...host.troubles.values()].find(({ trouble }) => trouble === 'unreadable');
  return unreadable && `${unreadable.path}: ${unreadable.message}`;
}
