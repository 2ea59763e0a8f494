import { beforeEach, describe, expect, it } from 'vitest'
import { Brush, type BrushField } from '../../src/plots/brush.svelte.ts'

type Span = [number, number]

let chosen: Span | null
let calls: string[]
let brush: Brush<Span, 'mark' | 'move'>

const between = (a: number, b: number): Span => [Math.min(a, b), Math.max(a, b)]

/** Ten cells of 10 px in a row. */
const field: BrushField<Span, 'mark' | 'move'> = {
  chosen: () => chosen,
  same: (a, b) => a?.join() === b?.join(),
  cellAt: (x) => Math.min(9, Math.max(0, Math.floor(x / 10))),
  hoverAt: (x) => (x >= 0 && x < 100 ? Math.floor(x / 10) : null),
  gripAt: (x) => (chosen && x >= chosen[0] * 10 && x < (chosen[1] + 1) * 10 ? 'move' : 'mark'),
  drag: (grip, from, to, before) =>
    grip === 'move' && before ? [before[0] + to - from, before[1] + to - from] : between(from, to),
  click: (_grip, cell) => [cell, cell],
  between,
  start: () => chosen?.[0] ?? 0,
  step: (cell, key) => (key === 'ArrowRight' ? cell + 1 : key === 'ArrowLeft' ? cell - 1 : null),
  describe: (choice) => (choice ? `span ${choice.join('-')}` : 'none'),
  describeCell: (cell) => `cell ${cell}`,
  onpreview: (choice) => void calls.push(`preview ${choice?.join('-') ?? 'none'}`),
  oncommit: (choice) => {
    calls.push(`commit ${choice?.join('-') ?? 'none'}`)
    chosen = choice
  },
}

beforeEach(() => {
  chosen = null
  calls = []
  brush = new Brush(field)
})

const drag = (...xs: number[]) => {
  brush.press(xs[0], 0, 5)
  for (const x of xs.slice(1)) brush.move(x, 0)
}

describe('a brush by pointer', () => {
  it('previews each new choice once and commits where it is let go', () => {
    drag(15, 16, 25, 27, 38)
    expect(brush.shown).toEqual([1, 3])
    expect(brush.pressed).toBe(true)
    brush.release()
    expect(calls).toEqual(['preview 1-2', 'preview 1-3', 'commit 1-3'])
    expect(brush.shown).toEqual([1, 3])
    expect(brush.spoken).toBe('span 1-3')
    expect(brush.pressed).toBe(false)
  })
  it('shows no focus ring until a key is pressed, and again once it is left and come back to', () => {
    drag(15, 38)
    brush.release()
    expect(brush.byPointer).toBe(true)
    brush.key('ArrowRight', false)
    expect(brush.byPointer).toBe(false)
    drag(15, 38)
    brush.release()
    brush.leave()
    expect(brush.byPointer).toBe(false)
  })
  it('moves what stood as the drag began', () => {
    chosen = [1, 2]
    drag(15, 35, 55)
    brush.release()
    expect(calls).toEqual(['preview 3-4', 'preview 5-6', 'commit 5-6'])
  })
  it('takes one cell by a click and lifts it by the next', () => {
    drag(45)
    brush.release()
    drag(45)
    brush.release()
    expect(calls).toEqual(['commit 4-4', 'commit none'])
  })
  it('goes back where the pointer is taken away', () => {
    chosen = [7, 8]
    drag(5, 25)
    brush.cancel()
    brush.release()
    expect(calls).toEqual(['preview 0-2', 'preview 7-8'])
    expect(brush.shown).toEqual([7, 8])
  })
  it('commits nothing where a drag ends as it began', () => {
    chosen = [7, 8]
    drag(75, 85, 75)
    brush.release()
    expect(calls.at(-1)).toBe('preview 7-8')
    expect(calls.some((call) => call.startsWith('commit'))).toBe(false)
  })
  it('tells what lies under it and what it would take hold of', () => {
    chosen = [2, 2]
    brush.move(25, 0)
    expect([brush.hovered, brush.grip]).toEqual([2, 'move'])
    brush.move(140, 0)
    expect([brush.hovered, brush.grip]).toEqual([null, 'mark'])
  })
})

describe('a brush by keys', () => {
  const keys = (...names: string[]) =>
    names.map((name) => brush.key(name.replace('Shift+', ''), name.startsWith('Shift+')))

  it('moves, marks and commits', () => {
    keys('ArrowRight', 'ArrowRight')
    expect([brush.cursor, brush.spoken]).toEqual([2, 'cell 2'])
    keys('Shift+ArrowRight', 'Shift+ArrowRight', 'Enter')
    expect(calls).toEqual(['preview 2-3', 'preview 2-4', 'commit 2-4'])
  })
  it('takes the cursor’s cell with Enter, and lifts it again', () => {
    keys('ArrowRight', 'Enter', 'Enter')
    expect(calls).toEqual(['commit 1-1', 'commit none'])
  })
  it('drops a draft by Esc first, then the choice, then leaves the key alone', () => {
    chosen = [3, 5]
    expect(keys('Shift+ArrowRight', 'Escape', 'Escape', 'Escape')).toEqual([true, true, true, false])
    expect(calls).toEqual(['preview 3-4', 'preview 3-5', 'commit none'])
  })
  it('drops a draft as an arrow without Shift, or the focus, leaves it', () => {
    keys('Shift+ArrowRight', 'ArrowRight')
    expect(calls).toEqual(['preview 0-1', 'preview none'])
    keys('Shift+ArrowRight')
    brush.leave()
    expect(calls.at(-1)).toBe('preview none')
    expect(brush.cursor).toBeNull()
  })
  it('leaves other keys alone', () => {
    expect(keys('a', 'Tab')).toEqual([false, false])
  })
})
