import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { UserError } from '../host/user-error.ts';

/** Where bugs are written to: the client's output channel. */
export interface Log {
  error(message: string): void;
}

/**
 * Every request is answered through this: what the user can mend becomes an error message, a bug becomes a line in the
 * log and an empty answer, so that one bad page never takes the server down. A request that was cancelled while it
 * waited is not worked out at all.
 */
export function guard<Params, Result>(
  log: Log,
  name: string,
  empty: Result,
  answer: (params: Params, token: CancellationToken) => Result | Promise<Result>,
) {
  return async (params: Params, given?: CancellationToken): Promise<Result | ResponseError<void>> => {
    // A request that comes without parameters is handed over as its token alone.
    const token = given ?? (params as CancellationToken);
    if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, name);
    try {
      const result = await answer(params, token);
      return token.isCancellationRequested ? new ResponseError(LSPErrorCodes.RequestCancelled, name) : result;
    } catch (error) {
      if (error instanceof UserError) {
        return new ResponseError(
          LSPErrorCodes.RequestFailed,
          error.hint ? `${error.message}; ${error.hint}` : error.message,
        );
      }
      log.error(`${name} failed: ${error instanceof Error ? error.stack : String(error)}`);
      return empty;
    }
  };
}
