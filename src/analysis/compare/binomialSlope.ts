export interface SlopeFit {
  slope: number
  /** Of the slope, from the binomial information. */
  standardError: number
  /** Pearson χ² over degrees of freedom; NaN with fewer than three steps. */
  dispersion: number
  /** How much the deviance falls by the slope: χ² with one degree of freedom where it is 0. */
  likelihoodRatio: number
}

const MOST_STEPS = 60

/**
 * Logistic regression of a share on one variable, logit p = a + b·x + offset, by iteratively reweighted least squares. Given each
 * step's total, two groups of Poisson counts are binomial: what both share at a step — the season — is conditioned away, and b is the
 * coefficient of group × x in a Poisson regression with one effect for each step (McCullagh & Nelder 1989, 6.4).
 * @param successes counts of one group; @param trials of both, above 0
 * @param offset log of the first group's exposure over the other's
 */
export function binomialSlope(
  successes: ArrayLike<number>,
  trials: ArrayLike<number>,
  x: ArrayLike<number>,
  offset: ArrayLike<number>,
): SlopeFit {
  const full = fit(successes, trials, x, offset, true)
  const none = fit(successes, trials, x, offset, false)
  return {
    slope: full.slope,
    standardError: full.standardError,
    dispersion: full.pearson / (successes.length - 2),
    likelihoodRatio: Math.max(0, none.deviance - full.deviance),
  }
}

function fit(
  successes: ArrayLike<number>,
  trials: ArrayLike<number>,
  x: ArrayLike<number>,
  offset: ArrayLike<number>,
  sloped: boolean,
): { slope: number; standardError: number; pearson: number; deviance: number } {
  const n = successes.length
  const share = Float64Array.from(successes, (s, i) => (s + 0.5) / (trials[i]! + 1))
  let [slope, standardError, deviance] = [0, Infinity, Infinity]
  for (let step = 0; step < MOST_STEPS; step++) {
    let [w, wx, wxx, wz, wxz] = [0, 0, 0, 0, 0]
    for (let i = 0; i < n; i++) {
      const p = share[i]!
      const weight = trials[i]! * p * (1 - p)
      const working = Math.log(p / (1 - p)) - offset[i]! + (successes[i]! - trials[i]! * p) / weight
      w += weight
      wx += weight * x[i]!
      wxx += weight * x[i]! ** 2
      wz += weight * working
      wxz += weight * x[i]! * working
    }
    const spread = wxx - (wx * wx) / w
    slope = sloped ? (wxz - (wx * wz) / w) / spread : 0
    const level = (wz - slope * wx) / w
    standardError = 1 / Math.sqrt(spread)
    let next = 0
    for (let i = 0; i < n; i++) {
      // A group that vanishes has no finite slope; its share stops short of 0 and 1, and the deviance settles.
      const logit = Math.max(-30, Math.min(30, level + slope * x[i]! + offset[i]!))
      share[i] = 1 / (1 + Math.exp(-logit))
      const [s, f, p] = [successes[i]!, trials[i]! - successes[i]!, share[i]!]
      if (s > 0) next += 2 * s * Math.log(s / (trials[i]! * p))
      if (f > 0) next += 2 * f * Math.log(f / (trials[i]! * (1 - p)))
    }
    if (Math.abs(next - deviance) <= 1e-12 * (Math.abs(next) + 0.1)) break
    deviance = next
  }
  let pearson = 0
  for (let i = 0; i < n; i++) {
    const [t, p] = [trials[i]!, share[i]!]
    pearson += (successes[i]! - t * p) ** 2 / (t * p * (1 - p))
  }
  return { slope, standardError, pearson, deviance }
}
