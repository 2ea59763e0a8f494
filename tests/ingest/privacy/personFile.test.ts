import { describe, expect, it } from 'vitest'
import { load, look, proposeMapping, sniff } from '../../../src/ingest/index.ts'
import { file } from '../files.ts'
import { checkDigit } from './invented.ts'
import { csvOf } from './nasty.ts'

const FIRST = ['Anna', 'Erik', 'Fatima', 'Karin', 'Mohammed', 'Olle', 'Sara', 'Åsa', 'Lars', 'Maja']
const LAST = ['Svensson', 'Lindqvist', 'Hassan', 'Öberg', 'Ali', 'Berg', 'Blom', 'Nyström', 'Ek', 'Falk']

const born = (k: number) => `19${50 + (k % 50)}-0${1 + (k % 9)}-${10 + (k % 18)}`
const pnr = (k: number) => {
  const nine = `${born(k).slice(2).replaceAll('-', '')}${100 + k}`
  return `${nine.slice(0, 6)}-${nine.slice(6)}${checkDigit(nine)}`
}
const VALUES: Record<string, (k: number) => string> = {
  personnummer: pnr,
  namn: (k) => `${FIRST[k % 10]} ${LAST[(3 * k) % 10]}`,
  förnamn: (k) => FIRST[k % 10],
  efternamn: (k) => LAST[(3 * k) % 10],
  födelsedatum: born,
  ort: (k) => ['Malmö', 'Lund'][k % 2],
  datum: (k) => `2025-03-${10 + (k % 18)} 21:15`,
  inskriven: (k) => `2025-03-${10 + (k % 18)}`,
  brottstyp: (k) => ['Klotter', 'Personrån', 'Stöld'][k % 3],
  n: (k) => String(6_580_822 + k),
  e: (k) => String(674_032 + k),
  misstänkt: (k) => `${FIRST[k % 10]} ${LAST[(3 * k) % 10]}`,
  'målsägande pnr': pnr,
  'målsägande kön': (k) => ['Kvinna', 'Man'][k % 2],
  'målsägande ålder': (k) => String(20 + (k % 50)),
  anmälare: (k) => `${FIRST[k % 10]} ${LAST[(3 * k) % 10]}`,
}

const table = (header: string[]) =>
  file(
    csvOf(
      Array.from({ length: 80 }, (_, k) => header.map((name) => VALUES[name](k))),
      header,
    ),
  )

describe('a file of persons is refused', () => {
  it.each([
    ['register', ['personnummer', 'ort'], ['personnummer']],
    ['register', ['personnummer', 'inskriven', 'ort'], ['personnummer']],
    ['birthDates', ['förnamn', 'efternamn', 'födelsedatum'], ['förnamn', 'efternamn', 'födelsedatum']],
    ['birthDates', ['datum', 'brottstyp', 'n', 'e', 'namn', 'födelsedatum'], ['namn', 'födelsedatum']],
    ['partInCase', ['datum', 'brottstyp', 'n', 'e', 'misstänkt'], ['misstänkt']],
    ['partInCase', ['datum', 'brottstyp', 'n', 'e', 'målsägande pnr'], ['målsägande pnr']],
  ])('as %s: %j', async (reason, header, columns) => {
    const failure = { code: 'personFile', data: { reason, columns } }
    await expect(look(table(header))).rejects.toMatchObject(failure)
    const description = await sniff(table(header))
    const onBatch = () => {
      throw new Error('a row of it was read')
    }
    const read = load(table(header), description, proposeMapping(description), { onBatch })
    await expect(read).rejects.toMatchObject(failure)
  })
})

describe('an export of incidents is not, whatever it holds beside', () => {
  it.each([
    [['datum', 'brottstyp', 'n', 'e', 'personnummer'], ['personnummer']],
    [['datum', 'n', 'e', 'personnummer'], ['personnummer']],
    [['datum', 'brottstyp', 'personnummer'], ['personnummer']],
    [['datum', 'brottstyp', 'n', 'e', 'anmälare'], ['anmälare']],
    [['datum', 'brottstyp', 'n', 'e', 'födelsedatum'], ['födelsedatum']],
    [['datum', 'brottstyp', 'n', 'e', 'målsägande kön', 'målsägande ålder'], []],
    [['datum', 'brottstyp', 'n', 'e', 'ort'], []],
  ])('%j', async (header, dropped) => {
    const { description } = await look(table(header))
    const found = description.privacy!.filter(({ proposed }) => proposed === 'drop')
    expect(found.map(({ column }) => header[column])).toEqual(dropped)
  })
})
