/** The statistics: one method a file, numbers in, numbers out. Metres, incidents per km², UTC milliseconds; fractions, never percent. */
export type { GridSpec, MultiPolygon } from '../domain/grid.ts'
export { cellAt, centreX, centreY, extentOf, gridFor, MAX_CELLS, type Extent } from './grid.ts'
export type { Points } from './points.ts'
export { finish, part, type Steps } from './steps.ts'

export {
  bandwidthLikelihood,
  bandwidthLikelihoodSteps,
  type BandwidthLikelihood,
} from './density/bandwidthLikelihood.ts'
export { bandwidthScott } from './density/bandwidthScott.ts'
export { binnedDensity } from './density/binnedDensity.ts'
export { densityChange } from './density/densityChange.ts'
export {
  densityChangeSignificance,
  densityChangeSignificanceSteps,
  type ChangeSignificance,
  type ChangeSignificanceOptions,
} from './density/densityChangeSignificance.ts'
export { contourAbove, hotspotContours, meanOfNonZero } from './density/hotspotContours.ts'
export { QUARTIC_PER_SIGMA, type Kernel } from './density/kernel.ts'
export {
  kernelDensity,
  kernelDensitySteps,
  type DensityOptions,
  type DensityResult,
} from './density/kernelDensity.ts'
export { relativeRisk } from './density/relativeRisk.ts'
export {
  relativeRiskTolerance,
  relativeRiskToleranceSteps,
  type RiskTolerance,
  type RiskToleranceOptions,
} from './density/relativeRiskTolerance.ts'

export { adjustPValues, type Adjustment } from './chance/adjustPValues.ts'
export { countInCells } from './chance/countInCells.ts'
export { getisOrdGiStar } from './chance/getisOrdGiStar.ts'
export {
  localMoran,
  localMoranSteps,
  type LocalMoranOptions,
  type LocalMoranResult,
} from './chance/localMoran.ts'
export { mannKendall } from './chance/mannKendall.ts'
export type { Neighbours } from './chance/neighbours.ts'
export { queenNeighbours } from './chance/queenNeighbours.ts'

export { areaFunnel, type AreaFunnel, type FunnelPlace } from './areas/areaFunnel.ts'
export { areaIndex, type AreaIndex } from './areas/areaIndex.ts'
export { assignToAreas, assignToAreasSteps, type AreaAssignment } from './areas/assignToAreas.ts'
export { empiricalBayesRates } from './areas/empiricalBayesRates.ts'
export { funnelLimits } from './areas/funnelLimits.ts'
export { overlappingAreas, type AreaOverlap } from './areas/overlappingAreas.ts'
export { poissonLimits } from './areas/poissonLimits.ts'
export { patternTestByChanceSteps, type PatternTestByChance } from './areas/patternTestByChance.ts'
export { poissonTwoSidedP } from './areas/poissonTwoSidedP.ts'
export { rates } from './areas/rates.ts'
export {
  spatialPointPatternTest,
  spatialPointPatternTestSteps,
  type PatternTest,
  type PatternTestOptions,
} from './areas/spatialPointPatternTest.ts'
export { trendAgainstPeers, type TrendAgainstPeers } from './areas/trendAgainstPeers.ts'

export { nothingNear, type DatedPlaces } from './pattern/nothingNear.ts'

export { convexHull } from './hotspots/convexHull.ts'
export {
  EMERGING_CLASSES,
  emergingHotspots,
  type EmergingClass,
  type EmergingHotspots,
  type EmergingOptions,
} from './hotspots/emergingHotspots.ts'
export { findHotspots, hotspotThreshold, type Hotspot, type HotspotOptions } from './hotspots/findHotspots.ts'
export { giStarGrid, type GiStarGrid } from './hotspots/giStarGrid.ts'
export { studyAreaExtent, studyAreaMask, type HullArea, type StudyArea } from './hotspots/studyArea.ts'

export { aoristicWeights } from './time/aoristicWeights.ts'
export { cusum, cusumReference } from './time/cusum.ts'
export { cusumRunLength, cusumThreshold } from './time/cusumThreshold.ts'
export { localDays, localHoursOfWeek } from './time/localColumns.ts'
export { localToUtcMs } from './time/localToUtcMs.ts'
export { midnightSpike } from './time/midnightSpike.ts'
export { samePeriodLastYear, type SamePeriod } from './time/samePeriodLastYear.ts'
export { timeOfWeekProfile, type TimeSpans } from './time/timeOfWeekProfile.ts'

export { differenceInDifferences, type Panel } from './compare/differenceInDifferences.ts'
export type { Direction } from './compare/direction.ts'
export type {
  DataBreak,
  EffectEvidence,
  EffectSeries,
  ZoneName,
  ZoneOverlap,
} from './compare/effectEvidence.ts'
export { EFFECT_LIMITS } from './compare/effectLimits.ts'
export type { Reason, ReasonCode, ReasonData, Severity } from './compare/effectReason.ts'
export { eTest } from './compare/eTest.ts'
export type { Interval } from './compare/interval.ts'
export type { PreTrend } from './compare/guards/guardControl.ts'
export type { DisplacementJudgement } from './compare/judgeDisplacement.ts'
export {
  judgeEffect,
  type EffectJudgement,
  type Level2Judgement,
  type Level3Judgement,
  type PlaceChange,
  type WithheldJudgement,
} from './compare/judgeEffect.ts'
export type { NetEffect } from './compare/netEffect.ts'
export type { PairedEffect } from './compare/pairedSteps.ts'
export { percentChange } from './compare/percentChange.ts'
export { poissonZ } from './compare/poissonZ.ts'
export {
  cosineLikeness,
  rankControls,
  type ControlLikeness,
  type RankedControl,
} from './compare/rankControls.ts'
export { trendBeforeP } from './compare/trendBeforeP.ts'
export { rateRatio, type ExposureOptions } from './compare/rateRatio.ts'
export { relativeEffectSize } from './compare/relativeEffectSize.ts'
export { weightedDisplacementDifference, type BeforeAfter } from './compare/weightedDisplacementDifference.ts'
export { weightedDisplacementQuotient } from './compare/weightedDisplacementQuotient.ts'
export { measuresTouching, zoneArea, zoneOverlaps } from './compare/zoneOverlap.ts'

export { concentration, lorenzCurve, type Concentration } from './pattern/concentration.ts'
export {
  nearRepeat,
  nearRepeatSteps,
  type NearRepeatOptions,
  type NearRepeatResult,
} from './pattern/nearRepeat.ts'
export { nearestNeighbourIndex, type NearestNeighbourIndex } from './pattern/nearestNeighbourIndex.ts'
export { predictiveAccuracyIndex, type PredictiveAccuracy } from './pattern/predictiveAccuracyIndex.ts'
export {
  repeatsByChance,
  repeatsByChanceSteps,
  type RepeatsByChance,
  type RepeatsByChanceOptions,
} from './pattern/repeatsByChance.ts'
export {
  concentrationByChance,
  concentrationByChanceSteps,
  type ConcentrationByChance,
} from './pattern/concentrationByChance.ts'

export { lightAt, shareInLight, sunLight, type SunLight } from './triangulation/sunLight.ts'
export { areaShape, lineShape, pointShape, shapesWithin, type Shape } from './triangulation/shapes.ts'
export {
  triangulateFelt,
  withoutAnyNear,
  type DensePlaces,
  type FeltClass,
  type FeltPlace,
} from './triangulation/triangulate.ts'
