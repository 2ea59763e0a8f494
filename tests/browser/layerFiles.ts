import writeWorkbook from 'write-excel-file/universal'

/**
 * Two months of reported crimes that overlap, and fires and repairs of the same invented streets. What they hold in common is
 * written so that a person can count it: see the figures beside each.
 */
const TYPES = ['Klotter', 'Skadegörelse', 'Misshandel utomhus']
const EAST = 674_000
const NORTH = 6_580_000

interface Crime {
  id: string
  time: string
  type: string
  /** Metres from the corner. */
  x: number
  y: number
}

/** Crimes `from` … `to`, one every twelve hours from 1 March 2025 08:15 on, along a street of 600 m. */
function crimes(from: number, to: number): Crime[] {
  return Array.from({ length: to - from + 1 }, (_, k) => {
    const n = from + k
    const at = new Date(Date.UTC(2025, 2, 1, 8, 15) + n * 12 * 3_600_000)
    return {
      id: `A${1000 + n}`,
      time: at.toISOString().slice(0, 16).replace('T', ' '),
      type: TYPES[n % TYPES.length]!,
      x: (n * 37) % 600,
      y: (n * 53) % 400,
    }
  })
}

function csv(rows: readonly Crime[], withId: boolean): string {
  const head = [...(withId ? ['diarienr'] : []), 'brottstyp', 'datum', 'nord', 'öst'].join(';')
  const lines = rows.map(({ id, type, time, x, y }) =>
    [...(withId ? [id] : []), type, time, NORTH + y, EAST + x].join(';'),
  )
  return `${[head, ...lines].join('\r\n')}\r\n`
}

/** 60 crimes. */
export const march = (withId = true) => csv(crimes(1, 60), withId)

/** 50 crimes: 10 of March's, of which one has another type now, and 40 more. */
export function april(withId = true): string {
  const rows = crimes(51, 100)
  rows[0] = { ...rows[0]!, type: 'Rån' }
  return csv(rows, withId)
}

/** 12 fires. */
export function fires(): string {
  const rows = Array.from({ length: 12 }, (_, n) =>
    [
      `2025-03-${String(3 + 2 * n).padStart(2, '0')} 23:30`,
      n % 3 ? 'Brand i container' : 'Bilbrand',
      NORTH + n * 30,
      EAST + n * 20,
    ].join(';'),
  )
  return `insatsdatum;typ av brand;nord;öst\r\n${rows.join('\r\n')}\r\n`
}

/**
 * 20 repairs in a workbook, of which two say no cost; the others 1 250,50 kr each, 22 509 kr in all. Ten lie where and when a
 * crime of March was reported, ten a kilometre away.
 */
export async function repairs(): Promise<Buffer> {
  // In the middle of March: the crimes reach over the fourteen days before and after.
  const reported = crimes(28, 32)
  const rows = Array.from({ length: 20 }, (_, n) => {
    const { x, y, time } = reported[n % 5]!
    const far = n < 10 ? 0 : 1000
    return [
      { value: new Date(`${time.replace(' ', 'T')}:00Z`), type: Date, format: 'yyyy-mm-dd' },
      { value: n % 2 ? 'Klottersanering' : 'Krossad ruta', type: String },
      { value: n % 10 === 9 ? '' : '1 250,50 kr', type: String },
      { value: NORTH + y + far, type: Number },
      { value: EAST + x, type: Number },
    ]
  })
  const head = ['Utfört', 'Skada', 'Kostnad', 'Nord', 'Öst'].map((value) => ({ value, type: String }))
  const blob = await writeWorkbook([{ sheet: 'Reparationer', data: [head, ...rows] }] as never).toBlob()
  return Buffer.from(await blob.arrayBuffer())
}

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
