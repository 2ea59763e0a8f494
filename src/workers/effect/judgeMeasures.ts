import type { AnalysisEngine } from '../engine/analysisEngine.ts'
import type { JobContext } from '../jobs.ts'
import type { EffectJobs } from './effectMessages.ts'

/** Counts and judges measures one by one, proposing what is not settled. */
export async function judgeMeasures(
  _engine: AnalysisEngine,
  _request: EffectJobs['judge']['request'],
  _context: JobContext,
): Promise<EffectJobs['judge']['response']> {
  throw Object.assign(new Error('The effect engine is not wired yet'), { code: 'effect-not-ready' })
}

export async function evaluatePlans(
  _engine: AnalysisEngine,
  _request: EffectJobs['evaluate']['request'],
  _context: JobContext,
): Promise<EffectJobs['evaluate']['response']> {
  throw Object.assign(new Error('The effect engine is not wired yet'), { code: 'effect-not-ready' })
}

export async function proposeZones(
  _engine: AnalysisEngine,
  _request: EffectJobs['proposeZones']['request'],
  _context: JobContext,
): Promise<EffectJobs['proposeZones']['response']> {
  throw Object.assign(new Error('The effect engine is not wired yet'), { code: 'effect-not-ready' })
}
