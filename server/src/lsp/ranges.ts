import type { Location, Range } from 'vscode-languageserver';
import type { FilePlace } from '../features/navigation/places.ts';
import { lineStartsIn } from '../host/lines.ts';
import { type LineStarts, positionAt } from '../text/line-starts.ts';
import type { Span } from '../text/span.ts';
import type { Session } from './session.ts';
import type { OpenWiki } from './wikis.ts';

/** A span in LSP's words. */
export const rangeIn = (starts: LineStarts, { start, end }: Span): Range => ({
  start: positionAt(starts, start),
  end: positionAt(starts, end),
});

/** A place in a file of a wiki, in LSP's words. */
export const locationOf = (session: Session, wiki: OpenWiki, { path, span }: FilePlace): Location => ({
  uri: session.documents.uriOf(wiki, path),
  range: rangeIn(lineStartsIn(wiki.host, path), span),
});
