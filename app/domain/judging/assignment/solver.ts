import loadHighs, { type Highs, type Model } from 'highs';

/**
 * The solver, behind this one file: HiGHS (Q. Huangfu, J. A. J. Hall, "Parallelizing the dual revised simplex method",
 * Math. Prog. Comp. 10 (2018)), compiled to WebAssembly. A solve blocks its thread.
 */
let loaded: Promise<Highs> | undefined;

/** What became of a solve. `stopped`: it ended before anything was proved. */
export type Outcome = 'optimal' | 'infeasible' | 'stopped';

export interface Columns {
  readonly costs: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
  /** Where each column's coefficients start; one more than there are columns. */
  readonly starts: ArrayLike<number>;
  readonly rows: ArrayLike<number>;
  readonly coefficients: ArrayLike<number>;
}

/** A linear programme to be maximised, that grows by columns and rows and may be solved in integers too. */
export class Programme {
  readonly #highs: Highs;
  readonly #model: Model;
  #columns = 0;
  #rows = 0;
  /** The basis of the linear programme's last solution, kept while integers are solved for. */
  #basis: { columns: Int32Array; rows: Int32Array } | undefined;

  private constructor(highs: Highs) {
    this.#highs = highs;
    this.#model = highs.createModel();
    this.#model.options.set({ output_flag: false, dual_feasibility_tolerance: 1e-9, random_seed: 0 });
    this.#model.options.set({ mip_rel_gap: 0, mip_abs_gap: 1e-9, mip_feasibility_tolerance: 1e-7 });
    this.#model.changeObjectiveSense(highs.constants.objectiveSense.maximize);
  }

  static async open(): Promise<Programme> {
    loaded ??= loadHighs();
    return new Programme(await loaded);
  }

  /** Frees the solver's memory. The programme cannot be used afterwards. */
  close(): void {
    this.#model.dispose();
  }

  get columns(): number {
    return this.#columns;
  }

  get rows(): number {
    return this.#rows;
  }

  /** Adds empty rows with their bounds (±Infinity for none); columns added later fill them. */
  addEmptyRows(lower: ArrayLike<number>, upper: ArrayLike<number>): void {
    const count = lower.length;
    if (count === 0) return;
    this.#model.addRows({
      lower: Float64Array.from(lower, (bound) => this.#finite(bound)),
      upper: Float64Array.from(upper, (bound) => this.#finite(bound)),
      matrix: {
        format: 'csr',
        numRows: count,
        numCols: this.#columns,
        starts: new Int32Array(count + 1),
        indices: new Int32Array(0),
        values: new Float64Array(0),
      },
    });
    this.#rows += count;
  }

  addRow(lower: number, upper: number, columns: ArrayLike<number>, coefficients: ArrayLike<number>): void {
    this.#model.addRow(this.#finite(lower), this.#finite(upper), {
      indices: Int32Array.from(columns),
      values: Float64Array.from(coefficients),
    });
    this.#rows += 1;
  }

  addColumns({ costs, lower, upper, starts, rows, coefficients }: Columns): void {
    const count = costs.length;
    if (count === 0) return;
    this.#model.addCols({
      cost: Float64Array.from(costs),
      lower: Float64Array.from(lower, (bound) => this.#finite(bound)),
      upper: Float64Array.from(upper, (bound) => this.#finite(bound)),
      matrix: {
        format: 'csc',
        numRows: this.#rows,
        numCols: count,
        starts: Int32Array.from(starts),
        indices: Int32Array.from(rows),
        values: Float64Array.from(coefficients),
      },
    });
    this.#columns += count;
  }

  setCosts(costs: Float64Array): void {
    this.#model.changeColsCost({ kind: 'range', from: 0, to: this.#columns - 1 }, costs);
  }

  setColumnBounds(column: number, lower: number, upper: number): void {
    this.#model.changeColBounds(column, this.#finite(lower), this.#finite(upper));
  }

  /**
   * Solves the linear programme.
   *
   * @param seconds how long it may take
   * @param primal whether the last basis is still feasible (columns were added, costs changed), so that the primal
   * simplex method goes on from it
   * @returns with `optimal`, the value, the columns' values and the rows' dual values
   */
  solve(
    seconds: number,
    primal: boolean,
  ):
    | { outcome: 'optimal'; value: number; values: Float64Array; duals: Float64Array }
    | { outcome: 'infeasible' | 'stopped' } {
    this.#model.options.set({ simplex_strategy: primal ? 4 : 1 });
    const outcome = this.#run(seconds);
    this.#basis = undefined;
    if (outcome !== 'optimal') return { outcome };
    const { colStatus, rowStatus } = this.#model.getBasis();
    this.#basis = { columns: colStatus, rows: rowStatus };
    const { colValue, rowDual } = this.#model.getSolution();
    return { outcome, value: this.#model.getObjectiveValue(), values: colValue, duals: rowDual };
  }

  /**
   * Solves in integers for the given columns. The linear programme's basis is kept for the next `solve`.
   *
   * @param options.start values to begin with
   * @param options.anyWillDo whether to stop at the first solution
   * @param start values to begin with, if any are known
   * @returns the best values found, if any, and what no integer solution exceeds
   */
  solveInteger(
    seconds: number,
    integer: { readonly from: number; readonly to: number },
    { start, anyWillDo = false }: { start?: Float64Array; anyWillDo?: boolean } = {},
  ): { outcome: Outcome; values?: Float64Array; bound: number } {
    const { variableType } = this.#highs.constants;
    const selection = { kind: 'range', ...integer } as const;
    const types = new Int32Array(integer.to - integer.from + 1);
    this.#model.changeColsIntegrality(selection, types.fill(variableType.integer));
    if (start) this.#model.setSolution({ colValue: start });
    this.#model.options.set({ mip_max_improving_sols: anyWillDo ? 1 : 2 ** 31 - 1 });
    const outcome = this.#run(seconds);
    const found = outcome !== 'infeasible' && this.#model.info.get('primal_solution_status') === 2;
    const values = found ? this.#model.getSolution().colValue : undefined;
    const bound = Number(this.#model.info.get('mip_dual_bound'));
    this.#model.clearIntegrality();
    this.#model.clearSolver();
    this.#restoreBasis();
    return { outcome, values, bound };
  }

  /** Puts the last linear solution's basis back: columns added since are at their lower bounds, rows are slack. */
  #restoreBasis(): void {
    if (!this.#basis) return;
    const { lower, basic } = this.#highs.constants.basisStatus;
    const colStatus = new Int32Array(this.#columns).fill(lower);
    const rowStatus = new Int32Array(this.#rows).fill(basic);
    colStatus.set(this.#basis.columns);
    rowStatus.set(this.#basis.rows);
    this.#model.setBasis({ colStatus, rowStatus });
  }

  #run(seconds: number): Outcome {
    this.#model.options.set({ time_limit: Math.max(0.01, seconds) });
    this.#model.zeroAllClocks();
    const { optimal, infeasible, unboundedOrInfeasible, timeLimit, solutionLimit } = this.#highs.constants.modelStatus;
    let { modelStatus } = this.#model.run();
    if (
      ![optimal, infeasible, unboundedOrInfeasible, timeLimit, solutionLimit].some((known) => known === modelStatus)
    ) {
      // Numerical trouble on the way from the last basis: once more from the beginning.
      this.#model.clearSolver();
      modelStatus = this.#model.run().modelStatus;
    }
    if (modelStatus === optimal) return 'optimal';
    // Nothing here is unbounded: every variable has bounds.
    return modelStatus === infeasible || modelStatus === unboundedOrInfeasible ? 'infeasible' : 'stopped';
  }

  #finite(bound: number): number {
    if (bound === Number.POSITIVE_INFINITY) return this.#highs.infinity;
    return bound === Number.NEGATIVE_INFINITY ? -this.#highs.infinity : bound;
  }
}
