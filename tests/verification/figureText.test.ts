import { describe, expect, it } from 'vitest'
import { createFormatter } from '../../src/i18n/format.ts'
import { browserName } from '../../src/panels/verification/browserName.ts'
import { differenceText, scientific, valueText } from '../../src/panels/verification/figureText.ts'

const sv = createFormatter('sv')
const en = createFormatter('en')
const absolute = (size: number) => ({ kind: 'absolute', size }) as const
const relative = (size: number) => ({ kind: 'relative', size }) as const

describe('figures with as many digits as their tolerance asks for', () => {
  it('printed figures keep their zeros, and what was obtained shows one digit more', () => {
    expect(valueText(111.8, absolute(0.005), sv, 0)).toBe('111,80')
    expect(valueText(111.80339887, absolute(0.005), sv, 1)).toBe('111,803')
    expect(valueText(-99.694, absolute(0.0005), sv, 0)).toBe('−99,694')
    expect(valueText(0.02984, absolute(5e-6), en, 0)).toBe('0.02984')
    expect(valueText(-196, absolute(0.5), sv, 0)).toBe('−196')
    expect(valueText(-195.61, absolute(0.5), sv, 1)).toBe('−195,6')
    expect(valueText(6_580_000.4, relative(0.05), en, 0)).toBe('6,580,000')
  })

  it('finer ones do not', () => {
    expect(valueText(0.5600000000000001, absolute(1e-12), sv, 1)).toBe('0,56')
    expect(valueText(4.8989794855664, relative(1e-9), sv, 0)).toBe('4,89897949')
    expect(valueText(4.8989794855664, relative(1e-9), sv, 1)).toBe('4,898979486')
    expect(valueText(144.13745568114, relative(1e-9), en, 0)).toBe('144.137456')
    expect(valueText(5.539228869716e-8, relative(1e-8), sv, 0)).toBe('5,5392289·10⁻⁸')
  })

  it('whole numbers, none and endless ones', () => {
    expect(valueText(6_580_000, absolute(0), sv, 0)).toBe('6\u00a0580\u00a0000')
    expect(valueText(2000, absolute(0), en, 1)).toBe('2,000')
    expect(valueText(Infinity, absolute(0), sv, 0)).toBe('∞')
    expect(valueText(NaN, absolute(0), sv, 0)).toBe('–')
    expect(valueText(0, absolute(1e-9), sv, 0)).toBe('0')
    expect(valueText(3.2e-13, absolute(1e-9), sv, 1)).toBe('3,2·10⁻¹³')
    expect(valueText(0.5, absolute(0), sv, 0)).toBe('0,5')
  })

  it('differences in two digits', () => {
    expect(differenceText(0, sv)).toBe('0')
    expect(differenceText(0.0034, sv)).toBe('0,0034')
    expect(differenceText(5e-5, sv)).toBe('5·10⁻⁵')
    expect(differenceText(1e-9, sv)).toBe('10⁻⁹')
    expect(differenceText(12.34, en)).toBe('12')
    expect(differenceText(0.1, en)).toBe('0.1')
    expect(differenceText(Infinity, sv)).toBe('–')
    expect(scientific(-4.06e12, sv, 1)).toBe('−4,1·10¹²')
  })
})

describe('browserName', () => {
  it.each([
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36',
      'Chrome 147',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0.0.0 Safari/537.36 Edg/147.0.1',
      'Edge 147',
    ],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox 140'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari 18',
    ],
    ['curl/8', null],
  ])('%s', (userAgent, name) => expect(browserName(userAgent)).toBe(name))
})
