import fc from 'fast-check'

/** A position within a square kilometre, to the millimetre. */
export const position = fc.integer({ min: 0, max: 1_000_000 }).map((millimetres) => millimetres / 1000)

/** 0-5 in hundredths. */
export const weight = fc.integer({ min: 0, max: 500 }).map((hundredths) => hundredths / 100)

/** 1 to 40 weighted points. */
export const clouds = fc.array(fc.tuple(position, position, weight), { minLength: 1, maxLength: 40 })

export type Cloud = [x: number, y: number, weight: number][]

export function columnsOf(cloud: Cloud): { x: number[]; y: number[]; weight: number[] } {
  return {
    x: cloud.map(([x]) => x),
    y: cloud.map(([, y]) => y),
    weight: cloud.map(([, , w]) => w),
  }
}

export function totalOf(cloud: Cloud): number {
  return cloud.reduce((sum, [, , w]) => sum + w, 0)
}
