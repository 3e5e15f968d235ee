import type { Namespace } from './words.ts';

/** Words that travel to the browser together. A page brings only the bundles it speaks from; `mails` never travel. */
export const bundles = {
  everywhere: ['controls', 'site'],
  ideas: ['ideas', 'search'],
  contests: ['contests'],
  people: ['notifications', 'people'],
  results: ['awards', 'results'],
  support: ['mentoring', 'sponsorship'],
  units: ['units'],
  work: ['admin', 'api', 'judging', 'moderation', 'organising', 'staff'],
} as const satisfies Record<string, readonly Namespace[]>;

export type Bundle = keyof typeof bundles;
export const bundleNames = Object.keys(bundles) as Bundle[];

/** The bundles that hold these namespaces, always with what the shell itself says. */
export function bundlesFor(namespaces: ReadonlySet<string>): Bundle[] {
  return bundleNames.filter(
    (name) => name === 'everywhere' || (bundles[name] as readonly string[]).some((one) => namespaces.has(one)),
  );
}
