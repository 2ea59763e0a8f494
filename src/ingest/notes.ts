import type { IncidentParser } from './incidentParser.ts'
import type { Mapping } from './mapping.ts'
import { NOTE_CODES, type Note, type NoteCode } from './report.ts'
import type { ReaderNotes } from './source.ts'

/**
 * A share of clock times at exactly 00:00 above this is a default and not a habit: were every time rounded to the hour and
 * spread evenly, one in 24 would stand there.
 */
const SPIKE = 2 / 24
const FEWEST_FOR_SPIKE = 20

const OF_THE_FILE: ReadonlySet<NoteCode> = new Set([
  'noDateColumn',
  'noPositionColumn',
  'noTypeColumn',
  'ambiguousDateOrder',
  'switchedEncoding',
  'otherTimeZone',
])

/** All notes of a load in the order of `NOTE_CODES`, with their shares. `timeZone` is that of the data set. */
export function fileNotes(
  mapping: Mapping,
  parser: IncidentParser,
  rowsLoaded: number,
  reader: ReaderNotes,
  timeZone = mapping.timeZone,
): Note[] {
  const counts = new Map<NoteCode, number>(parser.notes)
  const whole = (code: NoteCode, holds: boolean) => holds && counts.set(code, 1)
  whole('noDateColumn', mapping.from === null)
  const nowhere = mapping.position === null && parser.addresses === null
  whole('noPositionColumn', nowhere)
  whole('noTypeColumn', mapping.type === null)
  whole('ambiguousDateOrder', mapping.from?.ambiguous === true)
  whole('otherTimeZone', mapping.timeZone !== timeZone)
  whole('switchedEncoding', reader.switchedEncoding !== null)
  if (nowhere) counts.delete('noPosition')
  if (reader.notPoints) counts.set('notAPoint', reader.notPoints)
  if (reader.replacedCharacters > 0) counts.set('replacedCharacters', reader.replacedCharacters)
  if (parser.clockTimes >= FEWEST_FOR_SPIKE && parser.midnights > SPIKE * parser.clockTimes)
    counts.set('midnightSpike', parser.midnights)
  return NOTE_CODES.filter((code) => counts.has(code)).map((code) => {
    const count = counts.get(code)!
    if (OF_THE_FILE.has(code)) return { code, count, share: 1 }
    const of = code === 'midnightSpike' ? parser.clockTimes : rowsLoaded
    return { code, count, share: of === 0 ? 0 : Math.min(1, count / of) }
  })
}
