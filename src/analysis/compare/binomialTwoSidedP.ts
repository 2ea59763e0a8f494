import gammaln from '@stdlib/math-base-special-gammaln'

/** Outcomes as likely as the observed one but for rounding count as such (R's binom.test). */
const TIE = 1 + 1e-7

/**
 * Exact two-sided p of `successes` in `trials` at probability `share`: the total probability of the outcomes that are no more
 * likely than the observed one (the method of minimum likelihood).
 */
export function binomialTwoSidedP(successes: number, trials: number, share: number): number {
  if (trials === 0) return 1
  const logFactorial = gammaln(trials + 1)
  const probability = (k: number) =>
    Math.exp(
      logFactorial -
        gammaln(k + 1) -
        gammaln(trials - k + 1) +
        k * Math.log(share) +
        (trials - k) * Math.log1p(-share),
    )
  const limit = probability(successes) * TIE
  const mode = Math.min(trials, Math.floor((trials + 1) * share))
  // The probability falls away from the mode: each side is entered where it is at most the limit.
  const below = firstBelow(-1, mode, (k) => probability(k) <= limit)
  const above = firstBelow(trials + 1, mode, (k) => probability(k) <= limit)
  if (below >= above) return 1
  // A p below what float64 can hold is small, not none.
  return Math.max(Number.MIN_VALUE, Math.min(1, tail(below, -1, probability) + tail(above, 1, probability)))
}

/** The outcome nearest to the mode, on the side of `end`, for which `holds`; `end` where there is none. */
function firstBelow(end: number, mode: number, holds: (k: number) => boolean): number {
  const side = Math.sign(end - mode)
  let far = Math.abs(end - mode)
  let near = -1
  while (far - near > 1) {
    const middle = (far + near) >> 1
    if (holds(mode + side * middle)) far = middle
    else near = middle
  }
  return mode + side * far
}

/** Sum of probabilities from `k` outward until they no longer count. */
function tail(k: number, step: number, probability: (k: number) => number): number {
  let sum = 0
  for (let at = k; ; at += step) {
    const p = probability(at)
    if (!(p > sum * 1e-17)) return sum
    sum += p
  }
}
