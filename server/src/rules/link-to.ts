import { encodePath } from '../wiki/destination.ts';
import { escapeLinkText } from '../wiki/link-text.ts';
import type { Page } from '../wiki/page.ts';
import { folderOf, relativePath } from '../wiki/path.ts';

/** A link in the page at `from` to another page, with that page's title as its text unless another is given. */
export function linkTo(from: string, target: Page, text = escapeLinkText(target.title)): string {
  return `[${text}](${encodePath(relativePath(folderOf(from), target.path))})`;
}
