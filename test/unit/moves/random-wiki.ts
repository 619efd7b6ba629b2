import fc from 'fast-check';
import { relativePath } from '../../../server/src/wiki/path.ts';

/** Names that trip up whoever writes links: spaces, brackets, `#`, `%`, two forms of one letter, emoji, trailing dots. */
const names = [
  'plain.md',
  'two words.md',
  'par(en).md',
  '[sic].md',
  'a#b.md',
  '50%.md',
  '%41.md',
  'dots...md',
  'caf\u00e9.md',
  'cafe\u0301.md',
  '🦊.md',
  'index.md',
  'README.md',
  "it's.md",
  'R&amp;D.md',
  'x:y.md',
  '_under_.md',
  'what?.md',
  'Plain.md',
  'b`t|p.md',
  'table.csv',
  'a picture.png',
];
const folders = ['', 'x', 'x/y', 'z z', 'concepts', 'concepts/d(e)'];

const inFolder = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`);

export const anyPath = fc
  .tuple(fc.constantFrom(...folders), fc.constantFrom(...names))
  .map(([folder, name]) => inFolder(folder, name));

export const anyFolder = fc.constantFrom(...folders.slice(1));

/** One thing in a page that leads to another file. */
export interface Mention {
  readonly target: string;
  readonly as: 'inline' | 'angle' | 'encoded' | 'definition' | 'image' | 'html' | 'field' | 'prose' | 'table';
  readonly start: '' | './' | '/';
  readonly form: 'exact' | 'bare' | 'folder';
  readonly fragment: string;
}

export const anyMention: fc.Arbitrary<Mention> = fc.record({
  target: fc.oneof({ arbitrary: anyPath, weight: 9 }, { arbitrary: anyFolder, weight: 1 }),
  as: fc.constantFrom(
    'inline',
    'inline',
    'angle',
    'encoded',
    'definition',
    'image',
    'html',
    'field',
    'prose',
    'table',
  ),
  start: fc.constantFrom('', '', './', '/'),
  form: fc.constantFrom('exact', 'exact', 'bare', 'folder'),
  fragment: fc.constantFrom('', '', '#part', '#sft/total'),
});

/** A page at `path` with these mentions. Written by other means than those that are under test. */
export function pageText(path: string, title: string, mentions: readonly Mention[]): string {
  const of = (...kinds: Mention['as'][]) => mentions.filter(({ as }) => kinds.includes(as));
  const fields = of('field').map(({ target, form }) =>
    JSON.stringify(form === 'bare' ? stemOf(target) : target),
  );
  const tables = of('table').map(mention => JSON.stringify(relative(path, mention)));
  const lines = mentions.map((mention, index) => lineFor(path, mention, index));
  const definitions = of('definition').map(mention => {
    const index = mentions.indexOf(mention);
    return `[d${index}]: ${url(relative(path, mention))}${mention.fragment} "title"`;
  });
  return [
    '---',
    'type: note',
    ...(title === '' ? [] : [`title: ${title}`]),
    `about: [${fields.join(', ')}]`,
    `tables: [${tables.join(', ')}]`,
    '---',
    '',
    '## Part',
    '',
    ...lines,
    '',
    ...definitions,
    '',
  ].join('\n');
}

const stemOf = (path: string) => path.slice(path.lastIndexOf('/') + 1).replace(/\.md$/, '');

function lineFor(path: string, mention: Mention, index: number): string {
  const written = relative(path, mention);
  const { fragment } = mention;
  switch (mention.as) {
    case 'inline':
      return `- See [*it*](${url(written)}${fragment}) there.`;
    case 'angle':
      return `- See [it](<${written.replace(/[%#?<>\\&`|]/g, encodeURIComponent)}${fragment}> "title") there.`;
    case 'encoded':
      return `- See [it](${written
        .split('/')
        .map(encodeURIComponent)
        .join('/')
        .replace(/[()]/g, c => (c === '(' ? '%28' : '%29'))}${fragment}).`;
    case 'definition':
      return `- See [it][d${index}].`;
    case 'image':
      return `- ![it](${url(written)})`;
    case 'html':
      return `- <a href='${url(written).replaceAll("'", '%27')}${fragment}'>it</a>`;
    case 'prose':
      return `- As ${mention.target.replace(/\.md$/, '')} has it.`;
    default:
      return '- Nothing here.';
  }
}

function relative(path: string, { target, start, form }: Mention): string {
  const shaped =
    form === 'bare'
      ? target.replace(/\.md$/, '')
      : form === 'folder'
        ? target.replace(/\/?(?:index|README)\.md$/, '')
        : target;
  if (start === '/') return `/${shaped}`;
  const folder = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const way = relativePath(folder, shaped) || '.';
  return (start === './' || /^[a-z]+:/.test(way)) && !way.startsWith('.') ? `./${way}` : way;
}

const url = (path: string) =>
  path.replace(/[ %#?()[\]&`|]/g, char => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
