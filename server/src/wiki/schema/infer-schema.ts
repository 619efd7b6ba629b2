import { isIndexPath, stem } from '../path.ts';
import { otherDateInName } from './dated-name.ts';
import { scalar } from './field-message.ts';
import { type FoundField, foundFields } from './infer/found-fields.ts';
import { type FoundSection, type FoundSections, foundSections } from './infer/found-sections.ts';
import { type FoundPage, type PageGroup, pageGroups, typeOf } from './infer/page-groups.ts';

interface FoundType extends FoundSections {
  readonly group: PageGroup;
  readonly fields: readonly FoundField[];
}

/** So many pages are needed before anything is asked of all of them. */
const ENOUGH = 3;

/**
 * The text of a `research-wiki.yaml` that says what the pages have in common: types, fields and sections. Only what
 * every page of a kind has is asked for, so that no page is wrong by it; what most have stands there as a comment. Where
 * there are no pages but an index, a wiki begins with the preset.
 */
export function inferSchema(pages: readonly FoundPage[]): string {
  if (pages.every(({ path }) => isIndexPath(path))) return STARTING;
  const groups = pageGroups(pages);
  const byPath = new Map(
    groups.flatMap(({ name, pages: own }) => own.map(({ path }) => [path, name] as const)),
  );
  const described = groups.map(group => ({
    group,
    fields: foundFields(group, groups),
    ...foundSections(group, path => byPath.get(path) ?? byPath.get(`${path}.md`)),
  }));
  // A folder whose pages have nothing in common is no type.
  const types = described.filter(
    ({ group, fields, sections }) => fields.length + sections.length > 0 || group.pages.some(typeOf),
  );
  const common = commonFields(types);
  const own = types.map(type => ({
    ...type,
    fields: type.fields.filter(({ key }) => !common.some(field => field.key === key)),
  }));
  return [HEAD, ...allPagesText(common), ...pagesText(own), ...statusText(types), ...rulesText(types)].join(
    '\n',
  );
}

const FILES = `include: ["**/*.md"]
exclude: []                    # folders that are not checked: ["drafts/**"]
read-only: []                  # files that no fix may change: ["raw/**"]
# tables: ["data/**/*.csv"]    # data tables whose own problems are shown
`;

const STARTING = `# What the pages of this wiki look like. Everything may be changed.
version: 1
extends: research              # findings, concepts, lenses, threads, researchers, sources; null starts from nothing
${FILES}`;

const HEAD = `# What the pages of this wiki have in common, worked out from ${'`research-wiki init`'}. Everything may be changed.
# Asked for is only what every page of a type has today; comments say what most of them have.
version: 1
extends: null                  # "research" lays this file over the preset for findings, concepts, lenses …
${FILES}`;

/** Fields that every page of every type has, with values of one kind. */
function commonFields(types: readonly FoundType[]): readonly FoundField[] {
  const [first, ...others] = types;
  if (!first || others.length === 0) return [];
  return first.fields.filter(({ key, schema }) =>
    types.every(({ fields, group }) =>
      fields.some(
        field =>
          field.key === key && field.count === group.pages.length && flow(field.schema) === flow(schema),
      ),
    ),
  );
}

function allPagesText(common: readonly FoundField[]): readonly string[] {
  if (common.length === 0) return [];
  const keys = common.map(({ key }) => scalar(key)).join(', ');
  const properties = common.map(({ key, schema }) => `      ${scalar(key)}: ${flow(schema)}`);
  return ['all-pages:', '  fields:', `    required: [${keys}]`, '    properties:', ...properties, ''];
}

function pagesText(types: readonly FoundType[]): readonly string[] {
  return types.length === 0 ? ['pages: {}', ''] : ['pages:', ...types.flatMap(typeText)];
}

function typeText({ group, fields, sections, ordered }: FoundType): readonly string[] {
  const { length } = group.pages;
  const asksOrder = ordered && length >= ENOUGH && sections.length > 1;
  const lines = [
    ...filesText(group),
    ...fieldsText(fields, length),
    ...(asksOrder ? ['    order: true'] : []),
    ...(sections.length > 0
      ? ['    sections:', ...sections.flatMap(section => sectionText(section, length))]
      : []),
  ];
  const pages = `# ${length} page${length === 1 ? '' : 's'}`;
  // Nothing below a key would be null, which takes the type away.
  const name = scalar(group.name);
  return lines.length > 0
    ? [`  ${name}:`, `    ${pages}`, ...lines, '']
    : [`  ${name}: {}   ${pages}, no folder of their own`, ''];
}

const DATED = /^\d{4}-[a-z0-9-]+$/;

function filesText({ files, pages }: PageGroup): readonly string[] {
  const dated = pages.length >= ENOUGH && pages.every(({ path }) => DATED.test(stem(path)));
  return [
    ...(files.length > 0 ? [`    files: ${JSON.stringify(files.length === 1 ? files[0] : files)}`] : []),
    ...(dated ? [`    name: ${JSON.stringify(DATED.source)}`] : []),
  ];
}

function fieldsText(fields: readonly FoundField[], pages: number): readonly string[] {
  if (fields.length === 0) return [];
  const required = pages >= ENOUGH ? fields.filter(({ count }) => count === pages) : [];
  const properties = fields.map(({ key, count, schema }) => {
    const note = count < pages && count > 0 ? `   # ${count} of ${pages} pages` : '';
    return `        ${scalar(key)}: ${flow(schema)}${note}`;
  });
  return [
    '    fields:',
    ...(required.length > 0
      ? [`      required: [${required.map(({ key }) => scalar(key)).join(', ')}]`]
      : []),
    '      properties:',
    ...properties,
  ];
}

function sectionText({ title, count, links }: FoundSection, pages: number): readonly string[] {
  const required = count === pages && pages >= ENOUGH;
  const note = count < pages ? `   # ${count} of ${pages} pages` : '';
  if (required && !links) return [`      - ${scalar(title)}`];
  const asked =
    links?.always === true && required ? { to: links.to, 'at-least': 1 } : links && { to: links.to };
  const spec = { title, ...(required ? {} : { required: false }), ...(asked ? { links: asked } : {}) };
  return [`      - ${flow(spec)}${note}`];
}

/** A value on one line, as YAML writes it between brackets. */
function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([key, each]) => `${scalar(key)}: ${flow(each)}`);
    return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
  }
  return scalar(value as string | number | boolean);
}

function statusText(types: readonly FoundType[]): readonly string[] {
  const pages = types.flatMap(({ group }) => group.pages);
  if (!pages.some(({ facts }) => String(facts.frontMatter?.data.status).toLowerCase() === 'draft')) return [];
  return [
    '# A draft is told what it lacks, and blocks nobody.',
    'by-status:',
    '  draft:',
    '    "structure/*": info',
    '    front-matter/missing-field: info',
    '    links/broken-page: warning',
    '    links/broken-anchor: warning',
    '',
  ];
}

/** Rules that would speak of what is the way of this wiki, page by page. */
function rulesText(types: readonly FoundType[]): readonly string[] {
  const silent = types.some(
    ({ group: { files, pages } }) => files.length > 0 && pages.some(typeOf) && !pages.every(typeOf),
  );
  const off = [
    ...(silent ? ['  structure/untyped-page: off     # folders say what a page is'] : []),
    ...(types.some(namedOtherwise)
      ? ['  front-matter/date-in-name: off  # names have another date than pages']
      : []),
  ];
  return off.length > 0 ? ['rules:', ...off, ''] : [];
}

/** True where so many file names have another date than their page that it can't be a slip. */
function namedOtherwise({ group: { name, pages } }: FoundType): boolean {
  const others = pages.filter(({ path, facts }) => otherDateInName(path, name, facts.frontMatter?.data.date));
  return others.length >= ENOUGH && others.length * 5 > pages.length;
}
