import type { Session } from '../session.ts';
import { handleCodeActions } from './code-action.ts';
import { handleCommands } from './commands.ts';
import { handleCompletion } from './completion.ts';
import { handleConfiguration } from './configuration.ts';
import { handleHover } from './hover.ts';
import { handleOwnRequests } from './own-requests.ts';
import { handleWorkspaceFolders } from './workspace-folders.ts';

/** Everything that a client may ask of the server, a file each. */
export function registerHandlers(session: Session): void {
  handleCodeActions(session);
  handleCommands(session);
  handleCompletion(session);
  handleConfiguration(session);
  handleHover(session);
  handleOwnRequests(session);
  handleWorkspaceFolders(session);
}
