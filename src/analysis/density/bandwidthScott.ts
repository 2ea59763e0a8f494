import { invalid } from '../argument.ts'
import { isPlaced, requirePoints, type Points } from '../points.ts'

/**
 * Scott's rule: σⱼ · n^(−1/6) per axis, the mean of both axes, in metres; σ with divisor n − 1. For a town it gives
 * kilometres: an upper bound to show, not a default. Source: Scott (1992), Multivariate Density Estimation, eq. 6.42, d = 2.
 * Weights are not used.
 * @throws RangeError for fewer than two placed points
 */
export function bandwidthScott(points: Points): number {
  requirePoints(points)
  let n = 0, meanX = 0, meanY = 0, squaresX = 0, squaresY = 0 // prettier-ignore
  for (let i = 0; i < points.x.length; i++) {
    if (!isPlaced(points, i)) continue
    n++
    const dx = points.x[i]! - meanX
    const dy = points.y[i]! - meanY
    meanX += dx / n
    meanY += dy / n
    squaresX += dx * (points.x[i]! - meanX)
    squaresY += dy * (points.y[i]! - meanY)
  }
  if (n < 2) throw invalid('points (placed)', n, 'at least 2')
  const spread = (Math.sqrt(squaresX / (n - 1)) + Math.sqrt(squaresY / (n - 1))) / 2
  return spread * n ** (-1 / 6)
}
