import type { Page } from 'playwright-core'

/** Drives the built app the way a person does, and waits for what it says of itself. */
export class AppPage {
  constructor(
    readonly page: Page,
    readonly url: string,
  ) {}

  /** Opens the page with a fragment such as `#d=demo`; a page that is open already is loaded anew. */
  async open(hash = ''): Promise<void> {
    await this.page.goto('about:blank')
    await this.page.goto(this.url + hash)
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
    await this.page.locator('[data-map="idle"]').waitFor({ timeout })
    await this.page.evaluate(() => document.fonts.ready.then(() => undefined))
  }
}
