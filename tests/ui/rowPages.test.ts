import { describe, expect, it } from 'vitest'
import { RowPages } from '../../src/ui/rowPages.svelte.ts'

const numbers = (offset: number, limit: number) => Array.from({ length: limit }, (_, i) => offset + i)

describe('RowPages', () => {
  it('reads only the pages in view, once', async () => {
    const asked: number[] = []
    const pages = new RowPages(async (offset, limit) => {
      asked.push(offset)
      return numbers(offset, limit)
    }, 10)
    await pages.ensure(15, 31)
    await pages.ensure(12, 30)
    expect(asked).toEqual([10, 20, 30])
    expect(pages.row(25)).toBe(25)
    expect(pages.row(5)).toBeUndefined()
  })

  it('throws away answers to an earlier question', async () => {
    let answer: (rows: number[]) => void = () => {}
    const pages = new RowPages<number>(() => new Promise((resolve) => (answer = resolve)), 10)
    const first = pages.ensure(0, 5)
    pages.reset(async () => [7])
    answer([1])
    await first
    expect(pages.row(0)).toBeUndefined()
    await pages.ensure(0, 5)
    expect(pages.row(0)).toBe(7)
  })

  it('tells what failed and tries again when asked', async () => {
    let fails = true
    const pages = new RowPages(async (offset, limit) => {
      if (fails) throw new Error('no')
      return numbers(offset, limit)
    }, 10)
    await pages.ensure(0, 5)
    expect(pages.failed(3)).toBe(true)
    fails = false
    await pages.ensure(0, 5)
    expect(pages.failed(3)).toBe(true)
    await pages.ensure(0, 5, true)
    expect(pages.row(3)).toBe(3)
  })

  it('lets the oldest pages go, never those in view', async () => {
    const pages = new RowPages(async (offset, limit) => numbers(offset, limit), 10, 2)
    await pages.ensure(0, 10)
    await pages.ensure(10, 20)
    await pages.ensure(20, 50)
    expect(pages.row(0)).toBeUndefined()
    expect(pages.row(12)).toBeUndefined()
    expect([20, 30, 49].map((index) => pages.row(index))).toEqual([20, 30, 49])
  })
})
