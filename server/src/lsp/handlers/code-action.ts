import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { filesOf, fixesOf } from '../../features/fixes.ts';
import { suppressFix } from '../../features/suppress-fix.ts';
import { lengthOf, lineStartsIn } from '../../host/lines.ts';
import { allRules } from '../../rules/all.ts';
import type { Diagnostic, Fix } from '../../rules/rule.ts';
import { offsetAt } from '../../text/line-starts.ts';
import { CREATE_PAGE_COMMAND, type CreatePageArguments } from '../commands.ts';
import { toDiagnostic } from '../diagnostics/to-diagnostic.ts';
import { guard } from '../guard.ts';
import type { Session } from '../session.ts';
import type { Place } from '../wikis.ts';
import { toPlainEdit, toWorkspaceEdit } from '../workspace-edit.ts';

/** Quick fixes for what is reported at the cursor. They are worked out here, not with the diagnostic. */
export function handleCodeActions(session: Session): void {
  session.connection.onCodeAction(
    guard(
      session.connection.console,
      'codeAction',
      [],
      async ({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> => {
        if (context.only && !context.only.some(kind => CodeActionKind.QuickFix.startsWith(kind))) return [];
        const place = await session.readyPlace(textDocument.uri);
        if (!place) return [];
        const { host } = place.wiki;
        const starts = lineStartsIn(host, place.path);
        const length = lengthOf(host, place.path);
        const start = offsetAt(starts, range.start, length);
        const end = offsetAt(starts, range.end, length);
        return session.queue
          .now(place.wiki, place.path)
          .diagnostics.filter(({ span }) => span.start <= end && start <= span.end)
          .flatMap(diagnostic => actionsFor(session, place, diagnostic));
      },
    ),
  );
}

function actionsFor(session: Session, place: Place, diagnostic: Diagnostic): CodeAction[] {
  const { host } = place.wiki;
  const suppress = suppressFix(host.wiki, diagnostic);
  const fixes = [...freshFixes(place, diagnostic), ...(suppress ? [suppress] : [])];
  return fixes.flatMap(fix => toAction(session, place, diagnostic, fix) ?? []);
}

/** A fix that edits a closed file is worked out again when the file has changed since it was read. */
function freshFixes(place: Place, diagnostic: Diagnostic): readonly Fix[] {
  const { host } = place.wiki;
  const fresh = host.upToDate(
    () => fixesOf(host.wiki, allRules, diagnostic, host.schemaFile),
    fixes => fixes.flatMap(({ edits }) => filesOf(edits.filter(edit => !('create' in edit)))),
  );
  return fresh.filter(({ edits }) =>
    edits.every(edit => 'create' in edit || host.pageFiles.isWritable(edit.path)),
  );
}

function toAction(
  session: Session,
  { wiki }: Place,
  diagnostic: Diagnostic,
  fix: Fix,
): CodeAction | undefined {
  const action: CodeAction = {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [toDiagnostic(wiki.host, diagnostic)],
    ...(fix.preferred ? { isPreferred: true } : {}),
  };
  const creation = fix.edits.find(edit => 'create' in edit);
  if (creation) {
    if (!session.client.createsFiles) return undefined;
    const argument: CreatePageArguments = {
      uri: session.wikis.uriOf(wiki, creation.path),
      name: creation.path,
      text: creation.create,
      offset: fix.open?.offset ?? 0,
    };
    return { ...action, command: { title: fix.title, command: CREATE_PAGE_COMMAND, arguments: [argument] } };
  }
  const edit = session.client.documentChanges
    ? toWorkspaceEdit(session.documents, wiki, fix.edits)
    : toPlainEdit(session.documents, wiki, fix.edits);
  return { ...action, edit };
}
