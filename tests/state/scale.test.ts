import { beforeEach, describe, expect, it } from 'vitest'
import { amountBreaks } from '../../src/state/amountBreaks.ts'
import { ScaleState } from '../../src/state/scale.svelte.ts'
import type { SurfaceResult } from '../../src/workers/messages.ts'

const surface = (max: number, exact = true) =>
  ({ exact, density: { max }, loneIncident: 0 }) as unknown as SurfaceResult

let scale: ScaleState
beforeEach(() => {
  scale = new ScaleState()
})

describe('the density scale', () => {
  it('takes its first bounds from whatever comes first, and says nothing of a move', () => {
    scale.follow(surface(5700, false))
    expect(scale.breaks).toEqual(amountBreaks(5700))
    expect(scale.changed).toBe(false)
  })

  it('follows exact surfaces and says so, never a preview', () => {
    scale.follow(surface(5700))
    scale.follow(surface(900, false))
    expect(scale.breaks).toEqual(amountBreaks(5700))
    expect(scale.changed).toBe(false)
    scale.follow(surface(900))
    expect(scale.breaks).toEqual(amountBreaks(900))
    expect(scale.changed).toBe(true)
    scale.follow(surface(900))
    expect(scale.changed).toBe(false)
  })

  it('stays while it is locked, and catches up when it is let go', () => {
    scale.follow(surface(5700))
    scale.toggleLock(surface(5700))
    scale.follow(surface(900))
    expect(scale.breaks).toEqual(amountBreaks(5700))
    scale.toggleLock(surface(900))
    expect(scale.locked).toBe(false)
    expect(scale.breaks).toEqual(amountBreaks(900))
    scale.reset()
    expect(scale).toMatchObject({ breaks: [], locked: false, changed: false })
  })
})
