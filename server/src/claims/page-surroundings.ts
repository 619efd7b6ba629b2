import type { ProseBlock } from '../markdown/prose.ts';
import { derivedId } from '../tables/derived.ts';
import { gfmTable } from '../tables/gfm.ts';
import type { Table } from '../tables/table.ts';
import { BlockLinks } from './block-links.ts';
import type { ClaimsInput, ReachableTable } from './claim.ts';
import type { Surroundings } from './context.ts';
import { SplitText } from './reading.ts';
import { ScopeFinder } from './scope.ts';
import { ScopedTable, tableTitle } from './scoped.ts';
import { canonical } from './words.ts';

const CAPTION = 0.35;
const TITLE = 0.25;
const TABLE_TITLE = 0.2;
/** The heading of a block's own section, and of those around it. */
const HEADING = 0.4;
const OUTER_HEADING = 0.25;

/** What a page has around its sentences: tables in scope and words that may name their rows. All of it worked out when asked for. */
export class PageSurroundings {
  private readonly input: ClaimsInput;
  readonly links: BlockLinks;
  private readonly caption: string;
  private scopes: ScopeFinder | undefined;
  private own: ReadonlyMap<Table, number> | undefined;
  private subjectWords: ReadonlySet<string> | undefined;
  private readonly scoped = new Map<Table, readonly ScopedTable[]>();
  private readonly texts = new Map<string, SplitText>();

  constructor(input: ClaimsInput) {
    this.input = input;
    this.links = new BlockLinks(input.facts);
    const caption = input.facts.frontMatter?.data.caption;
    this.caption = typeof caption === 'string' ? caption : '';
  }

  /** Words of the page's title and caption. */
  subject(): ReadonlySet<string> {
    this.subjectWords ??= new Set(
      [...this.split(this.input.title).words, ...this.split(this.caption).words].flatMap(({ norm }) => [
        norm,
        canonical(norm),
      ]),
    );
    return this.subjectWords;
  }

  /** The tables that a block's numbers may speak of. */
  tablesFor(block: ProseBlock): ScopedTable[] {
    const ownSections = this.ownSections();
    this.scopes ??= new ScopeFinder(
      this.input,
      [...ownSections.keys()].map(table => ({ path: this.input.path, table })),
      this.links,
    );
    return this.scopes
      .of(block)
      .flatMap((level, index) =>
        level
          .filter(({ table }) => table.rows.length > 0)
          .map(table => this.scopedOnce(table, index, this.isClose(table, block))),
      );
  }

  /** All that the verdicts on a block without bindings depend on; the tables are those of `tablesFor`. */
  keyOf(block: ProseBlock, tables: readonly ScopedTable[]): string {
    const { text, facts, title } = this.input;
    const source = text.slice(block.span.start, block.span.end);
    const headings: string[] = [];
    for (let at = block.section; at >= 0; at = facts.sections[at]!.parent)
      headings.push(facts.sections[at]!.heading.text);
    return [
      block.kind,
      source,
      // What brackets mean depends on definitions elsewhere.
      source.includes('[') ? block.text : '',
      // Whether a link's text is the name of its page, too.
      ...this.links.of(block).flatMap(({ kind, destination }) => (kind === 'reference' ? [destination] : [])),
      title,
      this.caption,
      ...headings,
      ...tables.map(
        ({ path, table, level, close }) =>
          `${derivedId(table)} ${level} ${close} ${path} ${table.title ?? ''}`,
      ),
    ].join('\0');
  }

  private scopedOnce(reachable: ReachableTable, level: number, close: boolean): ScopedTable {
    const known = this.scoped.get(reachable.table) ?? [];
    let found = known.find(other => other.level === level && other.close === close);
    if (!found) {
      found = new ScopedTable(reachable, level, close, `${this.input.title} ${this.caption}`);
      this.scoped.set(reachable.table, [...known, found]);
    }
    return found;
  }

  /** What stands around a sentence and may name its rows and columns: the table's own title, the caption, the headings above, the page's title. */
  around(block: ProseBlock): (table: ScopedTable) => readonly Surroundings[] {
    let common: readonly Surroundings[] | undefined;
    return ({ path, table }) => {
      common ??= this.common(block);
      if (table.title === undefined) return common;
      return [...common, { text: this.split(tableTitle(path, table)), weight: TABLE_TITLE }];
    };
  }

  private common(block: ProseBlock): readonly Surroundings[] {
    const { sections } = this.input.facts;
    const headings: Surroundings[] = [];
    let weight = HEADING;
    for (let at = block.section; at >= 0; at = sections[at]!.parent) {
      headings.push({ text: this.split(sections[at]!.heading.text), weight });
      weight = OUTER_HEADING;
    }
    return [
      ...headings,
      { text: this.split(this.caption), weight: CAPTION },
      { text: this.split(this.input.title), weight: TITLE },
    ];
  }

  private split(text: string): SplitText {
    let split = this.texts.get(text);
    if (!split) this.texts.set(text, (split = new SplitText(text)));
    return split;
  }

  /** The page's own tables with the sections that they stand in. */
  private ownSections(): ReadonlyMap<Table, number> {
    const { prose, facts } = this.input;
    this.own ??= new Map(prose.tables.map(table => [gfmTable(table, facts.lineStarts), table.section]));
    return this.own;
  }

  /** The page's own tables speak for the sections that they stand in, and for those within and around. */
  private isClose({ path, table }: ReachableTable, block: ProseBlock): boolean {
    if (table.format !== 'gfm' || path !== this.input.path) return true;
    const section = this.ownSections().get(table) ?? -1;
    return this.isWithin(block.section, section) || this.isWithin(section, block.section);
  }

  /** True when `inner` is `outer` or lies in it; the title's section, which holds everything, counts only for itself. */
  private isWithin(inner: number, outer: number): boolean {
    const { sections } = this.input.facts;
    for (let at = inner; at >= 0; at = sections[at]!.parent) {
      if (at === outer) return at === inner || sections[at]!.heading.depth > 1;
    }
    return inner === outer;
  }
}
