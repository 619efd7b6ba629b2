import { Renames } from '../renames.ts';
import type { Session } from '../session.ts';
import { handleCallHierarchy } from './call-hierarchy.ts';
import { handleCodeActions } from './code-action.ts';
import { handleCodeLens } from './code-lens.ts';
import { handleCommands } from './commands.ts';
import { handleCompletion } from './completion.ts';
import { handleConfiguration } from './configuration.ts';
import { handleCreatedPages } from './created-pages.ts';
import { handleDefinition } from './definition.ts';
import { handleDeletedPages } from './deleted-pages.ts';
import { handleDocumentHighlight } from './document-highlight.ts';
import { handleDocumentLink } from './document-link.ts';
import { handleHover } from './hover.ts';
import { handleInlayHint } from './inlay-hint.ts';
import { handleOutline } from './outline.ts';
import { handleOwnRequests } from './own-requests.ts';
import { handleReferences } from './references.ts';
import { handleRename } from './rename.ts';
import { handleTypeDefinition } from './type-definition.ts';
import { handleWillRenameFiles } from './will-rename-files.ts';
import { handleWorkspaceFolders } from './workspace-folders.ts';
import { handleWorkspaceSymbol } from './workspace-symbol.ts';

/** Everything that a client may ask of the server, a file each. */
export function registerHandlers(session: Session): void {
  const renames = new Renames();
  handleCallHierarchy(session);
  handleCodeActions(session);
  handleCodeLens(session);
  handleCommands(session);
  handleCompletion(session);
  handleConfiguration(session);
  handleCreatedPages(session);
  handleDefinition(session);
  handleDeletedPages(session);
  handleDocumentHighlight(session);
  handleDocumentLink(session);
  handleHover(session);
  handleInlayHint(session);
  handleOutline(session);
  handleOwnRequests(session);
  handleReferences(session);
  handleRename(session, renames);
  handleTypeDefinition(session);
  handleWillRenameFiles(session, renames);
  handleWorkspaceFolders(session);
  handleWorkspaceSymbol(session);
}
