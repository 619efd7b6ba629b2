import assert from 'node:assert/strict';
import { suite, test } from 'node:test';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import type { CompressionCodec, ParquetType, SchemaElement } from 'hyparquet';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { readParquet } from '../../../server/src/host/read-parquet.ts';
import { readFragment } from '../../../server/src/tables/expression.ts';
import type { Table } from '../../../server/src/tables/table.ts';

const bytesOf = (columnData: ColumnSource[], options = {}): Uint8Array =>
  new Uint8Array(parquetWriteBuffer({ columnData, ...options }));

const RECALL: ColumnSource[] = [
  { name: 'model', data: ['small probe', 'large probe', 'none'], type: 'STRING' },
  { name: 'recall', data: [52, 74.1, null], type: 'DOUBLE' },
];

/** Header and rows of a table, as text. */
const shown = ({ columns, rows }: Table): readonly string[] =>
  [columns.map(({ header }) => header), ...rows.map(row => row.map(({ text }) => text))].map(row =>
    row.join(' | '),
  );

suite('Parquet', () => {
  test('a table with its labels, numbers and blanks', () => {
    const table = readParquet(bytesOf(RECALL), { title: 'Recall', unit: '%' });
    assert.deepEqual(shown(table), ['model | recall', 'small probe | 52', 'large probe | 74.1', 'none | ']);
    assert.deepEqual(table.problems, []);
    assert.equal(table.title, 'Recall');
    assert.equal(table.columns[1]!.unit, '%');
    const value = readFragment(table, 'large-probe/recall');
    assert.deepEqual(value, { kind: 'cell', place: { row: 1, column: 1 } });
  });

  test('values as a CSV would print them; nested columns are left out', () => {
    const required = (name: string, type: ParquetType, more: Partial<SchemaElement> = {}): SchemaElement => ({
      name,
      type,
      repetition_type: 'REQUIRED',
      ...more,
    });
    const table = readParquet(
      bytesOf(
        [
          { name: 'float', data: [34.46, 1e-7] },
          { name: 'long', data: [12345678901234567n, -1n] },
          { name: 'flag', data: [true, false] },
          { name: 'day', data: [new Date('2024-06-01'), new Date('2024-06-01T12:30:00Z')] },
          { name: 'price', data: [34.5, -0.05] },
          { name: 'json', data: [{ a: 1 }, 'text'] },
          { name: 'list', data: [[1, 2], [3]] },
        ],
        {
          schema: [
            { name: 'root', num_children: 7 },
            required('float', 'FLOAT'),
            required('long', 'INT64'),
            required('flag', 'BOOLEAN'),
            required('day', 'INT64', { converted_type: 'TIMESTAMP_MILLIS' }),
            required('price', 'INT32', { converted_type: 'DECIMAL', scale: 2, precision: 9 }),
            required('json', 'BYTE_ARRAY', { converted_type: 'JSON' }),
            { name: 'list', num_children: 1, repetition_type: 'OPTIONAL', converted_type: 'LIST' },
            { name: 'list', num_children: 1, repetition_type: 'REPEATED' },
            required('element', 'INT32'),
          ],
        },
      ),
    );
    assert.deepEqual(table.problems, []);
    assert.deepEqual(shown(table), [
      'float | long | flag | day | price | json',
      '34.46 | 12345678901234567 | true | 2024-06-01 | 34.50 | ',
      '1e-7 | -1 | false | 2024-06-01T12:30:00.000Z | -0.05 | text',
    ]);
  });

  const compressions: readonly (readonly [
    CompressionCodec,
    ((bytes: Uint8Array) => Uint8Array) | undefined,
  ])[] = [
    ['UNCOMPRESSED', undefined],
    ['SNAPPY', undefined],
    ['GZIP', gzipSync],
    ['BROTLI', brotliCompressSync],
    ['ZSTD', zstdCompressSync],
  ];
  for (const [codec, compress] of compressions) {
    test(`compressed by ${codec}, in several groups of rows`, () => {
      const rows = Array.from({ length: 5000 }, (_, index) => index);
      const table = readParquet(
        bytesOf(
          [
            { name: 'run', data: rows.map(index => `run ${index % 7}`), type: 'STRING' },
            { name: 'value', data: rows.map(index => index / 8), type: 'DOUBLE' },
          ],
          { codec, rowGroupSize: 1500, ...(compress ? { compressors: { [codec]: compress } } : {}) },
        ),
      );
      assert.deepEqual(table.problems, []);
      assert.equal(table.rows.length, 5000);
      assert.deepEqual(
        table.rows[4321]!.map(({ text }) => text),
        ['run 2', '540.125'],
      );
    });
  }

  test('what can’t be read says why, once', () => {
    const whole = bytesOf(RECALL);
    const problems = (bytes: Uint8Array) => readParquet(bytes).problems.map(({ message }) => message);
    const [cut, ...more] = problems(whole.slice(0, -20));
    assert.match(cut!, /^the Parquet file can't be read: /);
    assert.deepEqual(more, []);
    assert.match(problems(new Uint8Array())[0]!, /can't be read: file is too short/);
    assert.match(problems(new TextEncoder().encode('model,recall\n'))[0]!, /footer != PAR1/);
    const lz4 = { codec: 'LZ4_RAW', compressors: { LZ4_RAW: (bytes: Uint8Array) => bytes } };
    assert.match(problems(bytesOf(RECALL, lz4))[0]!, /unsupported compression codec: LZ4_RAW/);
    const long = bytesOf([{ name: 'a', data: new Array(400_000).fill(1), type: 'INT32' }]);
    assert.match(problems(long)[0]!, /400000 rows of 1 columns/);
  });

  test('a page that makes its reader count for ever is given up', () => {
    const bytes = bytesOf(RECALL);
    // The length of the first run of the levels of the first page.
    bytes[72] = 85;
    bytes[286] = 26;
    const [problem] = readParquet(bytes, {}, { longestWait: 1000 }).problems;
    assert.match(problem!.message, /takes too long/);
  });

  test('no damage makes it throw', () => {
    const whole = bytesOf(RECALL);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.nat(whole.length),
        (flips, end) => {
          const bytes = end % 4 === 0 ? whole.slice(0, end) : whole.slice();
          for (const [at, value] of flips) if (at < bytes.length) bytes[at] = value;
          const table = readParquet(bytes, {}, { longestWait: 500 });
          assert.ok(table.problems.length === 1 || table.rows.length > 0);
        },
      ),
      { numRuns: 25, seed: 20260310 },
    );
  });
});
