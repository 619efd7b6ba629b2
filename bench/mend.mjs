/*
 * Plants breakages of every kind in a copy of a wiki, one at a time, and counts how many are found and how often a fix
 * leads back to what was there. `node bench/mend.mjs WIKI [CONFIG] [MOST]`: at most MOST plantings of a kind.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fixesOf } from '../server/src/features/fixes.ts';
import { checkPath } from '../server/src/host/check-wiki.ts';
import { GitRenames } from '../server/src/host/git-renames.ts';
import { loadMarkdownParser } from '../server/src/host/markdown-parser.ts';
import { WikiHost } from '../server/src/host/wiki-host.ts';
import { allRules } from '../server/src/rules/all.ts';
import { applyEdits } from '../server/src/text/edit.ts';
import { targetsOf } from '../server/src/wiki/targets.ts';

const [wikiFolder, config, most = '60'] = process.argv.slice(2);
const overrides = [
  [
    { pattern: 'links/*', severity: 'error' },
    { pattern: 'sources/*', severity: 'error' },
  ],
];
const parser = await loadMarkdownParser();

/** A number generator that gives the same breakages every time. */
let seed = 20260101;
const random = below => {
  seed = (seed * 48271) % 2147483647;
  return seed % below;
};
const pick = list => list[random(list.length)];

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
function typo(text) {
  for (;;) {
    const at = 1 + random(Math.max(1, text.length - 1));
    const kinds = [
      text.slice(0, at) + text.slice(at + 1),
      text.slice(0, at) + pick(LETTERS) + text.slice(at),
      text.slice(0, at) + pick(LETTERS) + text.slice(at + 1),
      text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
    ];
    const changed = pick(kinds);
    if (changed !== text && !/^-|-$|--/.test(changed)) return changed;
  }
}
const typos = (text, number) => {
  let changed = text;
  for (let index = 0; index < number; index++) changed = typo(changed);
  return changed === text ? typo(text) : changed;
};

function openWiki(root, git) {
  const renames = git ? new GitRenames(root) : undefined;
  const host = new WikiHost(root, {
    parser,
    ...(renames ? { renames } : {}),
    ...(config && config !== '-' ? { schemaFile: resolve(config) } : {}),
  });
  for (const _ of host.load());
  return { host, renames };
}

const check = (host, path) =>
  checkPath(host, path, { rules: allRules, overrides, scope: 'wiki' }).diagnostics;
const fixes = (host, diagnostic) => fixesOf(host.wiki, allRules, diagnostic, host.schemaFile);

/** Every link of a page to another page, with the text around it. */
function linksOf(host) {
  return [...host.wiki.pages.values()].flatMap(page =>
    targetsOf(host.wiki, page).flatMap(({ link, target }) =>
      link.kind === 'inline' && target.kind === 'page' && target.page !== page
        ? [{ page, link, target: target.page }]
        : [],
    ),
  );
}

const sample = list => {
  const left = [...list];
  const chosen = [];
  while (left.length > 0 && chosen.length < Number(most)) chosen.push(left.splice(random(left.length), 1)[0]);
  return chosen;
};

const table = [];
function count(kind) {
  const row = { kind, planted: 0, found: 0, preferred: 0, offered: 0 };
  table.push(row);
  return row;
}

/** Where the links of a text lead, as `path#fragment`, in order. */
function leads(host, path) {
  return targetsOf(host.wiki, host.wiki.pages.get(path)).map(({ target, destination }) =>
    target.kind === 'page' ? `${target.page.path}#${destination.fragment ?? ''}` : target.kind,
  );
}

/** Plants a new text for a page in the editor, judges what is found there, and takes it back. */
function plant(host, row, page, changed, rules, isRight) {
  host.setOpen(page.path, changed);
  row.planted++;
  const found = check(host, page.path).filter(({ rule }) => rules.includes(rule));
  if (found.length > 0) {
    row.found++;
    const offered = found
      .flatMap(diagnostic => fixes(host, diagnostic))
      .filter(({ edits }) => !edits.some(edit => 'create' in edit));
    const right = fix => {
      const own = fix.edits.filter(edit => edit.path === page.path);
      if (own.length === 0) return isRight(fix);
      host.setOpen(page.path, applyEdits(changed, own));
      const good = isRight(fix);
      host.setOpen(page.path, changed);
      return good;
    };
    const preferred = offered.find(fix => fix.preferred);
    if (preferred && right(preferred)) row.preferred++;
    else if (process.env.SHOW)
      console.log(
        row.kind,
        page.path,
        found[0].message,
        offered.map(({ title, preferred: p }) => `${p ? '*' : ''}${title}`),
      );
    if (offered.some(right)) row.offered++;
  } else if (process.env.SHOW) console.log('not found:', row.kind, page.path);
  host.setClosed(page.path);
}

const textOf = (host, path) => host.wiki.sources.textOf(path);
const replace = (text, { start, end }, by) => text.slice(0, start) + by + text.slice(end);

function pathKinds(host) {
  const links = sample(linksOf(host));
  const kinds = {
    'typo of one character in a file name': name => typos(name, 1),
    'typos of two characters in a file name': name => typos(name, 2),
  };
  for (const [kind, change] of Object.entries(kinds)) {
    const row = count(kind);
    for (const { page, link } of links) {
      const before = leads(host, page.path);
      const changed = link.destination.replace(/([^/]+)\.md/, (_, name) => `${change(name)}.md`);
      plant(
        host,
        row,
        page,
        replace(textOf(host, page.path), link.destinationSpan, changed),
        ['links/broken-page'],
        () => String(leads(host, page.path)) === String(before),
      );
    }
  }
  const others = {
    'wrong folder': destination =>
      destination.replace(
        /(\w+)\/([^/]+)$/,
        (_, folder, name) => `${folder === 'concepts' ? 'findings' : 'concepts'}/${name}`,
      ),
    'typo in a folder': destination =>
      destination.replace(/(\w+)\/([^/]+)$/, (_, folder, name) => `${typo(folder)}/${name}`),
    'a ../ too few': destination => destination.replace('../', ''),
    'a ../ too many': destination => `../${destination}`,
    'wrong case': destination =>
      destination.replace(/([^/]+)$/, name => name.charAt(0).toUpperCase() + name.slice(1)),
  };
  for (const [kind, change] of Object.entries(others)) {
    const row = count(kind);
    for (const { page, link } of links) {
      const before = leads(host, page.path);
      const changed = change(link.destination);
      if (changed === link.destination) continue;
      plant(
        host,
        row,
        page,
        replace(textOf(host, page.path), link.destinationSpan, changed),
        ['links/broken-page', 'links/wrong-case', 'links/outside-wiki'],
        () => String(leads(host, page.path)) === String(before),
      );
    }
  }
  for (const [kind, written] of [
    ['wikilink by title', target => `[[${target.title}]]`],
    ['wikilink by file name', target => `[[${target.path.replace(/^.*\/|\.md$/g, '')}]]`],
    ['bare path', target => target.path.replace(/^wiki\/|\.md$/g, '')],
  ]) {
    const row = count(kind);
    for (const { page, link, target } of links) {
      if (kind === 'wikilink by title' && /[[\]|#]/.test(target.title)) continue;
      const before = leads(host, page.path).map(lead => lead.replace(/#.*/, ''));
      const text = replace(textOf(host, page.path), link.span, written(target));
      plant(
        host,
        row,
        page,
        text,
        ['links/wikilink', 'links/bare-path'],
        () => String(leads(host, page.path).map(lead => lead.replace(/#.*/, ''))) === String(before),
      );
    }
  }
}

const REWORDS = {
  'heading lost a word': words => (words.length > 1 ? words.toSpliced(random(words.length), 1) : undefined),
  'heading gained a word': words =>
    words.toSpliced(random(words.length + 1), 0, pick(['detailed', 'further', 'open'])),
  'one word of the heading replaced': words =>
    words.length > 2 ? words.toSpliced(random(words.length), 1, 'other') : undefined,
  'heading got a number': words => ['2', ...words],
};

function anchorKinds(host) {
  const links = sample(
    linksOf(host).flatMap(({ page, link, target }) => {
      const headings = target.facts.headings.filter(({ slug }) => slug !== '');
      return headings.length > 0 && !link.fragmentSpan
        ? [{ page, link, target, heading: pick(headings) }]
        : [];
    }),
  );
  for (const number of [1, 2]) {
    const row = count(`typo of ${number === 1 ? 'one character' : 'two characters'} in an anchor`);
    for (const { page, link, target, heading } of links) {
      const wrong = typos(heading.slug, number);
      if (target.facts.headings.some(({ slug }) => slug === wrong)) continue;
      const text = replace(textOf(host, page.path), link.destinationSpan, `${link.destination}#${wrong}`);
      plant(host, row, page, text, ['links/broken-anchor'], () =>
        leads(host, page.path).includes(`${target.path}#${heading.slug}`),
      );
    }
  }
  for (const [kind, reword] of Object.entries(REWORDS)) {
    const row = count(kind);
    for (const { page, link, target, heading } of links) {
      const words = reword(heading.text.split(' '));
      if (!words) continue;
      const index = target.facts.headings.indexOf(heading);
      host.setOpen(target.path, replace(textOf(host, target.path), heading.textSpan, words.join(' ')));
      const now = host.wiki.pages.get(target.path).facts.headings[index].slug;
      if (now !== heading.slug) {
        const text = replace(
          textOf(host, page.path),
          link.destinationSpan,
          `${link.destination}#${heading.slug}`,
        );
        plant(host, row, page, text, ['links/broken-anchor'], () =>
          leads(host, page.path).includes(`${target.path}#${now}`),
        );
      }
      host.setClosed(target.path);
    }
  }
}

/** Files that go elsewhere, on the disk; every link to one is a breakage. */
async function moveKinds(root, git) {
  const { host, renames } = openWiki(root, git);
  const run = (...command) =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...command], {
      cwd: root,
      stdio: 'ignore',
    });
  const words = path => path.replace(/^.*\/|\.md$/g, '').split('-');
  const moves = {
    'page moved to another folder': path => `archive/${path.replace(/^.*\//, '')}`,
    'page renamed, a word less': path => `${dirname(path)}/${words(path).slice(0, -1).join('-')}.md`,
    'page renamed, a word more': path => `${dirname(path)}/${[...words(path), 'revisited'].join('-')}.md`,
    'page renamed altogether': path => `${dirname(path)}/${/\d{4}/.exec(path)?.[0] ?? 'x'}-something-else.md`,
    'page deleted': () => undefined,
  };
  for (const [kind, to] of Object.entries(moves)) {
    const row = count(`${kind}${git ? ', in Git' : ''}`);
    const targets = [...new Set(linksOf(host).map(({ target }) => target.path))].filter(
      path => words(path).length > 2,
    );
    for (const path of sample(targets)) {
      const there = to(path);
      const text = readFileSync(join(root, path), 'utf8');
      const linkers = linksOf(host).filter(({ target, page }) => target.path === path && page.path !== path);
      if (there) {
        mkdirSync(join(root, dirname(there)), { recursive: true });
        renameSync(join(root, path), join(root, there));
      } else rmSync(join(root, path));
      if (git) run('add', '-A');
      host.filesChanged(there ? [path, there] : [path]);
      for (const { page } of linkers) check(host, page.path);
      await renames?.whenKnown();
      for (const { page, link } of linkers) {
        row.planted++;
        const diagnostic = check(host, page.path).find(
          ({ rule, span }) => rule === 'links/broken-page' && span.start === link.destinationSpan.start,
        );
        if (!diagnostic) continue;
        row.found++;
        const offered = fixes(host, diagnostic).filter(({ edits }) => !edits.some(edit => 'create' in edit));
        const right = fix => there !== undefined && fix.title.includes(`"${there}"`);
        const preferred = offered.find(fix => fix.preferred);
        if (there === undefined ? !preferred : preferred && right(preferred)) row.preferred++;
        else if (process.env.SHOW)
          console.log(
            row.kind,
            path,
            '->',
            there,
            `[${link.text}]`,
            offered.map(({ title, preferred: p }) => `${p ? '*' : ''}${title}`),
          );
        if (there === undefined ? !preferred : offered.some(right)) row.offered++;
      }
      if (there) rmSync(join(root, there));
      writeFileSync(join(root, path), text);
      if (git) run('add', '-A');
      host.filesChanged(there ? [path, there] : [path]);
    }
  }
}

function listingKinds(host) {
  const row = count('listing removed');
  for (const { page, link, target } of linksOf(host)) {
    const relation = check(host, page.path).some(({ rule }) => rule === 'links/not-listed-back');
    if (relation || target.typeName !== 'concept' || page.typeName !== 'finding') continue;
    if (host.wiki.pages.get(page.path).facts.sections[link.section]?.heading.text !== 'Concepts') continue;
    const text = textOf(host, target.path);
    const back = targetsOf(host.wiki, target).find(
      other => other.link.item && other.target.kind === 'page' && other.target.page.path === page.path,
    );
    if (!back) continue;
    const { span } = back.link.item;
    const changed = replace(text, { start: span.start, end: text.indexOf('\n', span.end) + 1 }, '');
    host.setOpen(target.path, changed);
    row.planted++;
    const found = check(host, page.path).find(
      ({ rule, data }) => rule === 'links/not-listed-back' && data.path === target.path,
    );
    if (found) {
      row.found++;
      const [fix] = fixes(host, found);
      host.setOpen(target.path, applyEdits(changed, fix?.edits ?? []));
      const listed = host.wiki.pages.get(target.path).facts.links.filter(({ item }) => item).length;
      const before = target.facts.links.filter(({ item }) => item).length;
      const good = leads(host, target.path).includes(`${page.path}#`) && listed >= before - 1;
      if (good) {
        row.preferred++;
        row.offered++;
      }
    }
    host.setClosed(target.path);
  }
}

function sourceKinds(host) {
  const byUrl = new Map(
    [...host.wiki.pages.values()]
      .filter(({ typeName }) => typeName === 'source')
      .map(page => [page.facts.frontMatter?.data.url, page]),
  );
  const mismatch = count('a slip in the URL of the source');
  for (const page of host.wiki.pages.values()) {
    const field = page.facts.frontMatter?.fields.find(({ key }) => key === 'source');
    if (!field || !byUrl.has(field.value.value)) continue;
    const wrong = field.value.value.replace(/(\w{4,})(?!.*\w{4})/, word => typo(word));
    if (wrong === field.value.value) continue;
    plant(
      host,
      mismatch,
      page,
      replace(textOf(host, page.path), field.value.span, wrong),
      ['sources/url-mismatch'],
      () => host.wiki.pages.get(page.path).facts.frontMatter.data.source === field.value.value,
    );
  }
  const direct = count('web address instead of the source page');
  for (const { page, link, target } of linksOf(host)) {
    const url = target.facts.frontMatter?.data.url;
    const twice =
      linksOf(host).filter(other => other.page.path === page.path && other.target.path === target.path)
        .length > 1;
    if (target.typeName !== 'source' || typeof url !== 'string' || twice) continue;
    const before = leads(host, page.path);
    plant(
      host,
      direct,
      page,
      replace(textOf(host, page.path), link.destinationSpan, url),
      ['sources/not-linked'],
      () => String(leads(host, page.path)) === String(before),
    );
  }
}

const copy = () => {
  const root = mkdtempSync(join(tmpdir(), 'research-wiki-mend-'));
  cpSync(wikiFolder, root, { recursive: true });
  return root;
};

const root = copy();
const gitRoot = copy();
try {
  const { host } = openWiki(root, false);
  pathKinds(host);
  anchorKinds(host);
  listingKinds(host);
  sourceKinds(host);
  await moveKinds(root, false);
  execFileSync('git', ['init', '-q'], { cwd: gitRoot });
  execFileSync('git', ['add', '-A'], { cwd: gitRoot });
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', 'commit', '-qm', 'wiki'], {
    cwd: gitRoot,
  });
  await moveKinds(gitRoot, true);
} finally {
  for (const folder of [root, gitRoot]) rmSync(folder, { recursive: true, force: true });
}
console.table(table);
const sum = key => table.reduce((total, row) => total + row[key], 0);
console.log(`planted ${sum('planted')}, found ${sum('found')}`);
