import type { Page } from '../../wiki/page.ts';
import { knownFields } from '../../wiki/schema/known-fields.ts';
import type { Wiki } from '../../wiki/wiki.ts';
import type { Completions } from './completion.ts';
import type { CursorOf } from './cursor.ts';

/** `sta|` in the front matter → the fields that the page's type knows and the page does not have yet, required ones first. */
export function completeFieldName(wiki: Wiki, page: Page, cursor: CursorOf<'field-name'>): Completions {
  const { start, end } = cursor.span;
  const there = new Set(
    (page.facts.frontMatter?.fields ?? [])
      // The name under the cursor is the one that is being written.
      .filter(({ keySpan }) => keySpan.end < start || keySpan.start > end)
      .map(({ key }) => key),
  );
  const fields = knownFields(wiki.schema, page.type).filter(({ key }) => !there.has(key));
  return {
    incomplete: false,
    items: fields.map(({ key, required, shape }, index) => ({
      kind: 'field',
      label: key,
      description: [required ? 'required' : '', typeText(shape)].filter(text => text !== '').join(' · '),
      filterText: key,
      rank: `${required ? 0 : 1}${String(index).padStart(4, '0')}`,
      span: cursor.span,
      newText: cursor.closed ? key : `${key}: `,
      ...noteOf(shape),
    })),
  };
}

/** `draft | working | stable`, `array of lens`, `date`: what the schema says of a value, in a few words. */
function typeText(shape: Readonly<Record<string, unknown>>): string {
  if (Array.isArray(shape.enum)) return shape.enum.join(' | ');
  const format = typeof shape.format === 'string' ? shape.format : undefined;
  return format ?? [shape.type ?? []].flat().join(' or ');
}

function noteOf({ description, title }: Readonly<Record<string, unknown>>): { note?: string } {
  const note = description ?? title;
  return typeof note === 'string' ? { note } : {};
}
