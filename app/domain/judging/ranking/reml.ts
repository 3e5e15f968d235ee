import type { Factor } from './design.ts';
import {
  type Evaluation,
  evaluate,
  type Inverse,
  invert,
  type MixedModel,
  type PerFactor,
  type Ratios,
  solveEquations,
} from './mixed-model.ts';

/** The restricted maximum likelihood fit of a crossed design. */
export interface Fit extends Evaluation {
  readonly inverse: Inverse;
  /** Estimate of σ², the residual variance. */
  readonly residualVariance: number;
  /** Whether the marks leave no residual: `residualVariance` is then as good as 0. */
  readonly exact: boolean;
  /** How many times the mixed model equations were factored. */
  readonly evaluations: number;
}

/** A ratio below this, times the rows of the fullest level, is a variance of 0. */
const NEGLIGIBLE = 1e-9;
/** A ratio that reaches this says that the residual variance is 0: a larger one changes no predictor noticeably. */
const LARGEST_RATIO = 1e7;
/** Beyond this the likelihood is nearly flat, and its edge is looked at too. */
const HARDLY_A_RESIDUAL = 1e3;
const MOST_EVALUATIONS = 60;
/** Decrease of the deviance promised by a Newton step at which the search ends. */
const TOLERANCE = 1e-10;
/** The same where the equations are large and each step is dear: predictors are then known to a millionth of a mark. */
const LARGE = { order: 400, tolerance: 1e-8 };
/** Below this promise the deviance's own rounding would hide whether a step lowers it, and the step is taken unasked. */
const TRUSTED = 1e-6;
/** With at most so many rows the likelihood may have several peaks, and all are climbed. */
const FEW_ROWS = 300;

/**
 * Fits the model by restricted maximum likelihood over all rows at once.
 *
 * A variance of 0 is an answer, for a factor as for the residual: marks without any residual (one judge is always two
 * marks above the other, say) have no finite ratios, and are fitted with the larger one at `LARGEST_RATIO`.
 */
export function fitByReml(model: MixedModel): Fit {
  let evaluations = 0;
  const evaluated = (ratios: Ratios) => {
    evaluations++;
    return evaluate(model, ratios);
  };
  const ends = [descend(model, momentEstimates(model), evaluated)];
  if (model.centred.length <= FEW_ROWS) {
    for (const start of dips(evaluated)) {
      const alongEdge = descend(model, start, evaluated, true);
      ends.push(Math.min(...start) > 0 ? alongEdge : descend(model, alongEdge.ratios, evaluated));
    }
  }
  let best = lowest(ends);
  if (Math.max(...best.ratios) > HARDLY_A_RESIDUAL) {
    const edge = withoutResidual(evaluated);
    if (edge.deviance < best.deviance) best = inverted(model, evaluated(edge.ratios));
  }
  return {
    ...best,
    residualVariance: best.sumOfSquares / (model.centred.length - 1),
    exact: Math.max(...best.ratios) === LARGEST_RATIO,
    evaluations,
  };
}

/** An evaluation with the inverse of its equations. */
interface Inverted extends Evaluation {
  readonly inverse: Inverse;
}

/** Inverts the equations just evaluated: the model holds the factor of no others. */
function inverted(model: MixedModel, evaluation: Evaluation): Inverted {
  return { ...evaluation, inverse: invert(model, evaluation.ratios) };
}

/**
 * Newton's method on the two ratios with the *average information* matrix, the mean of the observed and the expected
 * information, which needs no trace of a product: A. R. Gilmour, R. Thompson, B. R. Cullis, "Average information
 * REML", Biometrics 51 (1995); profiled here over μ and σ². It is corrected by what the last step showed of the true
 * curvature (symmetric rank-one update). A ratio is held at 0 while the likelihood falls away from 0; a step that does
 * not lower the deviance is halved.
 *
 * @param keepZero leaves a ratio that is 0 at 0, whatever the likelihood says
 */
function descend(
  model: MixedModel,
  start: Ratios,
  evaluated: (ratios: Ratios) => Evaluation,
  keepZero = false,
): Inverted {
  let at = inverted(model, evaluated(start));
  let spent = 1;
  let gradient = slope(model, at);
  let last: { step: PerFactor<number>; change: PerFactor<number> } | undefined;
  while (spent < MOST_EVALUATIONS) {
    const free = [0, 1].map((side) => at.ratios[side]! > 0 || (!keepZero && gradient[side]! < 0));
    const direction = newtonStep(at.ratios, free, gradient, corrected(averageInformation(model, at), last));
    const promise = -(gradient[0] * direction[0] + gradient[1] * direction[1]);
    if (promise < (model.length < LARGE.order ? TOLERANCE : LARGE.tolerance)) break;
    let next: Inverted | undefined;
    for (let length = 1; !next && spent < MOST_EVALUATIONS && length > 1e-6; length /= 2) {
      const tried = evaluated([
        bounded(model.outer, at.ratios[0] + length * direction[0]),
        bounded(model.inner, at.ratios[1] + length * direction[1]),
      ]);
      spent++;
      if (tried.deviance < at.deviance || promise < TRUSTED) next = inverted(model, tried);
    }
    if (!next) break;
    if (Math.max(...next.ratios) === LARGEST_RATIO) return next;
    const nextGradient = slope(model, next);
    last = {
      step: [next.ratios[0] - at.ratios[0], next.ratios[1] - at.ratios[1]],
      change: [nextGradient[0] - gradient[0], nextGradient[1] - gradient[1]],
    };
    at = next;
    gradient = nextGradient;
  }
  return at;
}

function bounded({ rows }: Factor, ratio: number): number {
  const fullest = rows.reduce((most, count) => Math.max(most, count), 0);
  return ratio * fullest < NEGLIGIBLE ? 0 : Math.min(ratio, LARGEST_RATIO);
}

/** A symmetric matrix of order two: outer with outer, outer with inner, inner with inner. */
type Curvature = readonly [number, number, number];

/** Adds the symmetric rank-one correction that makes the curvature agree with the last step, where that is safe. */
function corrected(
  [a, b, c]: Curvature,
  last: { step: PerFactor<number>; change: PerFactor<number> } | undefined,
): Curvature {
  if (!last) return [a, b, c];
  const [s, t] = last.step;
  const missing = [last.change[0] - a * s - b * t, last.change[1] - b * s - c * t] as const;
  const scale = missing[0] * s + missing[1] * t;
  if (Math.abs(scale) < 1e-8 * Math.hypot(...missing) * Math.hypot(s, t)) return [a, b, c];
  const better = [
    a + missing[0] ** 2 / scale,
    b + (missing[0] * missing[1]) / scale,
    c + missing[1] ** 2 / scale,
  ] as const;
  const positive = better[0] > 0.1 * a && better[2] > 0.1 * c && better[0] * better[2] - better[1] ** 2 > 1e-4 * a * c;
  return positive ? better : [a, b, c];
}

/** Newton's step among the free ratios. No ratio grows more than twentyfold. */
function newtonStep(
  ratios: Ratios,
  free: readonly boolean[],
  gradient: PerFactor<number>,
  [a, b, c]: Curvature,
): PerFactor<number> {
  const determinant = a * c - b * b;
  let step: [number, number];
  if (free[0] && free[1] && determinant > 1e-6 * a * c) {
    step = [(b * gradient[1] - c * gradient[0]) / determinant, (b * gradient[0] - a * gradient[1]) / determinant];
  } else {
    const alone = (side: 0 | 1, curvature: number) => {
      if (!free[side]) return 0;
      return curvature > 0 ? -gradient[side] / curvature : -Math.sign(gradient[side]) * Math.max(ratios[side], 0.1);
    };
    step = [alone(0, a), alone(1, c)];
  }
  const room = [0, 1].map((side) => (20 * Math.max(ratios[side]!, 0.05)) / Math.max(step[side]!, 1e-300));
  const length = Math.min(1, ...room);
  return [length * step[0], length * step[1]];
}

/** The local minima of the deviance on a coarse grid of ratios, and of its two edges where a ratio is 0. */
function dips(evaluated: (ratios: Ratios) => Evaluation): Ratios[] {
  const grid = [0, 0.01, 0.1, 1, 10, 100, 1e4];
  const deviance = grid.map((outer) => grid.map((inner) => evaluated([outer, inner]).deviance));
  const at = (i: number, j: number) => deviance[i]?.[j] ?? Number.POSITIVE_INFINITY;
  const found: Ratios[] = [];
  for (let i = 0; i < grid.length; i++) {
    for (let j = 0; j < grid.length; j++) {
      const alongOuter = at(i, j) <= Math.min(at(i - 1, j), at(i + 1, j));
      const alongInner = at(i, j) <= Math.min(at(i, j - 1), at(i, j + 1));
      if ((alongOuter || i === 0) && (alongInner || j === 0)) found.push([grid[i]!, grid[j]!]);
    }
  }
  return found;
}

/** The best ratios whose larger one is `LARGEST_RATIO`, by golden section over the outer factor's share of their sum. */
function withoutResidual(evaluated: (ratios: Ratios) => Evaluation): Evaluation {
  const at = (share: number) => {
    const larger = Math.max(share, 1 - share);
    return evaluated([(LARGEST_RATIO * share) / larger, (LARGEST_RATIO * (1 - share)) / larger]);
  };
  const golden = (Math.sqrt(5) - 1) / 2;
  let from = 0;
  let to = 1;
  let lower = at(1 - golden);
  let upper = at(golden);
  while (to - from > 1e-8) {
    if (lower.deviance <= upper.deviance) {
      to = from + golden * (to - from);
      upper = lower;
      lower = at(to - golden * (to - from));
    } else {
      from = to - golden * (to - from);
      lower = upper;
      upper = at(from + golden * (to - from));
    }
  }
  return lowest([lower, upper, at(0), at(1)]);
}

function lowest<Kind extends Evaluation>(evaluations: Kind[]): Kind {
  return evaluations.reduce((best, one) => (one.deviance < best.deviance ? one : best));
}

/** Starting ratios: each factor's variance between levels by the one-way analysis of variance, the other ignored. */
function momentEstimates({ outer, inner, centred }: MixedModel): Ratios {
  const rows = centred.length;
  const total = centred.reduce((sum, mark) => sum + mark * mark, 0);
  const between = [outer, inner].map(({ ids, of, rows: counts }) => {
    const sums = new Float64Array(ids.length);
    for (let row = 0; row < rows; row++) sums[of[row]!]! += centred[row]!;
    const explained = sums.reduce((sum, level, index) => sum + (level * level) / counts[index]!, 0);
    const within = (total - explained) / Math.max(1, rows - ids.length);
    const typical = (rows - counts.reduce((sum, count) => sum + count * count, 0) / rows) / (ids.length - 1);
    return Math.max(0, (explained / (ids.length - 1) - within) / typical);
  });
  const variance = total / (rows - 1);
  const residual = Math.max(variance - between[0]! - between[1]!, 0.1 * variance);
  return [Math.max(between[0]!, 0.01 * variance) / residual, Math.max(between[1]!, 0.01 * variance) / residual];
}

/** ∂(deviance)/∂γ = tr(Z′PZ) − (n − 1) |Z′Py|² / y′Py for each factor. */
function slope(model: MixedModel, at: Inverted): PerFactor<number> {
  const { diagonal } = at.inverse;
  const freedom = model.centred.length - 1;
  return [0, 1].map((side) => {
    const ratio = at.ratios[side]!;
    const trace =
      ratio > 0
        ? (diagonal[side]!.length - diagonal[side]!.reduce((sum, value) => sum + value, 0)) / ratio
        : traceAtZero(model, side, at.ratios[1 - side]!);
    return (
      trace -
      inner(at.leverage[side]!, at.leverage[side]!) / at.information -
      (freedom * inner(at.residualSums[side]!, at.residualSums[side]!)) / at.sumOfSquares
    );
  }) as unknown as PerFactor<number>;
}

/** tr(Z′V⁻¹Z) of a factor whose own ratio is 0: only the other factor is left in V. */
function traceAtZero({ outer, inner: minor, cells, centred }: MixedModel, side: number, other: number): number {
  let trace = centred.length;
  for (let level = 0; level < outer.ids.length; level++) {
    for (let cell = cells.start[level]!; cell < cells.start[level + 1]!; cell++) {
      const rows = side === 0 ? minor.rows[cells.inner[cell]!]! : outer.rows[level]!;
      trace -= (other * cells.count[cell]! ** 2) / (1 + other * rows);
    }
  }
  return trace;
}

/**
 * (n − 1) [y′PGₖPGₗPy / y′Py − (y′PGₖPy)(y′PGₗPy) / (y′Py)²] with Gₖ = ZₖZₖ′.
 */
function averageInformation(model: MixedModel, at: Evaluation): Curvature {
  const { outer, inner: minor, cells } = model;
  const [f, g] = at.residualSums;
  // Z′w for w = Z₁f and for w = Z₂g.
  const sums = [
    [outer.rows.map((rows, level) => rows * f[level]!), new Float64Array(minor.ids.length)],
    [new Float64Array(outer.ids.length), minor.rows.map((rows, level) => rows * g[level]!)],
  ] as const;
  for (let level = 0; level < outer.ids.length; level++) {
    for (let cell = cells.start[level]!; cell < cells.start[level + 1]!; cell++) {
      const other = cells.inner[cell]!;
      sums[0][1][other]! += cells.count[cell]! * f[level]!;
      sums[1][0][level]! += cells.count[cell]! * g[other]!;
    }
  }
  const scale = at.ratios.map(Math.sqrt);
  const solved = sums.map((pair) => solveEquations(model, at.ratios, pair));
  const share = [inner(at.leverage[0], f), inner(at.leverage[1], g)];
  const power = [inner(f, f), inner(g, g)];
  const element = (k: 0 | 1, l: 0 | 1) => {
    const plain = k === l ? inner(sums[k][k], k === 0 ? f : g) : inner(sums[0][1], g);
    const weighted =
      plain - scale[0]! * inner(sums[k][0], solved[l]![0]) - scale[1]! * inner(sums[k][1], solved[l]![1]);
    const projected = weighted - (share[k]! * share[l]!) / at.information;
    return (
      (model.centred.length - 1) *
      (projected / at.sumOfSquares - (power[k]! * power[l]!) / (at.sumOfSquares * at.sumOfSquares))
    );
  };
  return [element(0, 0), element(0, 1), element(1, 1)];
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
