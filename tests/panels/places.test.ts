import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hourOfCell } from '../../src/domain/hourWindow.ts'
import type { Measure, MeasureGeometry } from '../../src/domain/measure.ts'
import { nearestPlace } from '../../src/panels/nearestPlace.ts'
import { peakWindow } from '../../src/panels/peakWindow.ts'
import { measurePoint } from '../../src/panels/situation/measurePoint.ts'
import { shownMarks } from '../../src/panels/situation/shownMarks.ts'
import { trendMonths } from '../../src/panels/situation/trend.ts'
import { dayNumber, type Period } from '../../src/domain/period.ts'
import type { Lagesbild } from '../../src/state/lagesbild.svelte.ts'

describe('peakWindow', () => {
  it('finds the four hours of a night that pass midnight, under the day on which they start', () => {
    const week = new Float64Array(168)
    for (let k = 0; k < 4; k++) week[hourOfCell(4, 17 + k)] = 5
    week[20] = 8
    expect(peakWindow(week)).toEqual({ row: 4, from: 23, to: 3, count: 20 })
  })

  it('holds as much as any four hours within a 06-06 day', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 168, maxLength: 168 }), (week) => {
        const peak = peakWindow(week)
        let most = 0
        for (let row = 0; row < 7; row++)
          for (let column = 0; column <= 20; column++)
            most = Math.max(
              most,
              [0, 1, 2, 3].reduce((sum, k) => sum + week[hourOfCell(row, column + k)], 0),
            )
        expect(peak.count).toBe(most)
        expect((peak.to - peak.from + 24) % 24).toBe(4)
      }),
    )
  })
})

describe('nearestPlace', () => {
  const place = (name: string, x: number, y: number) => ({ name, x, y, lon: 0, lat: 0 })
  const places = [place('torget', 0, 0), place('stationen', 300, 0)]

  it('lends its name within 250 m, the nearest first', () => {
    expect(nearestPlace(places, 140, 0)?.name).toBe('torget')
    expect(nearestPlace(places, 160, 0)?.name).toBe('stationen')
    expect(nearestPlace(places, 0, 249)?.name).toBe('torget')
    expect(nearestPlace(places, 0, 251)).toBeNull()
    expect(nearestPlace([], 0, 0)).toBeNull()
  })
})

describe('measurePoint', () => {
  const at = (geometry: MeasureGeometry) => measurePoint({ geometry } as Measure)

  it('is the point, the middle of the line, the mean of the corners', () => {
    expect(at({ type: 'Point', coordinates: [18, 59], radius: 50 })).toEqual([18, 59])
    const line: [number, number][] = [
      [0, 0],
      [1, 1],
      [4, 0],
    ]
    expect(at({ type: 'LineString', coordinates: line, radius: 5 })).toEqual([1, 1])
    const ring: [number, number][] = [
      [0, 0],
      [2, 0],
      [2, 2],
      [0, 2],
      [0, 0],
    ]
    expect(at({ type: 'Polygon', coordinates: [ring] })).toEqual([1, 1])
  })
})

describe('shownMarks', () => {
  const app = (part: { screen?: string; mapMode?: string; walks?: unknown[]; hotspots?: boolean } = {}) =>
    ({
      view: {
        layers: { hotspots: part.hotspots ?? true, walks: true, measures: true },
        settings: { screen: part.screen ?? 'situation', mapMode: part.mapMode ?? 'density' },
      },
      prevention: { walks: part.walks ?? [{}], measures: [{}] },
    }) as unknown as Lagesbild

  it('shows more marks the nearer one comes', () => {
    expect(shownMarks(app(), 12)).toEqual({ hotspots: true, few: true, walks: false, measures: false })
    expect(shownMarks(app(), 13.5)).toEqual({ hotspots: true, few: false, walks: false, measures: true })
    expect(shownMarks(app(), 15)).toEqual({ hotspots: true, few: false, walks: true, measures: true })
  })

  it('shows hotspots neither among points nor on the areas, and no marks that there are none of', () => {
    expect(shownMarks(app({ mapMode: 'points' }), 15).hotspots).toBe(false)
    expect(shownMarks(app({ hotspots: false }), 15).hotspots).toBe(false)
    expect(shownMarks(app({ screen: 'areas' }), 15)).toMatchObject({
      hotspots: false,
      walks: false,
      measures: false,
    })
    expect(shownMarks(app({ walks: [] }), 15).walks).toBe(false)
  })
})

describe('trendMonths', () => {
  const month = (year: number, number: number): Period => ({
    from: dayNumber(year, number, 1),
    to: dayNumber(year, number + 1, 1),
  })
  const months = Array.from({ length: 14 }, (_, i) => month(2024, i + 1))
  const counts = months.map((_, i) => i + 1)

  it('sets the same month of the year before beside each, where the data hold it whole', () => {
    const rows = trendMonths(months, counts, { from: dayNumber(2024, 1, 10), to: dayNumber(2025, 3, 1) })
    expect(rows[11].before).toBeNull()
    expect(rows[12].before).toBeNull()
    expect(rows[13]).toMatchObject({ count: 14, before: 2 })
  })

  it('marks the months that the data cover only in part', () => {
    const rows = trendMonths(months, counts, { from: dayNumber(2024, 1, 10), to: dayNumber(2025, 2, 15) })
    expect(rows.map(({ complete }) => complete)).toEqual([false, ...new Array<boolean>(12).fill(true), false])
  })
})
