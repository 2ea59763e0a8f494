import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, dayNumber } from '../../src/domain/period.ts'
import { dragMonths, monthGripAt } from '../../src/plots/monthBrush.ts'
import {
  dayX,
  labelEvery,
  monthAt,
  monthLabels,
  monthsOfPeriod,
  periodOfMonths,
  placeMarkers,
  samePeriod,
  timelineFrame,
  timelineTicks,
  yearLabels,
  type TimelineMonth,
} from '../../src/plots/timelineLayout.ts'

const start = dayNumber(2023, 1, 1)
const months: TimelineMonth[] = Array.from({ length: 28 }, (_, index) => ({
  from: addMonths(start, index),
  to: addMonths(start, index + 1),
  count: 50 + index * 2,
  before: index < 12 ? null : 50 + (index - 12) * 2,
  complete: index < 27,
}))
const frame = timelineFrame(months, 956, 120)

describe('the axis', () => {
  it('takes zero and two round values not above the largest', () => {
    expect(timelineTicks(105)).toEqual([0, 50, 100])
    expect(timelineTicks(33)).toEqual([0, 15, 30])
    expect(timelineTicks(0)).toEqual([0])
    expect(timelineTicks(1)).toEqual([0, 1])
    expect(timelineTicks(3)).toEqual([0, 1, 2])
    expect(timelineTicks(12345)).toEqual([0, 5000, 10000])
  })
  it('keeps the upper value between half and all of the largest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 5_000_000 }), (max) => {
        const [, , top] = timelineTicks(max)
        expect(top).toBeLessThanOrEqual(max)
        expect(top).toBeGreaterThan(max / 2 - 1e-9)
      }),
    )
  })
  it('lets no bar pass the brush’s edge', () => {
    const tallest = Math.max(...months.map((month) => month.count))
    expect(frame.base - tallest * frame.scale).toBeGreaterThan(frame.top)
  })
})

describe('days and months on the axis', () => {
  it('places months evenly and days within them', () => {
    expect(dayX(frame, months, start)).toBe(frame.left)
    expect(dayX(frame, months, months[1].from)).toBeCloseTo(frame.left + frame.pitch)
    expect(dayX(frame, months, start + 15.5)).toBeCloseTo(frame.left + frame.pitch / 2)
    expect(dayX(frame, months, start - 400)).toBe(frame.left)
    expect(dayX(frame, months, start + 4000)).toBe(frame.right)
  })
  it('finds the month under a point', () => {
    months.forEach((month, index) => {
      expect(monthAt(frame, months, dayX(frame, months, month.from) + frame.pitch / 2)).toBe(index)
    })
    expect(monthAt(frame, months, -10)).toBe(0)
    expect(monthAt(frame, months, 5000)).toBe(27)
  })
  it('turns months into a period and back', () => {
    const period = periodOfMonths(months, 27, 24)
    expect(period).toEqual({ from: dayNumber(2025, 1, 1), to: dayNumber(2025, 5, 1) })
    expect(monthsOfPeriod(months, period)).toEqual({ first: 24, last: 27 })
    expect(monthsOfPeriod(months, { from: start + 40, to: start + 41 })).toEqual({ first: 1, last: 1 })
    expect(monthsOfPeriod(months, { from: start - 40, to: start })).toBeNull()
    expect(samePeriod(period, { ...period })).toBe(true)
    expect(samePeriod(period, null)).toBe(false)
    expect(samePeriod(null, null)).toBe(true)
  })
})

describe('labels', () => {
  it('thin out as months grow narrow', () => {
    expect([32, 25, 20, 9, 6, 2].map(labelEvery)).toEqual([1, 1, 3, 3, 6, 12])
    expect(monthLabels(months, 32)).toHaveLength(28)
    expect(monthLabels(months, 10).map(({ month }) => month)).toEqual([1, 4, 7, 10, 1, 4, 7, 10, 1, 4])
    expect(monthLabels(months, 2)).toEqual([])
  })
  it('write a year where it has room', () => {
    expect(yearLabels(months, 32)).toEqual([
      { index: 0, year: 2023, written: true },
      { index: 12, year: 2024, written: true },
      { index: 24, year: 2025, written: true },
    ])
    expect(yearLabels(months, 8).map(({ written }) => written)).toEqual([true, true, false])
  })
  it('place markers without touching, right, left or without words', () => {
    const marker = (day: number, label = 'xxxxxxxxxx') => ({ day, label, filled: true })
    const placed = placeMarkers(
      [marker(300), marker(100), marker(130), marker(395)],
      (day) => day,
      (label) => label.length * 6,
      (count) => `${count} st`,
      20,
      400,
    )
    expect(placed.map(({ low }) => low)).toEqual([false, false, false, false])
    expect(placed.map(({ x, side }) => [x, side])).toEqual([
      [100, 'left'],
      [130, 'right'],
      [300, 'right'],
      [395, null],
    ])
  })
})

describe('marks that would overlap', () => {
  it('stand as one, named by their number, filled where all are done', () => {
    const marker = (day: number, label: string, filled = true) => ({ day, label, filled })
    const placed = placeMarkers(
      [marker(118, 'c', false), marker(100, 'a'), marker(110, 'b'), marker(200, 'd'), marker(205, 'e')],
      (day) => day,
      (label) => label.length * 6,
      (count) => `${count} st`,
      20,
      400,
    )
    expect(placed.map(({ x, label, filled, members }) => [x, label, filled, members.length])).toEqual([
      [109, '3 st', false, 3],
      [202.5, '2 st', true, 2],
    ])
    expect(placed[0].members.map(({ label }) => label)).toEqual(['a', 'b', 'c'])
  })
})

describe('a marker under the title', () => {
  it('stands lower, with its name only where there is room for it', () => {
    const marker = (day: number) => ({ day, label: 'xxxxxxxxxx', filled: false })
    const placed = placeMarkers(
      [marker(50), marker(95)],
      (day) => day,
      () => 60,
      (count) => `${count} st`,
      100,
      400,
    )
    expect(placed.map(({ low, side }) => [low, side])).toEqual([
      [true, null],
      [true, 'right'],
    ])
  })
})

describe('the brush of the timeline', () => {
  it('knows its edges and its inside', () => {
    const edges = { left: 100, right: 200 }
    expect([90, 97, 103, 150, 197, 203, 210].map((x) => monthGripAt(edges, x))).toEqual([
      'months',
      'left',
      'left',
      'move',
      'right',
      'right',
      'months',
    ])
    expect(monthGripAt(null, 150)).toBe('months')
    expect(monthGripAt({ left: 100, right: 104 }, 102)).toBe('move')
  })
  it('marks, resizes and moves whole months', () => {
    const before = { first: 4, last: 6 }
    expect(dragMonths('months', 9, 7, before, 28)).toEqual({ first: 7, last: 9 })
    expect(dragMonths('left', 4, 2, before, 28)).toEqual({ first: 2, last: 6 })
    expect(dragMonths('left', 4, 8, before, 28)).toEqual({ first: 6, last: 8 })
    expect(dragMonths('right', 6, 10, before, 28)).toEqual({ first: 4, last: 10 })
    expect(dragMonths('move', 5, 7, before, 28)).toEqual({ first: 6, last: 8 })
    expect(dragMonths('move', 5, 99, before, 28)).toEqual({ first: 25, last: 27 })
    expect(dragMonths('move', 5, -99, before, 28)).toEqual({ first: 0, last: 2 })
  })
})
