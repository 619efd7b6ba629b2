import type { RendererRule, Token } from 'markdown-it';

type Renderer = Parameters<RendererRule>[4];

/** Text that stands in HTML, also between quotes, as it is. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}

/** ` name="value"` for each attribute that has a value. */
export function attributesHtml(attributes: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeHtml(value)}"`))
    .join('');
}

/** The attributes of a link; none for anything with a scheme (`javascript:`, `command:`) or a host, which is no path. */
export function pathHref(href: string): { readonly href?: string; readonly 'data-href'?: string } {
  const isPath = !/^[^/?#]*:/.test(href) && !href.startsWith('//');
  return isPath ? { href, 'data-href': href } : {};
}

/** A link to a page of the wiki, which VS Code's preview follows; plain text where it is no path. */
export function pageLinkHtml(text: string, href: string, title?: string): string {
  const attributes = pathHref(href);
  if (!attributes.href) return escapeHtml(text);
  return `<a${attributesHtml({ ...attributes, title })}>${escapeHtml(text)}</a>`;
}

/** A token's start tag with more attributes. The token stays as it is: VS Code keeps it for other renderings. */
export function startTag(
  token: Token,
  more: { readonly class?: string | undefined; readonly 'aria-describedby'?: string | undefined },
  renderer: Renderer,
): string {
  const classes = [token.attrGet('class'), more.class].filter(name => name).join(' ');
  const added = attributesHtml({
    class: classes === '' ? undefined : classes,
    'aria-describedby': more['aria-describedby'],
  });
  const attrs = token.attrs?.filter(([name]) => name !== 'class') ?? [];
  const copy = Object.assign(Object.create(Object.getPrototypeOf(token)), token, { attrs });
  return `<${token.tag}${renderer.renderAttrs(copy)}${added}>`;
}
