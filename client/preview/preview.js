/*
 * What the preview's style sheet can't do: sorting the tables that stand in a page, and hiding a note by Escape. VS Code runs
 * this in its Markdown preview, which it changes in place while the author types, and loads anew when our data change.
 */
(() => {
  const TABLE = '.research-wiki-table table';
  /** By page and table: what it is sorted by, `{ column, descending }`. Kept when the preview is loaded anew. */
  const STORED = 'research-wiki-sorted';
  const words = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  let sorted = readStored();

  function readStored() {
    try {
      return JSON.parse(sessionStorage.getItem(STORED) ?? '{}');
    } catch {
      return {};
    }
  }

  function store() {
    try {
      sessionStorage.setItem(STORED, JSON.stringify(sorted));
    } catch {
      // Without a store the order lasts as long as the preview.
    }
  }

  /** A preview that follows the editor shows one page after another. */
  function keyOf(table) {
    const settings = document.getElementById('vscode-markdown-preview-data')?.dataset.settings;
    const page = settings ? JSON.parse(settings).source : '';
    return `${page} ${table.dataset.table}`;
  }

  /** Numbers by value, before text, before what is empty; text by its words. */
  function compareCells(a, b, descending) {
    const texts = [a, b].map(cell => cell.firstChild?.nodeValue ?? '');
    const ranks = [a, b].map((cell, index) => ('value' in cell.dataset ? 0 : texts[index] === '' ? 2 : 1));
    if (ranks[0] !== ranks[1]) return ranks[0] - ranks[1];
    const order =
      ranks[0] === 0 ? Number(a.dataset.value) - Number(b.dataset.value) : words.compare(...texts);
    return descending ? -order : order;
  }

  /** Puts rows in the order that was asked for, or back as they stand in the file. */
  function arrange(table) {
    const by = sorted[keyOf(table)];
    for (const head of table.tHead.rows[0].cells) {
      if (by?.column === head.cellIndex)
        head.setAttribute('aria-sort', by.descending ? 'descending' : 'ascending');
      else head.removeAttribute('aria-sort');
    }
    const [body] = table.tBodies;
    const before = [...body.rows];
    const after = before.toSorted(
      (a, b) =>
        (by && a.cells[by.column] && b.cells[by.column]
          ? compareCells(a.cells[by.column], b.cells[by.column], by.descending)
          : 0) || a.dataset.order - b.dataset.order,
    );
    if (after.some((row, index) => row !== before[index])) body.append(...after);
  }

  function arrangeAll() {
    for (const table of document.querySelectorAll(TABLE)) arrange(table);
  }

  /** Upwards, downwards, and back to the order of the file. */
  function nextSort(by, column) {
    if (by?.column !== column) return { column, descending: false };
    return by.descending ? undefined : { column, descending: true };
  }

  document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest('.research-wiki-sort') : null;
    const table = button?.closest(TABLE);
    if (!table) return;
    const key = keyOf(table);
    const { [key]: by, ...others } = sorted;
    const next = nextSort(by, button.closest('th').cellIndex);
    sorted = next ? { ...others, [key]: next } : others;
    store();
    arrange(table);
  });
  // VS Code takes a double click for a wish to edit the source.
  document.addEventListener(
    'dblclick',
    event => {
      if (event.target instanceof Element && event.target.closest('.research-wiki-sort'))
        event.stopPropagation();
    },
    true,
  );

  const quiet = wanted => document.documentElement.classList.toggle('research-wiki-quiet', wanted);
  document.addEventListener('keydown', event => event.key === 'Escape' && quiet(true));
  document.addEventListener('focusin', () => quiet(false));
  document.addEventListener('pointerover', () => quiet(false));

  window.addEventListener('vscode.markdown.updateContent', arrangeAll);
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', arrangeAll);
  else arrangeAll();
})();
