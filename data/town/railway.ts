import type { Point } from '../frame.ts'
import { smooth } from './shape.ts'

/** The single line across the island and the passing loop at the station, in local metres. */
export const railway: Point[] = smooth(
  [
    [-4560, 700],
    [-3700, 820],
    [-2900, 800],
    [-1893, 754],
    [-1113, 706],
    [-333, 684],
    [0, 700],
    [343, 738],
    [707, 812],
    [1435, 1066],
    [2200, 1440],
    [3000, 1860],
    [3700, 2250],
    [4240, 2560],
  ],
  4,
)
export const secondTrack: Point[] = smooth(
  [
    [-560, 700],
    [-333, 698],
    [0, 714],
    [343, 752],
    [560, 790],
  ],
  4,
)
