import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { decompress as decompressZstd } from 'fzstd';
import { parquetHeader, readColumn } from 'hyparquet/src/column.js';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { parquetMetadata, parquetSchema } from 'hyparquet/src/metadata.js';
import { getTreePath, isFlatColumn } from 'hyparquet/src/schema.js';
import { snappyUncompress } from 'hyparquet/src/snappy.js';
import type {
  ColumnMetaData,
  Compressors,
  DecodedArray,
  SchemaElement,
  SchemaTree,
} from 'hyparquet/src/types.js';

/** What a text table may have at most is about as much. */
const MOST_CELLS = 300_000;
/** No page of so few cells has more; a broken file may say anything. */
const MOST_PAGE_BYTES = 32_000_000;

export interface ParquetColumn {
  readonly name: string;
  /** The values as a CSV would print them, a blank for none. */
  readonly texts: readonly string[];
}

/**
 * The columns of a Parquet file that hold one value a row; nested ones are left out. Throws with the reason where it can't be
 * read. A broken file can keep it busy for minutes: see `read-parquet.ts`.
 */
export function parquetColumns(bytes: Uint8Array): readonly ParquetColumn[] {
  const metadata = parquetMetadata(bytes);
  const rows = Number(metadata.num_rows);
  const columns = flatColumns(parquetSchema(metadata));
  if (!(rows >= 0) || rows !== metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0))
    throw new Error('it does not say how many rows it has');
  if (rows * Math.max(columns.length, 1) > MOST_CELLS)
    throw new Error(
      `${rows} rows of ${columns.length} columns; tables with more than ${MOST_CELLS} cells are not read`,
    );
  return columns.map(path => {
    const { name } = path.at(-1)!.element;
    const texts = metadata.row_groups.flatMap(group => {
      const chunk = group.columns.find(
        ({ meta_data }) => meta_data?.path_in_schema.length === 1 && meta_data.path_in_schema[0] === name,
      )?.meta_data;
      if (!chunk) throw new Error(`the column "${name}" is missing`);
      return readChunk(bytes, chunk, path, Number(group.num_rows));
    });
    return { name, texts };
  });
}

const flatColumns = (schema: SchemaTree): readonly SchemaTree[][] =>
  schema.children
    .map(({ path }) => getTreePath(schema, path))
    .filter(path => path.at(-1)!.children.length === 0 && isFlatColumn(path));

/** The values of one column in a stretch of rows, as text. */
function readChunk(
  bytes: Uint8Array,
  chunk: ColumnMetaData,
  schemaPath: SchemaTree[],
  rows: number,
): readonly string[] {
  const start = Number(chunk.dictionary_page_offset || chunk.data_page_offset);
  const end = start + Number(chunk.total_compressed_size);
  if (!(start >= 0 && end <= bytes.byteLength && start <= end)) throw new Error('it has been cut off');
  const view = new DataView(bytes.buffer, bytes.byteOffset + start, end - start);
  checkPages(view, rows);
  const { element } = schemaPath.at(-1)!;
  const { data } = readColumn(
    { view, offset: 0 },
    { groupStart: 0, groupRows: rows, selectStart: 0, selectEnd: rows },
    {
      ...chunk,
      pathInSchema: chunk.path_in_schema,
      element,
      schemaPath,
      compressors: COMPRESSORS,
      parsers: DEFAULT_PARSERS,
    },
  );
  const texts = data.flatMap(values => textsOf(values, element));
  if (texts.length < rows) throw new Error('it has fewer values than rows');
  return texts.slice(0, rows);
}

/** Pages say how much they hold before it is read, and what is wrong there would be waited for. */
function checkPages(view: DataView<ArrayBufferLike>, rows: number): void {
  for (const reader = { view, offset: 0 }; reader.offset < view.byteLength - 1; ) {
    const page = parquetHeader(reader);
    const { num_values = 0 } =
      page.data_page_header ?? page.data_page_header_v2 ?? page.dictionary_page_header ?? {};
    const { compressed_page_size, uncompressed_page_size } = page;
    const isSound =
      num_values >= 0 &&
      num_values <= rows &&
      compressed_page_size >= 0 &&
      reader.offset + compressed_page_size <= view.byteLength &&
      uncompressed_page_size >= 0 &&
      uncompressed_page_size <= MOST_PAGE_BYTES;
    if (!isSound) throw new Error('a page of it is broken');
    reader.offset += compressed_page_size;
  }
}

const COMPRESSORS: Compressors = {
  SNAPPY: (input, length) => {
    const output = new Uint8Array(length);
    snappyUncompress(input, output);
    return output;
  },
  GZIP: (input, length) => gunzipSync(input, { maxOutputLength: Math.max(length, 1) }),
  BROTLI: (input, length) => brotliDecompressSync(input, { maxOutputLength: Math.max(length, 1) }),
  ZSTD: (input, length) => decompressZstd(input, new Uint8Array(length)),
};

const textsOf = (values: DecodedArray, element: SchemaElement): string[] =>
  Array.from(values as ArrayLike<unknown>, value => textOf(value, element));

/** A value as a CSV would print it. */
function textOf(value: unknown, { type, converted_type, scale }: SchemaElement): string {
  if (typeof value === 'number') {
    if (converted_type === 'DECIMAL') return value.toFixed(scale ?? 0);
    return type === 'FLOAT' ? shortestFloat(value) : String(value);
  }
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    return value.toISOString().replace(/T00:00:00\.000Z$/, '');
  }
  return typeof value === 'string' || typeof value === 'bigint' || typeof value === 'boolean'
    ? String(value)
    : '';
}

/** The fewest digits that are this number of 32 bits: 34.46, not 34.459999084472656. */
function shortestFloat(value: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(value);
}
