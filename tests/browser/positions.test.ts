import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crsByEpsg, projection } from '../../src/ingest/crs.ts'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession({ map: false })
const MEMPHIS = resolve(import.meta.dirname, '../../../shared/reference/data/memphis_robberies_2019.csv')

/** 60 places in Malmö, within some kilometres. */
const PLACES = Array.from({ length: 60 }, (_, k): [number, number] => [
  13.0 + (k % 8) * 0.004,
  55.59 + Math.floor(k / 8) * 0.002,
])
const when = (k: number) => `2025-0${1 + (k % 6)}-1${k % 9} ${String(k % 24).padStart(2, '0')}:15`

function table(header: string, write: (lon: number, lat: number) => string, ...more: string[]): string {
  const rows = PLACES.map(([lon, lat], k) => `${when(k)};Klotter;${write(lon, lat)}`)
  return `${[`tid;brottstyp;${header}`, ...rows, ...more].join('\n')}\n`
}

function northEast(epsg: number): (lon: number, lat: number) => string {
  const { forward } = projection(crsByEpsg(epsg)!)
  return (lon, lat) =>
    forward(lon, lat)
      .reverse()
      .map((metres) => metres.toFixed(2))
      .join(';')
}

describe('positions in the form', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'lagesbild-positions-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  async function choose(app: AppPage, name: string, content: string): Promise<void> {
    const path = join(folder, name)
    writeFileSync(path, content)
    await app.open()
    await app.ready()
    await app.choose(path)
  }
  const caption = (app: AppPage) => app.page.locator('figure figcaption [role="status"]')

  it('shows where a local zone puts the middle, follows another choice at once, and counts rows without a place', async () => {
    const app = await session.newApp()
    await choose(
      app,
      'lokal.csv',
      table('X;Y', northEast(3008), `${when(1)};Klotter;0;0`, `${when(2)};Klotter;;`),
    )
    const { zones } = app.texts.positions
    const choices = app.page.getByRole('group', { name: zones.legend })
    await expect.poll(() => choices.getByRole('radio').count()).toBe(2)
    expect(await choices.getByRole('radio').first().isChecked()).toBe(true)
    expect(await caption(app).innerText()).toContain('60 rader ligger i och omkring Malmö.')
    expect(await caption(app).innerText()).toContain(
      '1 rad har koordinaterna 0, 0. 1 rad saknar koordinater.',
    )
    expect(await app.page.getByText('”X” i filen är norrkoordinat').isVisible()).toBe(true)

    await choices.getByRole('radio').nth(1).press('Space')
    await expect.poll(() => caption(app).innerText()).toContain('Sjöbo')
    await choices.getByRole('radio').first().press('Space')
    await expect.poll(() => caption(app).innerText()).toContain('Malmö')

    await app.load()
    expect(await app.total()).toBe(62)
    expect((await app.types()).map(({ count }) => count)).toEqual([62])
    await app.show('data')
    const report = app.page.locator('#panel')
    await expect.poll(() => report.innerText()).toContain('SWEREF 99 13 30')
    await expect
      .poll(() => report.innerText())
      .toMatch(/1 rad har koordinaterna 0, 0|1 rader har koordinaterna 0, 0/)
  })

  it.each<[string, string, (lon: number, lat: number) => string]>([
    [
      'one column with decimal commas',
      'plats',
      (lon, lat) => `${lat.toFixed(4)} ${lon.toFixed(4)}`.replaceAll('.', ','),
    ],
    [
      'degrees and minutes',
      'lat;lon',
      (lon, lat) => [lat, lon].map((v) => `${Math.floor(v)}° ${((v % 1) * 60).toFixed(3)}'`).join(';'),
    ],
    ['EWKT', 'geom', (lon, lat) => `"SRID=4326;POINT(${lon} ${lat})"`],
    ['RT 90', 'X;Y', northEast(3021)],
  ])('reads %s without help', async (name, header, write) => {
    const app = await session.newApp()
    await choose(app, `${name.replaceAll(' ', '-')}.csv`, table(header, write))
    await expect.poll(() => caption(app).innerText()).toBe('60 rader ligger i och omkring Malmö.')
    await app.load()
    expect(await app.total()).toBe(60)
  })

  it('swaps axes by a button, and says where that is', async () => {
    const app = await session.newApp()
    await choose(
      app,
      'grader.csv',
      table('lat;lon', (lon, lat) => `${lat};${lon}`),
    )
    await expect.poll(() => caption(app).innerText()).toContain('Malmö')
    await app.page.getByRole('button', { name: app.texts.positions.swap }).press('Enter')
    await expect.poll(() => caption(app).innerText()).toContain('ligger utanför Sverige')
  })

  it('places rows by an address register, and reports how well', async () => {
    const app = await session.newApp()
    const register = join(folder, 'register.csv')
    const houses = PLACES.map(([lon, lat], k) => `Storgatan;${2 * k + 2};Malmö;${lat};${lon}`)
    writeFileSync(register, `gatunamn;husnummer;postort;lat;lon\n${houses.join('\n')}\n`)
    const rows = [
      ...Array.from({ length: 20 }, (_, k) => `${when(k)};Klotter;Storg. ${2 * k + 2}`),
      ...Array.from({ length: 5 }, (_, k) => `${when(k)};Klotter;STORGATAN ${2 * k + 2} B lgh 1101`),
      ...Array.from({ length: 3 }, (_, k) => `${when(k)};Klotter;Hamngatan ${k + 1}`),
    ]
    await choose(app, 'adresser.csv', `tid;brottstyp;gatuadress\n${rows.join('\n')}\n`)
    const words = app.texts.positions.addresses
    const section = app.page.getByRole('region', { name: words.title })
    await section.locator('input[type="file"]').setInputFiles(register)
    const cells = (level: string) =>
      section
        .getByRole('row', { name: new RegExp(`^${level}`) })
        .getByRole('cell')
        .allInnerTexts()
    await expect.poll(() => cells(words.levels.exact)).toEqual(['20', '0 m', words.yes].map(narrow))
    expect(await cells(words.levels.withoutLetter)).toEqual(['5', '0 m', words.yes].map(narrow))
    expect(await cells(words.levels.notFound)).toEqual(['3', '–', words.no])
    await expect.poll(() => caption(app).innerText()).toContain('25 rader ligger i och omkring Malmö.')

    await section.getByLabel(words.lowest).selectOption('exact')
    await expect.poll(() => caption(app).innerText()).toContain('20 rader ligger i och omkring Malmö.')
    await app.load()
    expect(await app.total()).toBe(28)
    await app.show('data')
    const panel = app.page.locator('#panel')
    await expect.poll(() => panel.innerText()).toContain('20 rader utan koordinater fick sin plats')
    expect(await panel.innerText()).not.toContain('Storg')
  })

  it.runIf(existsSync(MEMPHIS))('shows data abroad on a net of degrees', async () => {
    const app = await session.newApp()
    await app.open()
    await app.ready()
    await app.choose(MEMPHIS)
    await expect.poll(() => caption(app).innerText()).toContain('utanför Sverige, kring 35,1')
    await expect.poll(() => app.page.locator('figure .graticule').count()).toBe(1)
  })
})

/** Figures have a no-break space before their unit. */
function narrow(text: string): string {
  return text.replace(' ', '\u00a0')
}
