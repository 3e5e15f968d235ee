import type { Design, Factor } from './design.ts';
import { rowsByLevel } from './rows-by-level.ts';
import { factor, invertTransposed, paddedOrder, solve } from './triangular.ts';

/**
 * The crossed random effects model  y = μ + q[entry] + s[judge] + e,  with q ~ N(0, σ²γ_q), s ~ N(0, σ²γ_s) and
 * e ~ N(0, σ²), evaluated at given ratios γ = (γ_q, γ_s).
 *
 * Notation. Z₁ and Z₂ are the indicator matrices of the two factors, the *outer* one having more levels; N₁ = Z₁′Z₁
 * and N₂ = Z₂′Z₂ are diagonal and C = Z₂′Z₁ holds the counts. With t = √γ and Λ = diag(t₁I, t₂I), Henderson's mixed
 * model equations for the standardised effects u (q = t₁u₁, s = t₂u₂) have the matrix
 *
 *     A = Λ Z′Z Λ + I = | D   B′ |      D = I + γ₁N₁ (diagonal),  B = t₁t₂C,  E = I + γ₂N₂,
 *                       | B   E  |
 *
 * and V = Var(y)/σ² = I + ZΛ²Z′ has V⁻¹ = I − ZΛA⁻¹ΛZ′ and det V = det A. The outer factor's block is diagonal, so it
 * is eliminated first: only the Schur complement S = E − B D⁻¹ B′, of the order of the *smaller* factor and block
 * diagonal over the components of the graph, is ever factored. It stays well defined at γ = 0, where the usual form
 * of the equations divides by zero.
 *
 * Sources: C. R. Henderson, "Best linear unbiased estimation and prediction under a selection model", Biometrics 31
 * (1975); D. Bates, M. Mächler, B. Bolker, S. Walker, "Fitting linear mixed-effects models using lme4", J. Stat.
 * Softw. 67(1) (2015), eq. 39–42 for the profiled REML criterion.
 */
export interface MixedModel {
  readonly outer: Factor;
  readonly inner: Factor;
  /** Whether the entries, not the judges, are the outer factor. */
  readonly entriesOuter: boolean;
  /** Marks less their mean. */
  readonly centred: Float64Array;
  readonly mean: number;
  /** The counts C by outer level: the cells of level i are `start[i]…start[i+1]−1`. */
  readonly cells: { readonly start: Int32Array; readonly inner: Int32Array; readonly count: Float64Array };
  /** Where each inner level stands in a vector laid out block by block. */
  readonly place: Int32Array;
  /** Length of such a vector, padding included. */
  readonly length: number;
  readonly blocks: readonly Block[];
}

/** The part of the Schur complement that belongs to one component of the graph. */
interface Block {
  /** Place of its first level. */
  readonly at: number;
  /** Its padded order. */
  readonly order: number;
  readonly matrix: Float64Array;
}

/** What the data say at given ratios. */
export interface Evaluation {
  readonly ratios: Ratios;
  /** −2 × the restricted log-likelihood, profiled over μ and σ². NaN where A is not positive definite in doubles. */
  readonly deviance: number;
  /** The generalised least squares estimate of μ, as a distance from `mean`. */
  readonly intercept: number;
  /** 1′V⁻¹1. */
  readonly information: number;
  /** y′Py = (n − 1) σ̂², with P = V⁻¹ − V⁻¹1 (1′V⁻¹1)⁻¹ 1′V⁻¹. */
  readonly sumOfSquares: number;
  /** Best linear unbiased predictors of the two factors' effects, in marks. */
  readonly effects: PerFactor<Float64Array>;
  /** Z′V⁻¹1 for each factor. */
  readonly leverage: PerFactor<Float64Array>;
  /** Z′Py for each factor. */
  readonly residualSums: PerFactor<Float64Array>;
}

/** Variance of the outer and of the inner factor, each divided by the residual variance. */
export type Ratios = readonly [outer: number, inner: number];
export type PerFactor<Value> = readonly [outer: Value, inner: Value];

/** Prepares the model of a design: orders the levels and counts the cells. */
export function mixedModel({ entries, judges, scores, components }: Design): MixedModel {
  const entriesOuter = entries.ids.length >= judges.ids.length;
  const [outer, inner] = entriesOuter ? [entries, judges] : [judges, entries];

  const sizes = new Int32Array(components.count);
  for (const component of inner.component) sizes[component]!++;
  const blocks: Block[] = [];
  let length = 0;
  for (const size of sizes) {
    const order = paddedOrder(size);
    blocks.push({ at: length, order, matrix: new Float64Array(order * order) });
    length += order;
  }
  const next = blocks.map(({ at }) => at);
  const place = Int32Array.from(inner.component, (component) => next[component]!++);

  const given = Int32Array.from(scores, (_, row) => row);
  const byPlace = rowsByLevel(
    inner.of.map((level) => place[level]!),
    length,
    given,
  );
  const rows = rowsByLevel(outer.of, outer.ids.length, byPlace);
  const start = new Int32Array(outer.ids.length + 1);
  const cellInner: number[] = [];
  const count: number[] = [];
  let previous = -1;
  for (const row of rows) {
    const same = previous >= 0 && outer.of[row] === outer.of[previous] && inner.of[row] === inner.of[previous];
    if (same) count[count.length - 1]!++;
    else {
      cellInner.push(inner.of[row]!);
      count.push(1);
      start[outer.of[row]! + 1]!++;
    }
    previous = row;
  }
  for (let level = 0; level < outer.ids.length; level++) start[level + 1]! += start[level]!;

  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  return {
    outer,
    inner,
    entriesOuter,
    centred: scores.map((score) => score - mean),
    mean,
    cells: { start, inner: Int32Array.from(cellInner), count: Float64Array.from(count) },
    place,
    length,
    blocks,
  };
}

/** Solves the mixed model equations at the given ratios. The model's blocks hold the factor of S afterwards. */
export function evaluate(model: MixedModel, ratios: Ratios): Evaluation {
  const { outer, inner, centred } = model;
  const rows = centred.length;
  const outerScale = Math.sqrt(ratios[0]);
  const innerScale = Math.sqrt(ratios[1]);
  const logDeterminant = factorise(model, ratios);

  const marks = solveEquations(model, ratios, [sumBy(outer, centred), sumBy(inner, centred)]);
  const ones = solveEquations(model, ratios, [outer.rows, inner.rows]);

  // V⁻¹1 is the residual 1 − ZΛu of its own equations; as a sum of squares, 1′V⁻¹1 loses no digits.
  let information = squares(ones[0]) + squares(ones[1]);
  let weighted = 0;
  const leverage = [new Float64Array(outer.ids.length), new Float64Array(inner.ids.length)] as const;
  for (let row = 0; row < rows; row++) {
    const i = outer.of[row]!;
    const j = inner.of[row]!;
    const residual = 1 - outerScale * ones[0][i]! - innerScale * ones[1][j]!;
    information += residual * residual;
    weighted += residual * centred[row]!;
    leverage[0][i]! += residual;
    leverage[1][j]! += residual;
  }
  const intercept = weighted / information;

  const standardised = [0, 1].map((side) => marks[side]!.map((u, level) => u - intercept * ones[side]![level]!));
  const effects = [standardised[0]!.map((u) => outerScale * u), standardised[1]!.map((u) => innerScale * u)] as const;
  let sumOfSquares = squares(standardised[0]!) + squares(standardised[1]!);
  const residualSums = [new Float64Array(outer.ids.length), new Float64Array(inner.ids.length)] as const;
  for (let row = 0; row < rows; row++) {
    const i = outer.of[row]!;
    const j = inner.of[row]!;
    const residual = centred[row]! - intercept - effects[0][i]! - effects[1][j]!;
    sumOfSquares += residual * residual;
    residualSums[0][i]! += residual;
    residualSums[1][j]! += residual;
  }
  const freedom = rows - 1;
  const deviance =
    logDeterminant + Math.log(information) + freedom * (1 + Math.log((2 * Math.PI * sumOfSquares) / freedom));
  return { ratios, deviance, intercept, information, sumOfSquares, effects, leverage, residualSums };
}

/** Builds S and factors it in place; returns ln det A. */
function factorise({ outer, inner, cells, place, blocks }: MixedModel, [outerRatio, innerRatio]: Ratios): number {
  for (const { matrix, order } of blocks) {
    matrix.fill(0);
    for (let i = 0; i < order; i++) matrix[i * order + i] = 1;
  }
  for (let level = 0; level < inner.ids.length; level++) {
    const { at, order, matrix } = blocks[inner.component[level]!]!;
    matrix[(place[level]! - at) * (order + 1)]! += innerRatio * inner.rows[level]!;
  }
  let logDeterminant = 0;
  for (let level = 0; level < outer.ids.length; level++) {
    const { at, order, matrix } = blocks[outer.component[level]!]!;
    const diagonal = 1 + outerRatio * outer.rows[level]!;
    logDeterminant += Math.log(diagonal);
    const scale = (outerRatio * innerRatio) / diagonal;
    const end = cells.start[level + 1]!;
    for (let a = cells.start[level]!; a < end; a++) {
      const row = (place[cells.inner[a]!]! - at) * order - at;
      const weight = scale * cells.count[a]!;
      for (let b = cells.start[level]!; b <= a; b++) {
        matrix[row + place[cells.inner[b]!]!]! -= weight * cells.count[b]!;
      }
    }
  }
  for (const { matrix, order } of blocks) logDeterminant += factor(matrix, order);
  return logDeterminant;
}

/**
 * Solves A u = ΛZ′w, given Z′w, by eliminating the outer block. Uses the factor left by `evaluate`.
 *
 * @returns u by level of each factor
 */
export function solveEquations(
  { outer, inner, cells, place, length, blocks }: MixedModel,
  [outerRatio, innerRatio]: Ratios,
  [outerSums, innerSums]: PerFactor<Float64Array>,
): PerFactor<Float64Array> {
  const outerScale = Math.sqrt(outerRatio);
  const innerScale = Math.sqrt(innerRatio);
  const right = new Float64Array(length);
  for (let level = 0; level < inner.ids.length; level++) right[place[level]!] = innerScale * innerSums[level]!;
  for (let level = 0; level < outer.ids.length; level++) {
    const eliminated = (outerRatio * innerScale * outerSums[level]!) / (1 + outerRatio * outer.rows[level]!);
    for (let cell = cells.start[level]!; cell < cells.start[level + 1]!; cell++) {
      right[place[cells.inner[cell]!]!]! -= cells.count[cell]! * eliminated;
    }
  }
  for (const { at, order, matrix } of blocks) solve(matrix, order, right, at);
  const innerSolution = Float64Array.from(place, (at) => right[at]!);
  const outerSolution = new Float64Array(outer.ids.length);
  for (let level = 0; level < outer.ids.length; level++) {
    let rest = outerSums[level]!;
    for (let cell = cells.start[level]!; cell < cells.start[level + 1]!; cell++) {
      rest -= cells.count[cell]! * innerScale * innerSolution[cells.inner[cell]!]!;
    }
    outerSolution[level] = (outerScale * rest) / (1 + outerRatio * outer.rows[level]!);
  }
  return [outerSolution, innerSolution];
}

/** The inverse of the factor of S, block by block (`invertTransposed`), and what it gives. */
export interface Inverse {
  readonly blocks: readonly { readonly at: number; readonly order: number; readonly inverse: Float64Array }[];
  /** Diagonal of A⁻¹ for each factor: the conditional variance of u given y, divided by σ². */
  readonly diagonal: PerFactor<Float64Array>;
}

/** The diagonal of A⁻¹, as traces and conditional variances need it. Uses the factor left by `evaluate`. */
export function invert(model: MixedModel, [outerRatio, innerRatio]: Ratios): Inverse {
  const { outer, inner, cells, place } = model;
  const blocks = model.blocks.map(({ at, order, matrix }) => ({ at, order, inverse: invertTransposed(matrix, order) }));
  const innerDiagonal = new Float64Array(inner.ids.length);
  for (let level = 0; level < inner.ids.length; level++) {
    const { at, order, inverse } = blocks[inner.component[level]!]!;
    innerDiagonal[level] = squares(inverse, (place[level]! - at) * order, order);
  }
  const outerDiagonal = new Float64Array(outer.ids.length);
  const column = new Float64Array(blocks.reduce((most, { order }) => Math.max(most, order), 0));
  for (let level = 0; level < outer.ids.length; level++) {
    const { at, order, inverse } = blocks[outer.component[level]!]!;
    const diagonal = 1 + outerRatio * outer.rows[level]!;
    const scale = Math.sqrt(outerRatio * innerRatio) / diagonal;
    const [from, end] = [cells.start[level]!, cells.start[level + 1]!];
    // The cells of a level stand in the order of their places.
    const first = place[cells.inner[from]!]! - at;
    column.fill(0, first, order);
    for (let cell = from; cell < end; cell++) {
      const position = place[cells.inner[cell]!]! - at;
      addRow(column, inverse, position * order, position, order, scale * cells.count[cell]!);
    }
    outerDiagonal[level] = 1 / diagonal + squares(column, first, order - first);
  }
  return { blocks, diagonal: [outerDiagonal, innerDiagonal] };
}

/** Adds `weight` times a row of a matrix, which begins at `row`, to a vector over columns from…to−1. */
function addRow(
  vector: Float64Array,
  matrix: Float64Array,
  row: number,
  from: number,
  to: number,
  weight: number,
): void {
  for (let k = from; k < to; k++) vector[k]! += weight * matrix[row + k]!;
}

function sumBy({ ids, of }: Factor, values: Float64Array): Float64Array {
  const sums = new Float64Array(ids.length);
  for (let row = 0; row < of.length; row++) sums[of[row]!]! += values[row]!;
  return sums;
}

function squares(values: Float64Array, from = 0, count = values.length): number {
  let sum = 0;
  for (let k = from; k < from + count; k++) sum += values[k]! * values[k]!;
  return sum;
}
