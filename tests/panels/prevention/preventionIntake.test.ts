import { describe, expect, it } from 'vitest'
import type { SourceFile } from '../../../src/ingest/index.ts'
import { readWork } from '../../../src/ingest/prevention/readWork.ts'
import { PreventionIntake } from '../../../src/panels/prevention/preventionIntake.svelte.ts'
import { wantsDate } from '../../../src/panels/prevention/workOpening.ts'
import { CrimeTypesState } from '../../../src/state/crimeTypes.svelte.ts'
import { PreventionState } from '../../../src/state/prevention.svelte.ts'
import type { PreventionFiles } from '../../../src/workers/preventionFilesClient.ts'
import type { PreventionFilesJobs } from '../../../src/workers/preventionFilesMessages.ts'

const file = (text: string, name: string) => new File([text], name) as SourceFile
const WALK = [
  'Datum;Iakttagelse;Kategori;Trygg/Otrygg;Ansvarig;Beslut;Lat;Long',
  '2025-04-09;Trasig lampa;Belysning;Otrygg;Gatukontoret;Beslutad;58.1421;18.2608',
].join('\n')

/** Reads files truly, when a test lets it. */
class HeldFiles {
  readonly waiting: (() => void)[] = []
  held = false

  async ask(_: 'read', { file: { blob, name }, wished, mapping }: PreventionFilesJobs['read']['request']) {
    if (this.held) await new Promise<void>((go) => this.waiting.push(go))
    return readWork(new File([blob], name) as SourceFile, wished, mapping)
  }

  cancel() {
    this.waiting.length = 0
  }

  letGo() {
    this.held = false
    this.waiting.splice(0).forEach((go) => go())
  }
}

function intakeOf(files: HeldFiles) {
  const app = {
    prevention: new PreventionState(),
    welcome: false,
    view: { panelOpen: false, show: () => undefined },
    crimeTypes: new CrimeTypesState(() => undefined),
  }
  return new PreventionIntake({ app, tell: () => undefined }, files as unknown as PreventionFiles)
}

describe('a file of walks that is looked at', () => {
  it('keeps a choice that was made while the one before was read', async () => {
    const files = new HeldFiles()
    const intake = intakeOf(files)
    ;(await intake.lookAt(file(WALK, 'a.csv'), 'walks'))()
    const { columns } = intake.opening!.main!.reading.foreign!.mapping
    files.held = true
    const first = intake.changeMapping({ columns: { ...columns, responsible: undefined } })
    const second = intake.changeMapping({
      columns: { ...intake.opening!.main!.reading.foreign!.mapping.columns, decision: undefined },
    })
    files.letGo()
    await Promise.all([first, second])
    const [observation] = intake.opening!.main!.reading.content.walks[0]!.observations
    expect(observation).toMatchObject({ text: 'Trasig lampa' })
    expect(observation).not.toHaveProperty('responsible')
    expect(observation).not.toHaveProperty('decision')
    expect(intake.opening!.busy).toBe(false)
  })

  it('does not come back into the form of the file that followed it', async () => {
    const files = new HeldFiles()
    const intake = intakeOf(files)
    ;(await intake.lookAt(file(WALK, 'a.csv'), 'walks'))()
    const next = await intake.lookAt(file(WALK.replace('Trasig lampa', 'Klotter'), 'b.csv'), 'walks')
    files.held = true
    const late = intake.changeWords({ title: 'Vår' })
    next()
    files.letGo()
    await late
    expect(intake.opening!.main!.file.name).toBe('b.csv')
    expect(intake.opening!.main!.reading.content.walks[0]!.observations[0]!.text).toBe('Klotter')
  })

  it('asks for its day where the walk that it was to join is gone', async () => {
    const intake = intakeOf(new HeldFiles())
    ;(await intake.lookAt(file(WALK.replace('Datum', 'Nr').replace('2025-04-09', '1'), 'a.csv'), 'walks'))()
    await intake.changeWords({ into: 'borta' })
    const { opening } = intake
    const { content } = opening!.main!.reading
    expect(content.walks[0]).toMatchObject({ id: 'borta', date: '' })
    expect(wantsDate(opening!, content, { walks: content.walks })).toBe(false)
    expect(wantsDate(opening!, content, { walks: [] })).toBe(true)
  })
})
