import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sniff } from '../../../src/ingest/index.ts'
import { file } from '../files.ts'
import { csvOf } from './nasty.ts'

async function findings(values: (k: number) => string, name = 'kolumn', rows = 200) {
  const header = ['datum', name]
  const cells = Array.from({ length: rows }, (_, k) => ['2025-03-01 10:00', values(k)])
  const { privacy } = await sniff(file(csvOf(cells, header)))
  return privacy!.map(({ kinds, proposed, byName }) => ({
    kinds: kinds.map(({ kind }) => kind),
    proposed,
    byName,
  }))
}
const of =
  (...values: string[]) =>
  (k: number) =>
    values[k % values.length]

describe('no alarm', () => {
  it.each([
    ['codes of crimes', of('0310', '8011', '0807', '9802')],
    [
      'types',
      of('Misshandel mot kvinna som är 18 år eller äldre', 'Klotter', 'Våld mot tjänsteman', 'Olaga hot'),
    ],
    ['streets without numbers', of('Karl Johans gata', 'Slottsgatan', 'Olof Palmes gata', 'Norra Vallgatan')],
    ['districts', of('Erikslust', 'Rosengård', 'Husie', 'Lund', 'Limhamn', 'Oxie')],
    [
      'parishes',
      of('Katarina', 'Sofia', 'Maria Magdalena', 'Adolf Fredrik', 'Hedvig Eleonora', 'Oscar', 'Högalid'),
    ],
    ['schools', of('Norrbyskolan', 'Gustav Adolfsskolan', 'Astrid Lindgrens skola')],
    ['DeSO', (k: number) => `0180C10${10 + (k % 80)}`],
    ['kommun codes', of('0180', '1280', '1480')],
    ['northings', (k: number) => String(6_580_822 + 131 * k)],
    ['eastings with decimals', (k: number) => `${674_032 + k},${k % 1000}`],
    ['degrees', (k: number) => (59.3293235 + k / 9_973).toFixed(9)],
    ['running numbers', (k: number) => String(8_501_010_000 + 37 * k)],
    ['long running numbers', (k: number) => String(198_501_010_000 + 37 * k)],
    ['ids', (k: number) => `K${String(k).padStart(8, '0')}`],
    ['other ids', (k: number) => `EX${String(k).padStart(6, '0')}`],
    ['dates', (k: number) => `2025-03-${10 + (k % 18)}`],
    ['dates with clock', (k: number) => `${10 + (k % 18)}-03-2025 08:1${k % 10}`],
    ['compact times', (k: number) => `202503${10 + (k % 18)}23${10 + (k % 50)}`],
    ['seconds since 1970', (k: number) => String(1_705_100_000 + 97 * k)],
    ['costs', of('5500', '11 500', '1 234,50 kr', '−200')],
    ['versions', of('1.2.3', '10.0.1')],
    ['organisation numbers', of('556036-0793', '202100-6172', '212000-0142')],
    ['roads', of('Riksväg 40', 'E4', 'Länsväg 222', 'Väg 73')],
    ['English types', of('Personal Robbery', 'Theft From Vehicle', 'Grand Larceny Of Motor Vehicle')],
  ])('for %s', async (_, values) => {
    expect(await findings(values)).toEqual([])
  })

  it('for the demo’s files', async () => {
    for (const name of ['incidents.csv', 'repairs.csv']) {
      const { privacy } = await sniff(file(readFileSync(resolve('public/demo', name), 'utf8')))
      expect(privacy).toEqual([])
    }
  })

  const data = resolve(import.meta.dirname, '../../../../shared/reference/data')
  it.runIf(existsSync(data))('for the reference’s files', async () => {
    for (const name of readdirSync(data).filter((found) => found.endsWith('.csv'))) {
      const { privacy } = await sniff(file(readFileSync(resolve(data, name), 'utf8')))
      expect(privacy, name).toEqual([])
    }
  })
})

describe('found by content, whatever the column is called', () => {
  it.each([
    ['identityNumber', of('811228-9874', '701063-2391', '19811228-9874')],
    ['name', of('Anna Svensson', 'Ali Hassan', 'Okänd', 'Xiulan Wójcik')],
    ['name', of('Svensson, Anna', 'Öberg, Karin')],
    ['phone', of('070-123 45 67', '08-508 27 000')],
    ['email', of('anna@exempel.se')],
    ['plate', of('ABC123', 'DEF12G')],
    ['address', of('Storgatan 12', 'Lundavägen 3 B')],
    ['freeText', (k: number) => `Anmälaren uppger att bilen ${k} var borta.`],
    ['network', of('192.168.1.27', '10.0.0.3')],
  ])('%s', async (kind, values) => {
    expect(await findings(values)).toMatchObject([{ kinds: [kind], proposed: 'drop', byName: false }])
  })

  it('case numbers, which stay unless a person says no', async () => {
    expect(await findings((k) => `5000-K${123_456 + k}-25`, 'diarienummer')).toMatchObject([
      { kinds: ['caseNumber'], proposed: 'keep' },
    ])
  })

  it('what else running text holds', async () => {
    const [{ kinds }] = await findings(
      (k) => `Erik Lindqvist, 811228-9874, ringde ${k} gånger från 070-123 45 67 och var arg.`,
    )
    expect([...kinds].sort()).toEqual(['freeText', 'identityNumber', 'name', 'phone'])
  })
})

describe('the name of a column adds weight', () => {
  it('to numbers whose check digits are wrong, and to names that no list has', async () => {
    const wrong = of('811228-9875', '811228-9871')
    expect(await findings(wrong)).toEqual([])
    expect(await findings(wrong, 'personnummer')).toMatchObject([{ proposed: 'drop', byName: true }])
    const rare = of('Xiulan Wójcik', 'Bolormaa Ganbold', 'Ngozi Okonkwo', 'Tuomas Räisänen')
    expect(await findings(rare)).toEqual([])
    expect(await findings(rare, 'målsägande')).toMatchObject([{ kinds: ['name'], byName: true }])
    expect(await findings(of('Norrbyskolan', 'Slottsparken', 'Hamnen'), 'namn')).toEqual([])
  })

  it('to house numbers apart from their street', async () => {
    const numbers = of('12', '4 B', '101', '7')
    expect(await findings(numbers, 'antal')).toEqual([])
    expect(await findings(numbers, 'husnummer')).toMatchObject([
      { kinds: ['address'], proposed: 'drop', byName: true },
    ])
  })

  it('to dates of birth', async () => {
    const dates = (k: number) => `19${50 + (k % 50)}-03-12`
    expect(await findings(dates, 'registrerad')).toEqual([])
    expect(await findings(dates, 'födelsedatum')).toMatchObject([{ kinds: ['birthDate'], proposed: 'drop' }])
    expect(await findings((k) => String(31_000 + 17 * k), 'Födelsetal')).toEqual([])
    expect(await findings((k) => String(1950 + (k % 50)), 'Födelseår')).toMatchObject([{ proposed: 'drop' }])
  })
})
