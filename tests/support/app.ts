import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { sv } from '../../src/i18n/sv.ts'

/** Hours of the screen's week: rows mån … sön, 24 columns from 06. */
export type HeatCells = number[]

export interface TypeCount {
  name: string
  count: number
}

/** Drives the built app the way a person does, by what it says of itself to assistive technology. */
export class AppPage {
  readonly heat: Locator
  readonly timeline: Locator
  readonly headline: Locator

  constructor(
    readonly page: Page,
    readonly url: string,
    readonly texts: typeof sv = sv,
  ) {
    this.heat = page.getByRole('grid', { name: texts.plots.heat.name })
    this.timeline = page.getByRole('grid', { name: texts.panels.trend.crime })
    this.headline = page.getByTestId('headline')
  }

  /** Opens the page anew with a fragment such as `#d=demo`. */
  async open(hash = ''): Promise<void> {
    await this.page.goto('about:blank')
    await this.page.goto(this.url + hash)
  }

  /** Follows a link to another view of the page that is open. */
  async goTo(hash: string): Promise<void> {
    await this.page.evaluate((fragment) => void (location.hash = fragment), hash)
  }

  /** The counts and the surface on screen are those of what is chosen. */
  async ready(timeout = 60_000): Promise<void> {
    await this.page.locator('[data-ready="true"]').waitFor({ timeout })
  }

  /** All rows of the data set can be asked for from the database. */
  async databaseReady(timeout = 60_000): Promise<void> {
    await this.page.locator('[data-database="filled"]').waitFor({ timeout })
  }

  /** The map has drawn what it was last given. */
  async mapDrawn(timeout = 60_000): Promise<void> {
    await this.page.evaluate(async () => {
      await document.fonts.ready
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    })
    await this.page.locator('[data-map="idle"]').waitFor({ timeout })
  }

  get hash(): string {
    return decodeURIComponent(new URL(this.page.url()).hash)
  }

  /** The first figure of the sentence over the map: how many are counted. */
  async total(): Promise<number> {
    return firstFigure((await this.headline.textContent()) ?? '')
  }

  async show(
    screen: keyof typeof sv.app.rail & ('situation' | 'areas' | 'measures' | 'incidents' | 'data'),
  ): Promise<void> {
    const rail = this.page.getByRole('navigation', { name: this.texts.app.rail.label })
    await rail.getByRole('button', { name: this.texts.app.rail[screen] }).click()
  }

  /** Counts of the week's table, row by row from Monday 06. */
  async week(): Promise<HeatCells> {
    return figures(this.heat.locator('[role="gridcell"][aria-label]'))
  }

  /** Counts of the months under the map. */
  async months(): Promise<number[]> {
    return figures(this.timeline.locator('[role="gridcell"][aria-label]'))
  }

  /** Lifts the filter whose chip carries this label. */
  async lift(label: string | RegExp): Promise<void> {
    const chips = this.page.getByRole('list', { name: this.texts.app.filters.label }).getByRole('listitem')
    await chips
      .filter({ hasText: label })
      .getByRole('button', { name: this.texts.ui.remove('') })
      .first()
      .click()
    await this.ready()
  }

  /** How many rows the table of incidents says it holds, of how many; from the database. */
  async tableRows(): Promise<{ shown: number; all: number }> {
    await this.show('incidents')
    await this.databaseReady()
    return this.rowCount()
  }

  /** As {@link tableRows}, where the table is on screen. */
  async rowCount(): Promise<{ shown: number; all: number }> {
    const [shown, all] = (await this.page.getByTestId('row-count').innerText()).split(' av ').map(firstFigure)
    return { shown, all }
  }

  /** Crime types with their counts, all of them. */
  async types(): Promise<TypeCount[]> {
    const { types } = this.texts.plots
    const all = this.page.getByRole('button', { name: /^Visa alla \d+ typer$/ })
    if (await all.isVisible()) await all.click()
    return this.page
      .getByRole('list', { name: types.name })
      .getByRole('button')
      .evaluateAll((rows) =>
        rows.map((row) => ({
          name: row.querySelector('.name')?.textContent?.trim() ?? '',
          count: Number((row.querySelector('.number')?.textContent ?? '').replace(/\s/g, '')),
        })),
      )
  }

  /** Draws a brush over the week from one cell to another; rows from Monday 0, columns from 06. */
  async brushWeek(from: { row: number; column: number }, to: { row: number; column: number }): Promise<void> {
    const cell = ({ row, column }: { row: number; column: number }) =>
      this.heat.locator('[role="gridcell"][aria-label]').nth(row * 24 + column)
    await this.#drag(cell(from), cell(to))
  }

  /** Draws a brush over the months from one to another, by their index. */
  async brushMonths(from: number, to: number): Promise<void> {
    const month = (index: number) => this.timeline.locator('[role="gridcell"][aria-label]').nth(index)
    await this.#drag(month(from), month(to))
  }

  /** Drops a file on the page as the desktop does: a drop event whose DataTransfer holds the file. */
  async drop(path: string, type = 'text/csv'): Promise<void> {
    await this.dropBytes(readFileSync(path), basename(path), type)
  }

  /** Drops a file of this text on the page. */
  async dropText(text: string, name: string, type = 'text/csv'): Promise<void> {
    await this.dropBytes(Buffer.from(text), name, type)
  }

  /** Drops a file of these bytes on the page. */
  async dropBytes(content: Buffer, name: string, type: string): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ({ bytes, name, type }) => {
        const raw = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))
        const data = new DataTransfer()
        data.items.add(new File([raw], name, { type }))
        return data
      },
      { bytes: content.toString('base64'), name, type },
    )
    const target = this.page.locator('#app > *').first()
    await target.dispatchEvent('dragover', { dataTransfer: transfer })
    await target.dispatchEvent('drop', { dataTransfer: transfer })
    await transfer.dispose()
  }

  /** Chooses a file through the browser's own dialogue. */
  async choose(path: string): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser')
    const { welcome, topBar } = this.texts.app
    const invitation = this.page.getByRole('button', { name: welcome.choose })
    if (await invitation.isVisible()) await invitation.click()
    else {
      await this.page.getByRole('banner').getByRole('button', { expanded: false }).first().click()
      await this.page.getByRole('menuitem', { name: topBar.openFile }).click()
    }
    await (await chooser).setFiles(path)
  }

  /** Accepts how the file is read, after `amend` has corrected it, and waits for the counts. */
  async load(amend?: () => Promise<void>, timeout = 120_000): Promise<void> {
    const button = this.page.getByRole('button', { name: this.texts.panels.open.load, exact: true })
    await button.waitFor({ timeout })
    await amend?.()
    await button.click()
    await button.waitFor({ state: 'detached', timeout })
    await this.ready(timeout)
  }

  async #drag(from: Locator, to: Locator): Promise<void> {
    await from.scrollIntoViewIfNeeded()
    const start = await middle(from)
    const end = await middle(to)
    const { mouse } = this.page
    await mouse.move(start.x, start.y)
    await mouse.down()
    await mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2, { steps: 4 })
    await mouse.move(end.x, end.y, { steps: 4 })
    await mouse.up()
  }
}

/** The number that a Swedish text begins to speak of: "1 234 anmälda brott" is 1234, "95,3 brott" 95.3. */
export function firstFigure(text: string): number {
  const written = /\d[\d\s\u00a0\u202f]*(?:,\d+)?/.exec(text)?.[0]
  return written === undefined ? NaN : Number(written.replace(/[^\d,]/g, '').replace(',', '.'))
}

async function middle(place: Locator): Promise<{ x: number; y: number }> {
  const box = await place.boundingBox()
  if (!box) throw new Error('The cell is not on the screen')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The figures after the last colon of each cell's name. */
async function figures(cells: Locator): Promise<number[]> {
  const names = await cells.evaluateAll((all) => all.map((cell) => cell.getAttribute('aria-label') ?? ''))
  return names.map((name) => firstFigure(name.slice(name.lastIndexOf(':') + 1)))
}
