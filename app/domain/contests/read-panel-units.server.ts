import { type Because, NotValid } from '#app/domain/refusal.ts';
import { matchUnits } from '#app/domain/units/match-units.server.ts';

/**
 * The units that names typed one a line mean, each once: a name from before a merger means what it has become. Throws NotValid beside
 * `panelUnits`, naming every line that means none or may mean several.
 */
export async function readPanelUnits({
  names,
  preferred,
}: {
  names: readonly string[];
  /** The path of the unit whose namesakes come first. */
  preferred: string;
}): Promise<number[]> {
  const meanings = await matchUnits({ texts: names, preferred });
  const wrong: Because[] = [];
  const found = new Set<number>();
  names.forEach((name, at) => {
    const meaning = meanings.get(name);
    if (meaning?.unit) found.add(meaning.unit.id);
    else {
      const near = meaning?.near ?? [];
      wrong.push({
        key: near.length === 0 ? 'organising:problems.unknownPanelUnit' : 'organising:problems.whichPanelUnit',
        values: { line: at + 1, name: name.slice(0, 80), near: near.join('; ') },
      });
    }
  });
  if (wrong.length > 0) throw new NotValid({ panelUnits: wrong });
  return [...found];
}
