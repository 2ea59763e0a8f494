import { describe, expect, it } from 'vitest'
import { wrap } from '../../src/plots/exportPlot.ts'
import { escapeXml } from '../../src/plots/svgOfElement.ts'

const width = (line: string) => line.length

describe('the text of an exported picture', () => {
  it('breaks between words and keeps each', () => {
    expect(wrap('312 anmälda brott, +22 % mot samma period', 18, width)).toEqual([
      '312 anmälda brott,',
      '+22 % mot samma',
      'period',
    ])
    expect(wrap('', 20, width)).toEqual([])
    expect(wrap('enlångordsammansättning', 5, width)).toEqual(['enlångordsammansättning'])
  })
  it('is safe in XML', () => {
    expect(escapeXml('a < b & "c" > d')).toBe('a &lt; b &amp; &quot;c&quot; &gt; d')
  })
})
