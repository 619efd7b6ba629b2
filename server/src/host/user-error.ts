/** A failure that the user can mend; whatever else is thrown is a bug in this program. */
export class UserError extends Error {
  override name = 'UserError';
  /** What to do about it, a sentence without a full stop; may be empty. */
  readonly hint: string;

  constructor(message: string, hint = '') {
    super(message);
    this.hint = hint;
  }
}
