import { describe, expect, it } from 'vitest'
import { rovingIndex } from '../../src/ui/roving.ts'

describe('rovingIndex', () => {
  it('moves and wraps round', () => {
    expect(rovingIndex('ArrowRight', 0, 3)).toBe(1)
    expect(rovingIndex('ArrowDown', 2, 3)).toBe(0)
    expect(rovingIndex('ArrowLeft', 0, 3)).toBe(2)
    expect(rovingIndex('Home', 2, 3)).toBe(0)
    expect(rovingIndex('End', 0, 3)).toBe(2)
  })
  it('passes over the disabled ones', () => {
    const off = (index: number) => index === 1 || index === 3
    expect(rovingIndex('ArrowRight', 0, 4, off)).toBe(2)
    expect(rovingIndex('End', 0, 4, off)).toBe(2)
    expect(rovingIndex('ArrowUp', 0, 4, off)).toBe(2)
  })
  it('leaves other keys and hopeless groups alone', () => {
    expect(rovingIndex('a', 0, 3)).toBeNull()
    expect(rovingIndex('ArrowDown', 0, 3, () => true)).toBeNull()
  })
})
