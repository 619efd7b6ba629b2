import { type CodeAction, CodeActionKind, type CodeActionParams } from 'vscode-languageserver';
import { bindActions } from '../../features/bind-action.ts';
import { filesOf, fixesOf } from '../../features/fixes.ts';
import { suppressFix } from '../../features/suppress-fix.ts';
import { freshEdits } from '../../host/fresh-edits.ts';
import { lengthOf, lineStartsIn } from '../../host/lines.ts';
import { UserError } from '../../host/user-error.ts';
import { allRules } from '../../rules/all.ts';
import type { Diagnostic, Fix } from '../../rules/rule.ts';
import { offsetAt } from '../../text/line-starts.ts';
import type { Span } from '../../text/span.ts';
import { CREATE_PAGE_COMMAND, type CreatePageArguments } from '../commands.ts';
import { toDiagnostic } from '../diagnostics/to-diagnostic.ts';
import { guard } from '../guard.ts';
import type { Session } from '../session.ts';
import type { Place } from '../wikis.ts';
import { toEdit } from '../workspace-edit.ts';
import {
  FIX_ALL_KIND,
  type FixAllData,
  fixAllOf,
  fixOnSave,
  hasLikelyFix,
  resolveFixAll,
} from './fix-all-actions.ts';

/** Something that can be done at a place, with what it would mend. */
interface Choice {
  readonly kind: CodeActionKind;
  readonly fix: Fix;
  readonly diagnostic: Diagnostic | undefined;
}

/** What is needed to work out again, when it is picked, what an action does. */
interface ActionData {
  readonly uri: string;
  readonly span: Span;
  readonly rule: string | undefined;
  readonly title: string;
}

/**
 * Quick fixes for what is reported at the cursor, and what else can be done there. They are worked out here, not with the
 * diagnostic, and their edits only when one is picked, if the client can wait for them.
 */
export function handleCodeActions(session: Session): void {
  const { connection } = session;
  connection.onCodeAction(
    guard(
      connection.console,
      'codeAction',
      [],
      async ({ textDocument: { uri }, range, context }: CodeActionParams): Promise<CodeAction[]> => {
        const place = await session.readyPlace(uri);
        if (!place) return [];
        const { host } = place.wiki;
        const starts = lineStartsIn(host, place.path);
        const length = lengthOf(host, place.path);
        const span = {
          start: offsetAt(starts, range.start, length),
          end: offsetAt(starts, range.end, length),
        };
        const isWanted = wantedKinds(context.only);
        const choices = choicesAt(session, place, span, isWanted);
        const likely = choices.find(({ fix, diagnostic }) => diagnostic && hasLikelyFix(fix, diagnostic));
        return [
          ...choices.flatMap(choice => toAction(session, place, choice, { uri, span }) ?? []),
          ...(likely ? fixAllOf(session, place, uri, likely.diagnostic!.rule) : []),
          // A source action is one that is asked for by its kind.
          ...(context.only && isWanted(FIX_ALL_KIND) ? fixOnSave(session, place) : []),
        ];
      },
    ),
  );
  connection.onCodeActionResolve(
    guard(
      connection.console,
      'codeAction/resolve',
      { title: '' },
      async (action: CodeAction): Promise<CodeAction> => {
        const { uri, span, rule, title } = action.data as ActionData;
        const place = await session.readyPlace(uri);
        if (place && 'all' in action.data) {
          const { edits } = await resolveFixAll(session, place, action.data as FixAllData);
          return { ...action, edit: toEdit(session, place.wiki, edits) };
        }
        const choices = place ? choicesAt(session, place, span, () => true) : [];
        const choice = choices.find(
          candidate => candidate.fix.title === title && candidate.diagnostic?.rule === rule,
        );
        if (!place || !choice) throw new UserError('the page has changed', 'ask for the fixes again');
        return { ...action, edit: toEdit(session, place.wiki, choice.fix.edits) };
      },
    ),
  );
}

/** Whether an action of a kind is asked for: `refactor` asks for `refactor.rewrite` too. */
const wantedKinds =
  (only: readonly CodeActionKind[] | undefined) =>
  (kind: CodeActionKind): boolean =>
    only === undefined || only.some(asked => asked === '' || kind === asked || kind.startsWith(`${asked}.`));

function choicesAt(
  session: Session,
  place: Place,
  { start, end }: Span,
  isWanted: (kind: CodeActionKind) => boolean,
): readonly Choice[] {
  const { host } = place.wiki;
  const choices: Choice[] = [];
  if (isWanted(CodeActionKind.QuickFix)) {
    for (const diagnostic of session.queue.now(place.wiki, place.path).diagnostics) {
      if (diagnostic.span.start > end || start > diagnostic.span.end) continue;
      for (const fix of quickFixes(session, place, diagnostic))
        choices.push({ kind: CodeActionKind.QuickFix, fix, diagnostic });
    }
  }
  if (isWanted(CodeActionKind.RefactorRewrite)) {
    for (const fix of bindActions(host.wiki, place.path, start))
      choices.push({ kind: CodeActionKind.RefactorRewrite, fix, diagnostic: undefined });
  }
  return choices;
}

function quickFixes(session: Session, place: Place, diagnostic: Diagnostic): readonly Fix[] {
  const suppress = suppressFix(place.wiki.host.wiki, diagnostic);
  return [...freshFixes(session, place, diagnostic), ...(suppress ? [suppress] : [])];
}

/** A fix that edits a closed file is worked out again when the file has changed since it was read. */
function freshFixes(session: Session, { wiki }: Place, diagnostic: Diagnostic): readonly Fix[] {
  const { host } = wiki;
  const fresh = freshEdits(
    host,
    () => {
      const fixes = fixesOf(host.wiki, allRules, diagnostic, host.schemaFile);
      return { fixes, stale: host.takeOutdated(fixes.flatMap(({ edits }) => filesOf(edits))) };
    },
    change => session.changed(wiki, change),
  );
  return (fresh?.fixes ?? []).filter(({ edits }) =>
    edits.every(edit => 'create' in edit || host.pageFiles.isWritable(edit.path)),
  );
}

function toAction(
  session: Session,
  { wiki }: Place,
  { kind, fix, diagnostic }: Choice,
  at: { uri: string; span: Span },
): CodeAction | undefined {
  const action: CodeAction = {
    title: fix.title,
    kind,
    ...(diagnostic ? { diagnostics: [toDiagnostic(wiki.host, diagnostic)] } : {}),
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
  if (!session.client.resolvesCodeActions) return { ...action, edit: toEdit(session, wiki, fix.edits) };
  const data: ActionData = { ...at, rule: diagnostic?.rule, title: fix.title };
  return { ...action, data };
}
