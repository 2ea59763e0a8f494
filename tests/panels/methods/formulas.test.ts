import katex from 'katex'
import { describe, expect, it } from 'vitest'
import { FORMULAS } from '../../../src/panels/methods/formulas.ts'
import mathml from '../../../src/panels/methods/formulas.mathml.json'
import { METHOD_IDS } from '../../../src/panels/methods/methodIds.ts'

/** A formula as the page draws it: KaTeX's MathML without the TeX that it carries along, which nobody sees. */
function typeset(tex: string, display: boolean): string {
  const markup = katex.renderToString(tex, { output: 'mathml', displayMode: display, strict: 'error' })
  const math = /<math.*<\/math>/s.exec(markup)![0]
  return math.replace(/<annotation.*<\/annotation>/s, '').replace(/<\/?semantics>/g, '')
}

const formulas = METHOD_IDS.map((id) => ({ id, ...FORMULAS[id] }))

it('the MathML in the tree is what KaTeX makes of the formulas (vitest -u writes it anew)', async () => {
  const pieces = new Map<string, string>()
  for (const { lines, symbols } of formulas) {
    for (const line of lines) pieces.set(line, typeset(line, true))
    for (const symbol of symbols) pieces.set(symbol, typeset(symbol, false))
  }
  const sorted = Object.fromEntries([...pieces].sort(([a], [b]) => (a < b ? -1 : 1)))
  await expect(`${JSON.stringify(sorted, null, 2)}\n`).toMatchFileSnapshot(
    '../../../src/panels/methods/formulas.mathml.json',
  )
})

describe.each(formulas)('$id', ({ lines, plain, symbols }) => {
  it('has a formula with a plain reading of each line', () => {
    expect(lines.length).toBeGreaterThan(0)
    expect(plain).toHaveLength(lines.length)
    for (const text of plain) expect(text).not.toMatch(/[\\{}]\w*frac|^\s*$/)
  })

  it('explains symbols that stand in its formula', () => {
    const letters = (tex: string) => tex.match(/\\[a-zA-Z]+|[a-zA-Z]/g) ?? []
    const used = new Set(lines.flatMap(letters))
    for (const symbol of symbols)
      expect(
        letters(symbol).filter((letter) => !used.has(letter)),
        symbol,
      ).toEqual([])
  })

  it('is well-formed MathML without style, script or address, which the policy would refuse', () => {
    for (const tex of [...lines, ...symbols]) {
      const markup = (mathml as Record<string, string>)[tex]!
      expect(markup).toMatch(/^<math xmlns="http:\/\/www.w3.org\/1998\/Math\/MathML".*<\/math>$/s)
      expect(markup).not.toMatch(/\sstyle=|\son\w+=|href|<script|<img|merror|annotation/)
      expect(openElements(markup)).toEqual([])
    }
  })
})

/** Elements that are opened and not closed, in order. */
function openElements(markup: string): string[] {
  const open: string[] = []
  for (const [, close, name, rest] of markup.matchAll(/<(\/?)([a-z]+)([^>]*)>/g)) {
    if (close) expect(open.pop()).toBe(name)
    else if (!rest!.endsWith('/')) open.push(name!)
  }
  return open
}
