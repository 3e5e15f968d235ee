import { expect, test } from 'vitest';
import { seededRandom } from '#app/domain/judging/random.ts';
import { factor, invertTransposed, multiplyUpper, paddedOrder, solve } from '#app/domain/judging/ranking/triangular.ts';

const n = 12;
const random = seededRandom(3);
const square = Float64Array.from({ length: n * n }, () => random() - 0.5);
const positive = Float64Array.from({ length: n * n }, (_, at) => {
  const [i, j] = [Math.floor(at / n), at % n];
  let sum = i === j ? 1 : 0;
  for (let k = 0; k < n; k++) sum += square[i * n + k]! * square[j * n + k]!;
  return sum;
});

function product(of: (i: number, k: number) => number, by: (k: number, j: number) => number): number[] {
  return Array.from({ length: n * n }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += of(Math.floor(at / n), k) * by(k, at % n);
    return sum;
  });
}

function expectClose(actual: ArrayLike<number>, wanted: ArrayLike<number>): void {
  expect(actual.length).toBe(wanted.length);
  for (let k = 0; k < wanted.length; k++) expect(actual[k]).toBeCloseTo(wanted[k]!, 12);
}

test('the factor times its transpose is the matrix, and its diagonal gives the determinant', () => {
  const lower = positive.slice();
  const logDeterminant = factor(lower, n);
  const l = (i: number, k: number) => (k <= i ? lower[i * n + k]! : 0);
  expectClose(
    product(l, (k, j) => l(j, k)),
    positive,
  );
  expect(logDeterminant).toBeCloseTo(
    2 * Array.from({ length: n }, (_, i) => Math.log(l(i, i))).reduce((a, b) => a + b),
    12,
  );
});

test('the inverse of the factor undoes it', () => {
  const lower = positive.slice();
  factor(lower, n);
  const inverse = invertTransposed(lower, n);
  expectClose(
    product(
      (i, k) => (k <= i ? lower[i * n + k]! : 0),
      (k, j) => inverse[j * n + k]!,
    ),
    Float64Array.from({ length: n * n }, (_, at) => (at % (n + 1) === 0 ? 1 : 0)),
  );
});

test('equations are solved, also in the middle of a longer vector', () => {
  const wanted = Float64Array.from({ length: n }, (_, k) => k - 4);
  const right = new Float64Array(n + 5);
  for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) right[3 + i]! += positive[i * n + k]! * wanted[k]!;
  const lower = positive.slice();
  factor(lower, n);
  solve(lower, n, right, 3);
  expectClose(right.slice(3, 3 + n), wanted);
  expect([...right.slice(0, 3), ...right.slice(3 + n)]).toEqual([0, 0, 0, 0, 0]);
});

test('four vectors are multiplied at once', () => {
  const lower = positive.slice();
  factor(lower, n);
  const upper = invertTransposed(lower, n);
  const vectors = Float64Array.from({ length: 4 * n }, () => random());
  const products = new Float64Array(4 * n);
  multiplyUpper(upper, n, vectors, products);
  const wanted = Array.from({ length: 4 * n }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < n; k++) sum += upper[(at % n) * n + k]! * vectors[Math.floor(at / n) * n + k]!;
    return sum;
  });
  expectClose(products, wanted);
});

test('a matrix that is not positive definite has no factor', () => {
  expect(factor(Float64Array.of(1, 0, 0, 0, 2, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1), 4)).toBeNaN();
  expect([1, 4, 5].map(paddedOrder)).toEqual([4, 4, 8]);
});
