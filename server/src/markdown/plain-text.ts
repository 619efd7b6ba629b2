import type { Nodes } from 'mdast';

/** The text that a reader sees of a node: mark-up, HTML and footnote marks left out, a line break as a space. */
export function plainText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
      return node.value.includes('\n') ? node.value.replace(/\s*\n\s*/g, ' ') : node.value;
    case 'break':
      return ' ';
    case 'image':
    case 'imageReference':
    case 'html':
    case 'footnoteReference':
      return '';
  }
  if (!('children' in node)) return '';
  const { children } = node;
  if (children.length === 1) return plainText(children[0]!);
  let text = '';
  for (const child of children) text += plainText(child);
  return text;
}
