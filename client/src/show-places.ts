import * as vscode from 'vscode';
import type { Place, ShowPlacesParams } from '../../server/src/lsp/protocol.ts';

/** Shows places as VS Code shows references: in a peek over what they are about. A single place is gone to. */
export async function showPlaces({ title, from, places }: ShowPlacesParams): Promise<void> {
  const [first] = places;
  if (!first) return;
  const origin = toLocation(from ?? first);
  // The peek opens in the editor that shows this document.
  await vscode.window.showTextDocument(origin.uri, {
    selection: new vscode.Range(origin.range.start, origin.range.start),
  });
  await vscode.commands.executeCommand(
    'editor.action.goToLocations',
    origin.uri,
    origin.range.start,
    places.map(toLocation),
    'peek',
    title,
  );
}

function toLocation({ uri, range: { start, end } }: Place): vscode.Location {
  return new vscode.Location(
    vscode.Uri.parse(uri, true),
    new vscode.Range(start.line, start.character, end.line, end.character),
  );
}
