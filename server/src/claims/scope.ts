import type { Link } from '../markdown/facts.ts';
import type { ProseBlock } from '../markdown/prose.ts';
import type { BlockLinks } from './block-links.ts';
import type { ClaimsInput, ReachableTable } from './claim.ts';

/** The tables that a block's numbers may speak of, nearest level first; every table stands once, at its nearest. */
export type Scope = readonly (readonly ReachableTable[])[];

/** What the levels are, for explanations. */
export const LEVELS = [
  'linked here',
  'linked in this section',
  'named in the front matter',
  'in this page',
  'in a cited source',
] as const;

/** What a link of the page brings into scope. */
interface Brought {
  readonly tables: readonly ReachableTable[];
  readonly sources: readonly ReachableTable[];
}

const NOTHING: Brought = { tables: [], sources: [] };

/** Works out scopes block by block; the parts that all blocks share are found once. */
export class ScopeFinder {
  private readonly input: ClaimsInput;
  private readonly ownTables: readonly ReachableTable[];
  private readonly links: BlockLinks;
  private readonly brought = new Map<Link, Brought>();
  private readonly sections = new Map<number, Brought>();
  /** The scope of every block that brings nothing itself, by its section. */
  private readonly plain = new Map<number, Scope>();
  private byItem: Map<number, ProseBlock[]> | undefined;

  constructor(input: ClaimsInput, ownTables: readonly ReachableTable[], links: BlockLinks) {
    this.input = input;
    this.links = links;
    this.ownTables = ownTables;
  }

  of(block: ProseBlock): Scope {
    const near = this.near(block);
    if (near === NOTHING) {
      let scope = this.plain.get(block.section);
      if (!scope) this.plain.set(block.section, (scope = this.levels(NOTHING, block.section)));
      return scope;
    }
    return this.levels(near, block.section);
  }

  private levels(near: Brought, index: number): Scope {
    const section = this.section(index);
    const levels = [
      near.tables,
      section.tables,
      this.input.pageTables,
      this.ownTables,
      [...near.sources, ...section.sources],
    ];
    const seen = new Set<unknown>();
    return levels.map(level => level.filter(({ table }) => !seen.has(table) && seen.add(table)));
  }

  /** What the block's own links bring, and those of the other blocks of its list item. */
  private near(block: ProseBlock): Brought {
    if (block.item < 0) return this.broughtBy([block]);
    return this.broughtBy(this.items().get(block.item)!);
  }

  /** Tables linked in a paragraph of their own, and tables of the sources that the section cites. */
  private section(index: number): Brought {
    let known = this.sections.get(index);
    if (!known) {
      const blocks = this.input.prose.blocks.filter(block => block.section === index);
      const linking = blocks.filter(block => this.broughtBy([block]).tables.length > 0);
      known = {
        tables: this.broughtBy(linking.filter(isLinkAlone)).tables,
        sources: this.broughtBy(blocks).sources,
      };
      this.sections.set(index, known);
    }
    return known;
  }

  private broughtBy(blocks: readonly ProseBlock[]): Brought {
    let tables: ReachableTable[] | undefined;
    let sources: ReachableTable[] | undefined;
    for (const block of blocks) {
      for (const link of this.links.of(block)) {
        const brought = this.bring(link);
        if (brought.tables.length > 0) (tables ??= []).push(...brought.tables);
        if (brought.sources.length > 0) (sources ??= []).push(...brought.sources);
      }
    }
    return tables || sources ? { tables: tables ?? [], sources: sources ?? [] } : NOTHING;
  }

  private bring(link: Link): Brought {
    let brought = this.brought.get(link);
    if (!brought) {
      const table = this.input.tableAt(link.destination);
      const sources = table ? [] : this.input.sourceTables(link.destination);
      brought = table || sources.length > 0 ? { tables: table ? [table] : [], sources } : NOTHING;
      this.brought.set(link, brought);
    }
    return brought;
  }

  /** The blocks of each list item. */
  private items(): ReadonlyMap<number, readonly ProseBlock[]> {
    if (!this.byItem) {
      this.byItem = new Map();
      for (const block of this.input.prose.blocks) {
        const others = this.byItem.get(block.item);
        if (others) others.push(block);
        else this.byItem.set(block.item, [block]);
      }
    }
    return this.byItem;
  }
}

/** A paragraph that is there for its link: `Data: [deceptionbench.csv](…)`. */
function isLinkAlone(block: ProseBlock): boolean {
  if (block.links.length === 0) return false;
  const linked = block.links.reduce((sum, { start, end }) => sum + end - start, 0);
  return block.text.trim().length - linked <= 24;
}
