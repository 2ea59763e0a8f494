import { describe, expect, it } from 'vitest'
import { projection, SWEREF99_TM } from '../../../src/ingest/crs.ts'
import { sniff, proposeMapping, type Coarsening, type LoadOptions } from '../../../src/ingest/index.ts'
import { load } from '../../../src/ingest/load.ts'
import { moverFor } from '../../../src/ingest/privacy/coarsen.ts'
import { readPositions } from '../../../src/ingest/privacy/readPositions.ts'
import { newSecret, SECRET_BYTES } from '../../../src/ingest/privacy/secret.ts'
import type { IngestError } from '../../../src/ingest/errors.ts'
import { file, loadFile, type Loaded } from '../files.ts'
import { csvOf } from './nasty.ts'
import { decodeText } from './serialised.ts'

const SECRET = Uint8Array.from({ length: SECRET_BYTES }, (_, k) => k)
const out = new Float64Array(2)
const coarsened = (coarsening: Coarsening) => ({ privacy: { columns: [], coarsening } })

describe('grid snap', () => {
  it('puts a place in the middle of its cell, whose edges are whole multiples', async () => {
    const move = await moverFor({ kind: 'grid', cell: 100 }, SECRET)
    const at = (x: number, y: number) => (move(x, y, out), [...out])
    expect(at(674_032, 6_580_822)).toEqual([674_050, 6_580_850])
    expect(at(674_000, 6_580_899.99)).toEqual([674_050, 6_580_850])
    expect(at(674_100, 6_580_900)).toEqual([674_150, 6_580_950])
    expect(at(-1, -100)).toEqual([-50, -50])
  })
})

describe('donut masking', () => {
  const ring = { kind: 'donut', min: 30, max: 100 } as const

  it('moves within the ring, evenly over its surface and in all directions', async () => {
    const move = await moverFor(ring, SECRET)
    const n = 20_000
    let inner = 0
    const quadrants = [0, 0, 0, 0]
    // The radius that halves the surface of the ring.
    const half = Math.sqrt((ring.min ** 2 + ring.max ** 2) / 2)
    for (let k = 0; k < n; k++) {
      const [x, y] = [674_000 + k, 6_580_000 + 3 * k]
      move(x, y, out)
      const distance = Math.hypot(out[0] - x, out[1] - y)
      expect(distance).toBeGreaterThanOrEqual(ring.min - 1e-6)
      expect(distance).toBeLessThanOrEqual(ring.max + 1e-6)
      if (distance < half) inner++
      quadrants[(out[0] > x ? 1 : 0) + (out[1] > y ? 2 : 0)]++
    }
    // Five standard errors of a fair coin.
    expect(Math.abs(inner / n - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / n))
    for (const count of quadrants) expect(Math.abs(count / n - 0.25)).toBeLessThan(5 * Math.sqrt(0.1875 / n))
  })

  it('moves the same place alike, so that the mean of repeats does not point back; another secret moves it elsewhere', async () => {
    const place = async (secret: Uint8Array, x = 674_032.123) => {
      const move = await moverFor(ring, secret)
      move(1, 2, out)
      move(x, 6_580_822, out)
      return [...out]
    }
    expect(await place(SECRET)).toEqual(await place(SECRET.slice()))
    expect(await place(SECRET)).not.toEqual(await place(newSecret()))
    const here = await place(SECRET)
    const almost = await place(SECRET, 674_032.1232)
    expect(almost[0] - here[0]).toBeCloseTo(0.0002, 6)
  })
})

describe('a load with coarser places', () => {
  const header = ['id', 'datum', 'lon', 'lat', 'northing', 'plats', 'punkt', 'antal']
  const metric = projection(SWEREF99_TM)
  const rows = Array.from({ length: 200 }, (_, k) => {
    const [x, y] = [674_032 + 31 * (k % 50), 6_580_822 + 17 * (k % 50)]
    const [lon, lat] = metric.inverse(x, y)
    return [
      `E${k}`,
      '2025-03-01 10:00',
      lon.toFixed(6),
      lat.toFixed(6),
      y.toFixed(1),
      'Slottsgatan',
      `POINT (${lon.toFixed(6)} ${lat.toFixed(6)})`,
      String(k),
    ]
  })
  const text = csvOf(rows, header)

  async function withSecret(coarsening: Coarsening, options: Partial<LoadOptions> = {}) {
    const source = file(text)
    const description = await sniff(source)
    const mapping = { ...proposeMapping(description), ...coarsened(coarsening) }
    const batches: Loaded['columns'][] = []
    const report = await load(source, description, mapping, {
      onBatch: (batch) => void batches.push(batch.columns),
      ...options,
    })
    return { report, columns: batches[0], description, mapping, source }
  }

  it('stores no coordinate of the source, in whatever column', async () => {
    const loaded = await loadFile(file(text), coarsened({ kind: 'grid', cell: 200 }))
    const everything = decodeText(loaded)
    for (const [, , lon, lat, northing] of rows.slice(0, 50))
      for (const value of [lon, lat, northing]) expect(everything).not.toContain(value)
    expect(loaded.texts[0].schema.fields.map(({ name }) => name)).toEqual([
      'row',
      'id',
      'datum',
      'plats',
      'antal',
    ])
    expect(loaded.report.privacy.coarsening).toEqual({
      method: { kind: 'grid', cell: 200 },
      dropped: ['lon', 'lat', 'northing', 'punkt'],
      effect: null,
    })
  })

  it('moves metres and degrees alike, and the keys of the rows with them', async () => {
    const exact = await loadFile(file(text))
    const snapped = await loadFile(file(text), coarsened({ kind: 'grid', cell: 200 }))
    for (let i = 0; i < 200; i++) {
      expect(snapped.columns.x[i] % 200).toBeCloseTo(100, 6)
      expect(Math.abs(snapped.columns.x[i] - exact.columns.x[i])).toBeLessThanOrEqual(100)
      const [x, y] = metric.forward(snapped.columns.lon[i], snapped.columns.lat[i])
      expect(Math.hypot(x - snapped.columns.x[i], y - snapped.columns.y[i])).toBeLessThan(0.001)
    }
  })

  it('comes out alike with the same secret, which stands nowhere in what is kept', async () => {
    const ring = { kind: 'donut', min: 50, max: 150 } as const
    const first = await withSecret(ring, { secret: SECRET })
    const again = await withSecret(ring, { secret: SECRET.slice() })
    const other = await withSecret(ring)
    expect(first.columns).toEqual(again.columns)
    expect(first.columns.x).not.toEqual(other.columns.x)
    expect(JSON.stringify([first.report, first.mapping])).not.toMatch(/secret|seed/i)
    // 50 places, each four times: repeats stay repeats.
    expect(new Set(first.columns.x).size).toBe(50)
  })

  it('compares true and moved places, before the load as in it', async () => {
    const ring = { kind: 'donut', min: 50, max: 150 } as const
    const compare = ({ before, after }: Awaited<ReturnType<typeof readPositions>>) => {
      let largest = 0
      before.x.forEach((x, i) => {
        largest = Math.max(largest, Math.hypot(after.x[i] - x, after.y[i] - before.y[i]))
      })
      return {
        bandwidth: 0,
        cell: 0,
        n: before.x.length,
        peakRatio: 1,
        largestDifference: 0,
        correlation: 1,
        topCellsKept: 1,
        meanDisplacement: 0,
        largestDisplacement: largest,
      }
    }
    const { report, source, description, mapping } = await withSecret(ring, { secret: SECRET, compare })
    const tried = compare(await readPositions(source, description, mapping, await moverFor(ring, SECRET)))
    expect(report.privacy.coarsening?.effect).toEqual(tried)
    expect(tried.n).toBe(200)
    expect(tried.largestDisplacement).toBeGreaterThan(50)
    expect(tried.largestDisplacement).toBeLessThanOrEqual(150)
  })

  it.each([
    { kind: 'grid', cell: 10 },
    { kind: 'grid', cell: NaN },
    { kind: 'donut', min: 100, max: 100 },
    { kind: 'donut', min: 0, max: 100 },
  ] as const)('is refused where %o is none', async (coarsening) => {
    await expect(loadFile(file(text), coarsened(coarsening))).rejects.toMatchObject({
      code: 'badCoarsening',
    } satisfies Partial<IngestError>)
  })
})
