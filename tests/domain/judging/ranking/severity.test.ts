import { describe, expect, test } from 'vitest';
import { panels, simulated, simulatedFurther } from '#tests/support/severity-simulation.ts';

/** Fixed seeds: the same numbers on every machine. The bench `severity` shows the means over 200. */
const seeds = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('adjusting for severity, over fixed seeds', () => {
  test.each(Object.entries(panels))('%s', (_, panel) => {
    const apart = panel.pools !== undefined && panel.links === undefined;
    const found = seeds(panel.links === undefined ? 6 : 20).map((seed) => simulated(panel, seed));
    expect(found.every(({ comparable }) => comparable === !apart)).toBe(true);
    const adjusted = mean(found.map((one) => one.adjusted));
    if (!apart) expect(adjusted).toBeGreaterThan(mean(found.map(({ raw }) => raw)) - 0.005);
    if (panel.links !== undefined) expect(adjusted).toBeGreaterThanOrEqual(0.92);
    const covered = mean(found.map((one) => one.covered));
    if (panel.pools === undefined) {
      expect(covered).toBeGreaterThan(0.87);
      expect(covered).toBeLessThan(0.94);
    }
  });

  test('further readings where they are proposed find more of the true first twenty than as many at random', () => {
    const found = seeds(6).map((seed) => simulatedFurther(panels['300 entries, 30 judges, 3 reads']!, seed, 20));
    const random = mean(found.map((one) => one.random));
    expect(found.every(({ readings }) => readings > 0)).toBe(true);
    expect(mean(found.map((one) => one.proposed))).toBeGreaterThan(random + 0.03);
  });
});
