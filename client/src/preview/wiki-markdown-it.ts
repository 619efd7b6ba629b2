import type { Env, MarkdownIt, RendererRule, StateCore, Token } from 'markdown-it';
import type { NumberMarks } from '../settings.ts';
import { backlinksHtml } from './backlinks-html.ts';
import { cardHtml } from './card.ts';
import { captionOf, imageHtml, tableAlone } from './images.ts';
import { linkEndHtml, linkStartHtml } from './links.ts';
import { markedHtml } from './marks.ts';
import type { PreviewPage } from './preview-page.ts';
import { type Rendering, renderingOf } from './rendering.ts';
import { noteSourcePlaces } from './source-places.ts';
import type { PreviewText } from './text.ts';

/** What the plugin asks of the extension. `Resource` is VS Code's `Uri`. */
export interface PreviewAccess<Resource> {
  /** What to show of a page in one rendering; undefined when it is no page of a wiki, or not known to be one yet. */
  pageFor(resource: Resource): PreviewPage | undefined;
  marks(): NumberMarks;
  /** VS Code's own setting `markdown.preview.frontMatter`: `table`, `codeBlock` or `hide`. */
  frontMatterStyle(resource: Resource): string;
  readonly text: PreviewText;
}

const CARD = 'research_wiki_card';
const BACKLINKS = 'research_wiki_backlinks';

/**
 * The markdown-it plugin for VS Code's preview. VS Code tells the page (`env.currentDocument`) only when it renders,
 * and keeps the tokens of a text for several renderings; so whatever depends on the page happens in renderer rules, and
 * none of them changes a token.
 */
export function wikiMarkdownIt<Resource>(access: PreviewAccess<Resource>): (md: MarkdownIt) => MarkdownIt {
  const { text } = access;
  return md => {
    const pages = new WeakMap<Env, { page: Rendering | undefined }>();
    /** All tokens of one rendering share one `env`. */
    const pageOf = (env: Env | undefined): Rendering | undefined => {
      const resource = resourceOf<Resource>(env);
      if (!env || resource === undefined) return undefined;
      let entry = pages.get(env);
      if (!entry) {
        const page = access.pageFor(resource);
        // VS Code puts a rule of its own in the place of `normalizeLink` after all plugins.
        pages.set(env, (entry = { page: page && renderingOf(page, link => md.normalizeLink(link)) }));
      }
      return entry.page;
    };
    /** Puts a rule before the one that is there, which is asked where there is no page or the new one has nothing to say. */
    const extend = (
      name: string,
      rule: (page: Rendering, ...args: Parameters<RendererRule>) => string | undefined,
    ) => {
      const plain = md.renderer.rules[name];
      md.renderer.rules[name] = (tokens, index, options, env, renderer) => {
        const page = pageOf(env);
        return (
          (page && rule(page, tokens, index, options, env, renderer)) ??
          plain?.(tokens, index, options, env, renderer) ??
          renderer.renderToken(tokens, index, options)
        );
      };
    };

    md.core.ruler.push('research_wiki_source_places', noteSourcePlaces);
    md.core.ruler.push('research_wiki_card', retypeFrontMatter);
    md.core.ruler.push('research_wiki_backlinks', addBacklinks);

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
      return cardHtml(page.data.card, text, { title: titled ? 'leave-out' : 'show', line });
    };
    md.renderer.rules[BACKLINKS] = (_tokens, _index, _options, env) => {
      const page = pageOf(env);
      return page ? backlinksHtml(page.data.backlinks, text) : '';
    };

    extend('text', (page, tokens, index) =>
      markedHtml(tokens[index]!, page, { numbers: access.marks(), text }, placeOf(tokens, index)),
    );
    extend('link_open', (page, tokens, index, _options, _env, renderer) =>
      linkStartHtml(tokens, index, page, access.marks(), renderer),
    );
    extend('link_close', (page, tokens, index) => `${linkEndHtml(tokens, index, page, text)}</a>`);
    extend('image', (page, tokens, index, options, env, renderer) =>
      imageHtml(
        tokens,
        index,
        page,
        text,
        placeOf(tokens, index),
        captionOf(tokens[index]!, renderer, options, env ?? {}),
      ),
    );
    // The lines of the paragraph stay, by which VS Code keeps editor and preview in step.
    extend('paragraph_open', (page, tokens, index, _options, _env, renderer) =>
      tokens[index]!.hidden || !tableAlone(tokens[index + 1], page)
        ? undefined
        : `<div${renderer.renderAttrs(tokens[index]!)}>`,
    );
    extend('paragraph_close', (page, tokens, index) =>
      tokens[index]!.hidden || !tableAlone(tokens[index - 1], page) ? undefined : '</div>\n',
    );
    return md;
  };
}

function retypeFrontMatter(state: StateCore): void {
  const first = state.tokens[0];
  if (first?.type === 'front_matter') first.type = CARD;
}

function addBacklinks(state: StateCore): void {
  if (!state.inlineMode) state.tokens.push(new state.Token(BACKLINKS, '', 0));
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
