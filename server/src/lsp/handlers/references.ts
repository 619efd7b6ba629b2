import type { CancellationToken, Location as LspLocation, ReferenceParams } from 'vscode-languageserver';
import { linkReferences } from '../../features/navigation/link-references.ts';
import type { FilePlace, ReferencesAnswer } from '../../features/navigation/places.ts';
import { numberReferences } from '../../features/number-references.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import { guard } from '../guard.ts';
import { locationOf } from '../ranges.ts';
import type { Session } from '../session.ts';
import { inSlices } from '../slices.ts';
import { placeAt } from './place-at.ts';

/** Asked in turn, after the numbers; the first that knows the place answers. */
const ANSWERS: readonly ReferencesAnswer[] = [linkReferences];

export function handleReferences(session: Session): void {
  session.connection.onReferences(
    guard(
      session.connection.console,
      'references',
      null,
      async (
        { textDocument, position, context }: ReferenceParams,
        token: CancellationToken,
      ): Promise<LspLocation[] | null> => {
        const place = await placeAt(session, textDocument.uri, position);
        if (!place) return null;
        const { host } = place.wiki;
        const found =
          (await numbers(host.wiki, place, context.includeDeclaration, token)) ??
          firstOf(ANSWERS, answer => answer(host.wiki, place.path, place.offset, session.client.asker));
        if (!found) return null;
        return found.map(each => locationOf(session, place.wiki, each));
      },
    ),
  );
}

/** The numbers that quote a cell are looked for page by page, with room for other requests in between. */
async function numbers(
  wiki: Wiki,
  { path, offset }: { path: string; offset: number },
  withCells: boolean,
  token: CancellationToken,
): Promise<readonly FilePlace[] | undefined> {
  const found = numberReferences(wiki, path, offset);
  if (!found) return undefined;
  const places: FilePlace[] = withCells
    ? found.cells.map(({ path: file, table, row, column }) => ({
        path: file,
        span: table.rows[row]![column]!.span,
      }))
    : [];
  await inSlices(collecting(found.steps, places), () => token.isCancellationRequested);
  return places;
}

function* collecting(steps: Iterator<readonly FilePlace[], void>, into: FilePlace[]): Generator<void, void> {
  for (let step = steps.next(); !step.done; step = steps.next()) {
    into.push(...step.value);
    yield;
  }
}

function firstOf<Asked, Answer>(
  all: readonly Asked[],
  ask: (one: Asked) => Answer | undefined,
): Answer | undefined {
  for (const one of all) {
    const answer = ask(one);
    if (answer !== undefined) return answer;
  }
  return undefined;
}
