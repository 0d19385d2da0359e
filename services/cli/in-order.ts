/** Doing many things at once and handing the results out in the order in which they were asked for. */

/**
 * Maps `items` through `work`, at most `atOnce` at a time, yielding in order. Starts no more than twice `atOnce`
 * ahead of the reader, so that results do not pile up.
 */
export async function* inOrder<Item, Result>(
  items: AsyncIterable<Item> | Iterable<Item>,
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): AsyncGenerator<Result> {
  const ahead: Promise<Result>[] = [];
  let running = 0;
  const waiting: (() => void)[] = [];
  const turn = async (): Promise<void> => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    running += 1;
  };
  const start = (item: Item): Promise<Result> => {
    const result = turn()
      .then(() => work(item))
      .finally(() => {
        running -= 1;
        waiting.shift()?.();
      });
    // Whoever reads the results sees the error; until then it is not unhandled.
    result.catch(() => undefined);
    return result;
  };
  for await (const item of items) {
    ahead.push(start(item));
    while (ahead.length >= 2 * atOnce) yield await (ahead.shift() as Promise<Result>);
  }
  for (const result of ahead) yield await result;
}
