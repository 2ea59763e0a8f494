import { describe, expect, it } from 'vitest'
import { allocateColumns, type IncidentColumns } from '../../../src/domain/incident.ts'
import { projection, SWEREF99_TM } from '../../../src/ingest/index.ts'
import { positionLattice } from '../../../src/workers/depth/positionLattice.ts'
import { seeded } from '../../analysis/seeded.ts'
import { demoEngine } from '../engine/demoEngine.ts'

const { forward, inverse } = projection(SWEREF99_TM)
const random = seeded(4)

/** As the ingest leaves them: the coordinates of the file, and the others projected from them. */
function inMetres(n: number, at: () => [number, number]): IncidentColumns {
  const columns = allocateColumns(n)
  for (let i = 0; i < n; i++) {
    ;[columns.x[i], columns.y[i]] = at()
    ;[columns.lon[i], columns.lat[i]] = inverse(columns.x[i], columns.y[i])
  }
  return columns
}

function inDegrees(n: number, decimals: number): IncidentColumns {
  const columns = allocateColumns(n)
  const round = (value: number) => Math.round(value * 10 ** decimals) / 10 ** decimals
  for (let i = 0; i < n; i++) {
    columns.lon[i] = round(18 + random() * 0.2)
    columns.lat[i] = round(59 + random() * 0.2)
    ;[columns.x[i], columns.y[i]] = forward(columns.lon[i], columns.lat[i])
  }
  return columns
}

const whole = (range: number) => Math.floor(random() * range)

describe('positionLattice', () => {
  it.each([10, 50, 100, 250, 1000])('knows corners and centres of a grid of %d m', (step) => {
    const corner = (): [number, number] => [674_000 + whole(40) * step, 6_580_000 + whole(40) * step]
    expect(positionLattice(inMetres(200, corner))).toEqual({ stepX: step, stepY: step, decimals: null })
    const centre = (): [number, number] => {
      const [x, y] = corner()
      return [x + step / 2, y + step / 2]
    }
    expect(positionLattice(inMetres(200, centre))).toMatchObject({ stepX: step, stepY: step })
  })

  it.each([
    [2, 1111, 570.7],
    [3, 111, 57.07],
    [4, 11, 5.707],
  ])('knows degrees of %d decimals', (decimals, stepY, stepX) => {
    const lattice = positionLattice(inDegrees(300, decimals))!
    expect(lattice.decimals).toBe(decimals)
    expect(Math.round(lattice.stepY)).toBe(stepY)
    expect(Math.abs(lattice.stepX / stepX - 1)).toBeLessThan(0.02)
  })

  it('lets a stray row in a hundred be from elsewhere, not more', () => {
    let k = 0
    const mixed = (strays: number) => () => {
      const stray = k++ < strays ? 3 : 0
      return [674_000 + whole(400) * 100 + stray, 6_580_000 + whole(400) * 100 + stray] as [number, number]
    }
    expect(positionLattice(inMetres(1000, mixed(2)))?.stepX).toBe(100)
    k = 0
    expect(positionLattice(inMetres(1000, mixed(60)))).toBeNull()
  })

  it('says nothing of positions to the metre, of few, of one place, of none', async () => {
    const metre = (): [number, number] => [674_000 + whole(4000), 6_580_000 + whole(4000)]
    expect(positionLattice(inMetres(500, metre))).toBeNull()
    expect(positionLattice(inDegrees(300, 6))).toBeNull()
    expect(positionLattice(inMetres(5, () => [674_000 + whole(9) * 100, 6_580_000]))).toBeNull()
    expect(positionLattice(inMetres(500, () => [674_000, 6_580_000]))).toBeNull()
    expect(positionLattice(allocateColumns(50))).toBeNull()
    expect(positionLattice((await demoEngine()).engine.columns)).toBeNull()
  })
})
