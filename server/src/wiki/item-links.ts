import type { LinkTarget } from './targets.ts';

/**
 * True for a link that says what its list item is about: the first of it, with nothing but marks before. Further
 * links of an item, and links in running text, only mention their page.
 */
export function leadsItem({ link }: LinkTarget, itemLinks: readonly LinkTarget[]): boolean {
  if (!link.item) return false;
  const first = itemLinks.find(other => other.link.item?.span.start === link.item!.span.start);
  if (first?.link !== link) return false;
  // "- **[Recall](…)**": list marker, check box, emphasis.
  return link.item.text.trimStart().startsWith(link.text.trim());
}
