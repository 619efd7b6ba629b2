/** `work` at once, and then again at most once in so many milliseconds, however often it is asked for. */
export function atMostEvery(
  pause: number,
  work: () => void,
): { readonly ask: () => void; readonly dispose: () => void } {
  let timer: NodeJS.Timeout | undefined;
  let again = false;
  const ask = () => {
    again = timer !== undefined;
    if (again) return;
    work();
    timer = setTimeout(() => {
      timer = undefined;
      if (again) ask();
    }, pause);
  };
  return { ask, dispose: () => clearTimeout(timer) };
}
