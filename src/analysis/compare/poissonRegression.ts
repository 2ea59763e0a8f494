import { invalid } from '../argument.ts'

export interface PoissonFit {
  coefficients: Float64Array
  /** Row-major, as many rows and columns as coefficients. */
  covariance: Float64Array
  /** Fitted counts. */
  fitted: Float64Array
  /** Pearson χ² over degrees of freedom: 1 for Poisson counts, above it they are overdispersed. */
  dispersion: number
}

const MOST_STEPS = 100
const CLOSE = 1e-12

/**
 * Poisson regression with log link by iteratively reweighted least squares (McCullagh & Nelder 1989).
 * @param design one column per coefficient
 * @param offset log of exposure per row
 * @throws RangeError where the columns do not tell the coefficients apart
 */
export function poissonRegression(
  count: ArrayLike<number>,
  design: readonly ArrayLike<number>[],
  offset?: ArrayLike<number>,
): PoissonFit {
  const n = count.length
  const k = design.length
  const fitted = Float64Array.from(count, (c) => c + 0.1)
  let coefficients = new Float64Array(k)
  let covariance = new Float64Array(k * k)
  let deviance = Infinity
  let settled = false
  for (let step = 0; step < MOST_STEPS; step++) {
    const normal = new Float64Array(k * k)
    const right = new Float64Array(k)
    for (let i = 0; i < n; i++) {
      const shift = offset ? offset[i]! : 0
      const working = Math.log(fitted[i]!) - shift + (count[i]! - fitted[i]!) / fitted[i]!
      for (let a = 0; a < k; a++) {
        const weighted = fitted[i]! * design[a]![i]!
        right[a]! += weighted * working
        for (let b = 0; b < k; b++) normal[a * k + b]! += weighted * design[b]![i]!
      }
    }
    covariance = inverse(normal, k)
    coefficients = Float64Array.from({ length: k }, (_, a) =>
      right.reduce((sum, r, b) => sum + covariance[a * k + b]! * r, 0),
    )
    let next = 0
    for (let i = 0; i < n; i++) {
      let log = offset ? offset[i]! : 0
      for (let a = 0; a < k; a++) log += coefficients[a]! * design[a]![i]!
      fitted[i] = Math.max(1e-300, Math.exp(log))
      next +=
        2 * ((count[i]! > 0 ? count[i]! * Math.log(count[i]! / fitted[i]!) : 0) - count[i]! + fitted[i]!)
    }
    // One step more than R's glm, whose covariance is that of the weights before the last step (1e-8 to 1e-7 off).
    if (settled) break
    settled = Math.abs(next - deviance) <= CLOSE * (Math.abs(next) + 0.1)
    deviance = next
  }
  let pearson = 0
  for (let i = 0; i < n; i++) pearson += (count[i]! - fitted[i]!) ** 2 / fitted[i]!
  return { coefficients, covariance, fitted, dispersion: pearson / (n - k) }
}

/** Gauss-Jordan with pivoting. */
function inverse(matrix: Float64Array, k: number): Float64Array<ArrayBuffer> {
  const left = matrix.slice()
  const right = new Float64Array(k * k)
  for (let a = 0; a < k; a++) right[a * k + a] = 1
  for (let column = 0; column < k; column++) {
    let pivot = column
    for (let row = column + 1; row < k; row++)
      if (Math.abs(left[row * k + column]!) > Math.abs(left[pivot * k + column]!)) pivot = row
    const size = left[pivot * k + column]!
    if (!(Math.abs(size) > 1e-12 * Math.abs(matrix[column * k + column]!)))
      throw invalid('design', `singular in column ${column}`, 'columns that are no combination of each other')
    for (let c = 0; c < k; c++) {
      for (const m of [left, right]) {
        const kept = m[column * k + c]!
        m[column * k + c] = m[pivot * k + c]! / size
        if (pivot !== column) m[pivot * k + c] = kept
      }
    }
    for (let row = 0; row < k; row++) {
      if (row === column) continue
      const factor = left[row * k + column]!
      for (let c = 0; c < k; c++) {
        left[row * k + c]! -= factor * left[column * k + c]!
        right[row * k + c]! -= factor * right[column * k + c]!
      }
    }
  }
  return right
}
