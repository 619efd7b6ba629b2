/** Does one step of the set-up, and says on stderr what it is and how long it took. */
export async function step(what, work) {
  const begin = Date.now();
  process.stderr.write(`set-up: ${what} … `);
  try {
    const result = await work();
    process.stderr.write(`${((Date.now() - begin) / 1000).toFixed(1)} s\n`);
    return result;
  } catch (error) {
    process.stderr.write('failed\n');
    throw error;
  }
}
