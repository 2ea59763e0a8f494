import { CONTENT_LISTS } from '../../domain/preventionFile/merge.ts'
import type { FileContent } from '../../domain/preventionFile/records.ts'
import type { FileSubject } from '../../domain/preventionFile/tables.ts'
import { locale } from '../../i18n/locale.svelte.ts'
import type { SourceFile } from '../../ingest/index.ts'
import type { WorkReading } from '../../ingest/prevention/readWork.ts'
import type { WorkMapping } from '../../ingest/prevention/workMapping.ts'
import type { Lagesbild } from '../../state/lagesbild.svelte.ts'
import { JobCancelled } from '../../workers/jobs.ts'
import { PreventionFilesClient, type PreventionFiles } from '../../workers/preventionFilesClient.ts'
import { outcomeText } from './contentFacts.ts'
import { openedContent, subjectOfOpening, toPut, type WorkOpening } from './workOpening.ts'

/** The part of the state that taking in walks and measures needs. */
export type PreventionIntakeApp = Pick<Lagesbild, 'prevention' | 'welcome'> & {
  view: Pick<Lagesbild['view'], 'show' | 'panelOpen'>
  crimeTypes: Pick<Lagesbild['crimeTypes'], 'current'>
}

export interface PreventionIntakeHost {
  app: PreventionIntakeApp
  /** Tells what came of a file. */
  tell(outcome: () => string): void
}

/** The zone that the times of a GPS device, which are UTC, are told in. */
const TIME_ZONE = 'Europe/Stockholm'

/** Takes in walks and measures: shown as they would be read, corrected, joined with a route, merged with what is there. */
export class PreventionIntake {
  opening = $state.raw<WorkOpening | null>(null)
  #turn = 0

  constructor(
    private readonly host: PreventionIntakeHost,
    private readonly files: PreventionFiles = new PreventionFilesClient(),
  ) {}

  get open(): boolean {
    return this.opening !== null
  }

  /** Reads a file, and gives what is to be done with it: a form of its own, or a part of the one that is open. */
  async lookAt(file: SourceFile, wished: FileSubject | null): Promise<() => void> {
    const reading = await this.#ask(file, wished, null)
    return () => {
      const whole = joined(this.opening, file, reading)
      // What is still read of the file before has no place in another's form.
      if (!whole) this.#turn++
      this.opening = whole ?? opened(file, reading)
      this.host.app.view.panelOpen = true
      if (this.opening.main?.reading.foreign && this.opening.words.date !== '') void this.changeWords({})
    }
  }

  /** Reads another's table anew. */
  async changeMapping(part: Partial<WorkMapping>): Promise<void> {
    const before = this.opening
    const mapping = before?.main?.reading.foreign?.mapping
    if (!before?.main || !mapping) return
    const { words } = before
    const next = { ...mapping, ...part, ...words }
    // What is chosen holds at once: a choice made before the file is read anew builds on it.
    const { main } = before
    this.#show({
      main: {
        ...main,
        reading: {
          ...main.reading,
          foreign: main.reading.foreign && { ...main.reading.foreign, mapping: next },
        },
      },
    })
    await this.#read(main.file, null, next)
  }

  /** Another sheet, or another idea of what the file holds: its columns are looked at anew. */
  async changeSubject(subject: FileSubject): Promise<void> {
    if (this.opening?.main) await this.#read(this.opening.main.file, subject, null)
  }

  async changeWords(part: Partial<WorkOpening['words']>): Promise<void> {
    if (!this.opening) return
    this.#show({ words: { ...this.opening.words, ...part } })
    await this.changeMapping({})
  }

  choose(part: Partial<Pick<WorkOpening, 'hide' | 'mode'>>): void {
    this.#show(part)
  }

  /** Takes in what is shown. */
  async accept(): Promise<void> {
    const before = this.opening
    if (!before || before.busy) return
    const turn = ++this.#turn
    const { prevention, view } = this.host.app
    try {
      const shown = openedContent(before, prevention)
      const personal = before.hide && (before.main?.reading.personal.length ?? 0) > 0
      if (personal) this.#show({ busy: true })
      const content: FileContent = personal ? await this.files.ask('hide', { content: shown }) : shown
      if (turn !== this.#turn) return
      const onto = prevention.walk(before.words.into)
      const put = toPut(before, content, prevention.current)
      for (const list of CONTENT_LISTS) if (put[list].length > 0) prevention.putAll(list, put[list] as never)
      this.opening = null
      this.host.app.welcome = false
      view.show(subjectOfOpening(before))
      this.host.tell(() => outcomeText(content, onto, locale))
    } catch (error) {
      if (turn === this.#turn) this.#show({ busy: false, error: error as Error })
    }
  }

  cancel(): void {
    this.#turn++
    this.opening = null
    this.files.cancel()
  }

  async #read(file: SourceFile, wished: FileSubject | null, mapping: WorkMapping | null): Promise<void> {
    const turn = ++this.#turn
    this.#show({ busy: true, error: null })
    try {
      const reading = await this.#ask(file, wished, mapping)
      if (turn === this.#turn) this.#show({ main: { file, reading }, busy: false })
    } catch (error) {
      if (turn === this.#turn && !(error instanceof JobCancelled))
        this.#show({ busy: false, error: error as Error })
    }
  }

  #ask(file: SourceFile, wished: FileSubject | null, mapping: WorkMapping | null): Promise<WorkReading> {
    const types = this.host.app.crimeTypes.current
    return this.files.ask('read', { file: posted(file), wished, mapping, types })
  }

  #show(part: Partial<WorkOpening>): void {
    if (this.opening) this.opening = { ...this.opening, ...part }
  }
}

function opened(file: SourceFile, reading: WorkReading): WorkOpening {
  const mapping = reading.foreign?.mapping
  const [route] = reading.routes
  const [date = '', startTime = ''] = localTime(route?.time ?? '')
  return {
    main: holdsEntries(reading) ? { file, reading } : null,
    routes: reading.routes.length > 0 ? { file, reading } : null,
    words: {
      date: mapping?.date || date,
      startTime: mapping?.startTime || startTime,
      title: route?.name || (mapping?.title ?? ''),
      light: mapping?.light ?? 'daylight',
      organiser: '',
      feelsUnsaid: mapping?.feelsUnsaid ?? 'unsafe',
      into: null,
    },
    hide: true,
    mode: 'replace',
    busy: false,
    error: null,
  }
}

/** A route beside a table, or a table beside a route; null where the new file stands for itself. */
function joined(before: WorkOpening | null, file: SourceFile, reading: WorkReading): WorkOpening | null {
  if (!before || reading.subject !== 'walks' || subjectOfOpening(before) !== 'walks') return null
  const lines = reading.routes.length > 0
  if (lines && before.main && !before.routes && !holdsEntries(reading)) {
    const [date = '', startTime = ''] = localTime(reading.routes[0]!.time)
    const words = {
      ...before.words,
      date: before.words.date || date,
      startTime: before.words.startTime || startTime,
    }
    return { ...before, routes: { file, reading }, words }
  }
  if (!lines && before.routes && !before.main) return { ...before, main: { file, reading } }
  return null
}

function holdsEntries(reading: WorkReading): boolean {
  return reading.foreign !== null || CONTENT_LISTS.some((list) => reading.content[list].length > 0)
}

/** Day and clock of an instant where the walk was. */
function localTime(time: string): string[] {
  const instant = new Date(time)
  if (time === '' || Number.isNaN(instant.getTime())) return []
  return new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, dateStyle: 'short', timeStyle: 'short' })
    .format(instant)
    .split(' ')
}

function posted(file: SourceFile) {
  return { blob: file, name: file.name }
}
