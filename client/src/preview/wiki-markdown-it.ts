import type { Env, MarkdownIt, RendererRule, StateCore, Token } from 'markdown-it';
import type { NumberMarks } from '../settings.ts';
import { type CardText, cardHtml } from './card.ts';
import { type MarkText, markedHtml } from './number-marks.ts';
import type { PreviewPage } from './preview-page.ts';
import { noteSourcePlaces } from './source-places.ts';

/** What the plugin asks of the extension. `Resource` is VS Code's `Uri`. */
export interface PreviewAccess<Resource> {
  /** What to show of a page in one rendering; undefined when it is no page of a wiki, or not known to be one yet. */
  pageFor(resource: Resource): PreviewPage | undefined;
  marks(): NumberMarks;
  /** VS Code's own setting `markdown.preview.frontMatter`: `table`, `codeBlock` or `hide`. */
  frontMatterStyle(resource: Resource): string;
  readonly text: CardText & MarkText;
}

const CARD = 'research_wiki_card';

/**
 * The markdown-it plugin for VS Code's preview. VS Code tells the page (`env.currentDocument`) only when it renders,
 * and keeps the tokens of a text for several renderings; so whatever depends on the page happens in renderer rules.
 */
export function wikiMarkdownIt<Resource>(access: PreviewAccess<Resource>): (md: MarkdownIt) => MarkdownIt {
  return md => {
    const pages = new WeakMap<Env, { page: PreviewPage | undefined }>();
    /** All tokens of one rendering share one `env`. */
    const pageOf = (env: Env | undefined): PreviewPage | undefined => {
      const resource = resourceOf<Resource>(env);
      if (!env || resource === undefined) return undefined;
      const entry = pages.get(env) ?? { page: access.pageFor(resource) };
      pages.set(env, entry);
      return entry.page;
    };

    md.core.ruler.push('research_wiki_source_places', noteSourcePlaces);
    md.core.ruler.push('research_wiki_card', retypeFrontMatter);

    // VS Code installs its own rule for front matter after all plugins, so that ours needs another name, and calls it
    // wherever there is no card to show.
    md.renderer.rules[CARD] = (tokens, index, options, env, renderer) => {
      const page = pageOf(env);
      const resource = resourceOf<Resource>(env);
      if (!page || resource === undefined || access.frontMatterStyle(resource) !== 'table') {
        return renderer.rules.front_matter?.(tokens, index, options, env, renderer) ?? '';
      }
      const titled = tokens.some(token => token.type === 'heading_open' && token.tag === 'h1');
      const line = tokens[index]!.map?.[0] ?? 0;
      return cardHtml(page.data.card, access.text, { title: titled ? 'leave-out' : 'show', line });
    };

    const plain = md.renderer.rules.text;
    const text: RendererRule = (tokens, index, options, env, renderer) => {
      const token = tokens[index]!;
      const page = pageOf(env);
      const html = page && markedHtml(token, page, access.marks(), access.text, placeOf(tokens, index));
      return html ?? plain?.(tokens, index, options, env, renderer) ?? md.utils.escapeHtml(token.content);
    };
    md.renderer.rules.text = text;
    return md;
  };
}

function retypeFrontMatter(state: StateCore): void {
  const first = state.tokens[0];
  if (first?.type === 'front_matter') first.type = CARD;
}

function resourceOf<Resource>(env: Env | undefined): Resource | undefined {
  return env?.currentDocument as Resource | undefined;
}

function placeOf(tokens: readonly Token[], index: number): 'in-link' | 'in-text' {
  for (let before = index - 1; before >= 0; before--) {
    const { type } = tokens[before]!;
    if (type === 'link_close') return 'in-text';
    if (type === 'link_open') return 'in-link';
  }
  return 'in-text';
}
