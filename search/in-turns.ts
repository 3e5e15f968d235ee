import { setImmediate as turn } from 'node:timers/promises';

/** A few milliseconds of work. */
const atATime = 50;

/** `map` of every item in order, with a breath between: whoever else is served by this process waits for no more than a few of them. */
export async function inTurns<Item, Made>(items: readonly Item[], map: (item: Item) => Made): Promise<Made[]> {
  const made: Made[] = [];
  for (let at = 0; at < items.length; at += atATime) {
    if (at > 0) await turn();
    for (const item of items.slice(at, at + atATime)) made.push(map(item));
  }
  return made;
}
