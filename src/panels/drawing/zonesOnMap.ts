import type { Zone, ZoneChoice } from '../../domain/evaluation.ts'
import type { MultiPolygon } from '../../domain/grid.ts'
import { projection, projectCoordinates } from '../../ingest/crs.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import type { ZoneDrawing } from '../../map/zoneLayers.ts'
import type { ControlCandidate } from '../../workers/effect/effectMessages.ts'
import { candidateName } from './candidateWords.ts'
import { inverse } from './ownArea.ts'

/** The places of the open measure as the map draws them; null where none is open or answered. */
export function zonesOnMap(app: Lagesbild, candidatesShown: boolean): ZoneDrawing | null {
  const { screen, measure } = app.view.settings
  const { effect } = app
  const dataset = app.data.current
  if (screen !== 'effect' || !dataset || measure === null || effect.open !== measure) return null
  const zones = effect.zonesLonLat
  if (!zones.target) return null
  const { plan, proposal } = effect
  if (!candidatesShown || !plan || !proposal) return { zones }
  const degrees = inverse(projection(dataset.crs))
  return {
    zones,
    candidates: proposal.controls.map((candidate) => ({
      lonLat: projectCoordinates(candidate.polygon, degrees),
      label: candidateName(app, candidate, plan.zones.target),
    })),
    chosenCandidate: chosenCandidate(proposal.controls, plan.zones.control),
  }
}

/** Which of the candidates the control is; undefined where it is none of them. */
export function chosenCandidate(
  candidates: readonly ControlCandidate[],
  control: MultiPolygon | undefined,
): number | undefined {
  if (!control) return undefined
  const index = candidates.findIndex(({ polygon }) => alike(polygon, control))
  return index < 0 ? undefined : index
}

/** Half a metre: a zone that a person has chosen has been to degrees and back. */
function alike(a: MultiPolygon, b: MultiPolygon): boolean {
  const [one, two] = [a.flat(2), b.flat(2)]
  return (
    one.length === two.length &&
    one.every(([x, y], i) => Math.hypot(x! - two[i]![0]!, y! - two[i]![1]!) < 0.5)
  )
}

/** Settles the control to be one of the places that were proposed. */
export function chooseCandidate(app: Lagesbild, measure: string, index: number): void {
  const candidate = app.effect.proposal?.controls[index]
  const target = app.effect.plan?.zones.target
  const dataset = app.data.current
  if (!candidate || !target || !dataset) return
  const degrees = inverse(projection(dataset.crs))
  settleZone(app, measure, 'control', {
    origin: 'proposed',
    lonLat: projectCoordinates(candidate.polygon, degrees),
    label: candidateName(app, candidate, target),
  })
}

/** Settles one place of an evaluation; undefined lets it be proposed again, null does without. */
export function settleZone(
  app: Pick<Lagesbild, 'prevention'>,
  measure: string,
  zone: Zone,
  choice: ZoneChoice | null | undefined,
): void {
  const zones = { ...app.prevention.evaluation(measure).zones }
  if (choice === undefined) delete zones[zone]
  else zones[zone] = choice
  app.prevention.evaluate(measure, { zones })
}
