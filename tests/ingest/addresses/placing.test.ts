import { describe, expect, it } from 'vitest'
import type { PlacingLevel } from '../../../src/ingest/addresses/matchLevels.ts'
import { proposeAddressColumns } from '../../../src/ingest/addresses/addressColumns.ts'
import { readRegister } from '../../../src/ingest/addresses/readRegister.ts'
import { profileColumns } from '../../../src/ingest/columnProfile.ts'
import { load, preview, proposeMapping, sniff } from '../../../src/ingest/index.ts'
import { lines, noted } from '../files.ts'

const REGISTER = lines(
  'gatunamn;husnr;postort;lat;lon',
  'Storgatan;2;Ystad;55.430;13.82',
  'Storgatan;4;Ystad;55.431;13.82',
  'Storgatan;8;Ystad;55.433;13.82',
)

const ROWS = [
  '2025-03-01 10:00;Klotter;55.500;13.900;Storgatan 2',
  '2025-03-01 11:00;Klotter;;;Storgatan 4',
  '2025-03-01 12:00;Klotter;0;0;Storgatan 2 B',
  '2025-03-01 13:00;Klotter;;;Storgatan 6',
  '2025-03-01 14:00;Klotter;;;Kungsgatan 1',
  '2025-03-01 15:00;Klotter;;;',
  '2025-03-01 16:00;Klotter;10.000;10.000;Storgatan 2',
  '2025-03-01 17:00;Klotter;55.501;13.901;Storgatan 4',
]
const SOURCE = lines('tid;brottstyp;lat;lon;adress', ...ROWS)

async function place(lowest: PlacingLevel) {
  const description = await sniff(SOURCE)
  const columns = proposeAddressColumns(profileColumns(description))!
  const { register } = await readRegister(REGISTER, null)
  const mapping = { ...proposeMapping(description), addresses: { columns, lowest } }
  const lats: number[] = []
  const stored: string[] = []
  const report = await load(SOURCE, description, mapping, {
    register,
    onBatch: (batch) => {
      lats.push(...batch.columns.lat)
      stored.push(Buffer.from(batch.arrow).toString('latin1'))
    },
  })
  return { report, lats, stored: stored.join(''), sample: preview(description, mapping, register) }
}

describe('rows placed by their address', () => {
  it('get a place where they have none of their own, as well as was asked for', async () => {
    const { report, lats } = await place('withoutLetter')
    expect(report.addresses).toMatchObject({
      register: 'fil.csv',
      addresses: 3,
      placed: 2,
      counts: { exact: 1, withoutLetter: 1, nearestNumber: 1, street: 0, notFound: 1, noAddress: 1 },
    })
    expect(lats).toEqual([55.5, 55.431, 55.43, NaN, NaN, NaN, NaN, 55.501])
    expect([
      noted(report, 'noPosition'),
      noted(report, 'nullIsland'),
      noted(report, 'outsideExtent'),
    ]).toEqual([3, 0, 1])
    expect(report.rowsLoaded).toBe(8)
  })

  it('take less where less is accepted, and say how far off that may be', async () => {
    const { report, lats } = await place('nearestNumber')
    expect(lats[3]).toBe(55.431)
    // The neighbours of number 6 are 0.002 degrees of latitude apart.
    expect(report.addresses!.worst.nearestNumber).toBeCloseTo(222.64, 1)
  })

  it('show the same in the preview', async () => {
    const { report, sample } = await place('exact')
    expect(sample.addresses).toEqual(report.addresses)
    expect(sample.rows[1]!.reading).toMatchObject({ lat: 55.431 })
  })

  it('leave no street address behind', async () => {
    const { stored } = await place('withoutLetter')
    expect(stored).toContain('Klotter')
    expect(stored).not.toContain('Storgatan')
  })
})
