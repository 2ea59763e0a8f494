/** Where the guards of an effect stand. Numbers of incidents, days and fractions. */
export const EFFECT_LIMITS = {
  /** Fewest expected incidents of the target in either period (the rule of five of a table's expected counts). */
  expected: 5,
  /** Days of baseline without which nothing is said, and days that are wanted. */
  baselineDays: 365,
  baselineDaysWanted: 1095,
  /** Zones that share less than this of the smaller one share a border, drawn or clipped imprecisely. */
  overlapShare: 0.001,
  /** Share of days in months of the year that the other period lacks: from here on it is told of, or withholds without a control. */
  seasonCaution: 0.05,
  seasonWithholds: 0.25,
  /** A control is comparable only where its level before is within this factor of the target's. */
  levelFactor: 5,
  /** p of the trends' difference before the measure under which a control is not comparable. */
  preTrend: 0.05,
  /** Fewest time steps before the measure for that test. */
  preTrendSteps: 6,
  /** Pearson dispersion from which on it is told that counts vary more than chance. */
  dispersion: 1.5,
  /** One-sided level at which a rise round the target is called displacement: missing one is the worse error. */
  displacementLevel: 0.95,
} as const
