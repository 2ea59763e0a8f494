/** The statistics: one method a file, numbers in, numbers out. Metres, incidents per km², UTC milliseconds; fractions, never percent. */
export type { GridSpec, MultiPolygon } from '../domain/grid.ts'
export { cellAt, centreX, centreY, extentOf, gridFor, MAX_CELLS, type Extent } from './grid.ts'
export type { Points } from './points.ts'

export { bandwidthScott } from './density/bandwidthScott.ts'
export { binnedDensity } from './density/binnedDensity.ts'
export { contourAbove, hotspotContours, meanOfNonZero } from './density/hotspotContours.ts'
export type { Kernel } from './density/kernel.ts'
export { kernelDensity, type DensityResult } from './density/kernelDensity.ts'
