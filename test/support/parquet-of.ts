import { parquetWriteBuffer } from 'hyparquet-writer';

/** A Parquet file with a column of labels and columns of numbers. */
export function parquetOf(
  labels: readonly string[],
  numbers: Readonly<Record<string, readonly number[]>>,
): Uint8Array {
  const columnData = [
    { name: 'model', data: [...labels], type: 'STRING' as const },
    ...Object.entries(numbers).map(([name, data]) => ({ name, data: [...data], type: 'DOUBLE' as const })),
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}
