import {
  type Range,
  type SemanticTokens,
  SemanticTokensBuilder,
  type SemanticTokensDelta,
  type SemanticTokensRegistrationOptions,
} from 'vscode-languageserver';
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from '../../features/semantic-tokens.ts';
import { offsetAt, positionAt } from '../../text/line-starts.ts';
import { guard } from '../guard.ts';
import type { Session } from '../session.ts';
import { type PageInWiki, pageOf } from './page-of.ts';

/** For Markdown alone: an editor asks one extension only for the tokens of a document, and tables may have others. */
export const SEMANTIC_TOKENS: SemanticTokensRegistrationOptions = {
  documentSelector: [{ scheme: 'file', language: 'markdown' }],
  legend: { tokenTypes: [...TOKEN_TYPES], tokenModifiers: [...TOKEN_MODIFIERS] },
  full: { delta: true },
  range: true,
};

const NONE: SemanticTokens = { data: [] };

/** Colours for what only the wiki knows: numbers by verdict, links by the page that they lead to. */
export function handleSemanticTokens(session: Session): void {
  const { console: log, languages } = session.connection;
  /** What was answered last, by document, for the difference to it. */
  const builders = new Map<string, SemanticTokensBuilder>();
  session.documents.documents.onDidClose(({ document }) => builders.delete(document.uri));

  languages.semanticTokens.on(
    guard(log, 'semanticTokens', NONE, async ({ textDocument: { uri } }): Promise<SemanticTokens> => {
      const found = await pageOf(session, uri);
      if (!found) return NONE;
      const builder = new SemanticTokensBuilder();
      builders.set(uri, builder);
      fill(builder, found);
      return builder.build();
    }),
  );

  languages.semanticTokens.onDelta(
    guard(
      log,
      'semanticTokens/delta',
      NONE,
      async ({ textDocument: { uri }, previousResultId }): Promise<SemanticTokens | SemanticTokensDelta> => {
        const found = await pageOf(session, uri);
        if (!found) return NONE;
        const builder = builders.get(uri) ?? new SemanticTokensBuilder();
        builders.set(uri, builder);
        builder.previousResult(previousResultId);
        fill(builder, found);
        return builder.buildEdits();
      },
    ),
  );

  languages.semanticTokens.onRange(
    guard(
      log,
      'semanticTokens/range',
      NONE,
      async ({ textDocument: { uri }, range }): Promise<SemanticTokens> => {
        const found = await pageOf(session, uri);
        if (!found) return NONE;
        const builder = new SemanticTokensBuilder();
        fill(builder, found, range);
        return builder.build();
      },
    ),
  );
}

/** The tokens of a page, or of a range of it. */
function fill(builder: SemanticTokensBuilder, { wiki, page }: PageInWiki, range?: Range): void {
  const { lineStarts, length } = page.facts;
  const within = range
    ? { start: offsetAt(lineStarts, range.start, length), end: offsetAt(lineStarts, range.end, length) }
    : { start: 0, end: length };
  for (const { span, type, modifiers } of semanticTokens(wiki.host.wiki, page, within)) {
    const { line, character } = positionAt(lineStarts, span.start);
    const bits = modifiers.reduce((set, name) => set | (1 << TOKEN_MODIFIERS.indexOf(name)), 0);
    builder.push(line, character, span.end - span.start, TOKEN_TYPES.indexOf(type), bits);
  }
}
