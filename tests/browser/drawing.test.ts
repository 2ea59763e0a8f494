import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import type { AppPage } from '../support/app.ts'
import { browserSession } from '../support/session.ts'

const session = browserSession()

/** Corners of a polygon over the middle of the map, in shares of its width and height. */
const CORNERS = [
  [0.45, 0.42],
  [0.75, 0.42],
  [0.75, 0.72],
  [0.45, 0.72],
] as const

const words = (app: AppPage) => app.texts.drawing
const bar = (app: AppPage) => app.page.getByRole('region', { name: words(app).bar })
const button = (app: AppPage, name: string): Locator => app.page.getByRole('button', { name, exact: true })
const chips = (app: AppPage) => app.page.getByRole('list', { name: app.texts.app.filters.label })

/** Opens the drawing of an own area and waits until the map takes clicks for it. */
async function begin(app: AppPage): Promise<void> {
  await button(app, words(app).ownArea.draw).click()
  await bar(app).waitFor()
  await app.page.locator('[data-drawing="ready"]').waitFor()
}

async function at(app: AppPage, [x, y]: readonly [number, number]): Promise<[number, number]> {
  const box = (await app.page.locator('canvas.maplibregl-canvas').first().boundingBox())!
  return [box.x + x * box.width, box.y + y * box.height]
}

/** Moves to a corner as a hand does, and clicks. */
async function click(app: AppPage, corner: readonly [number, number]): Promise<void> {
  const [x, y] = await at(app, corner)
  await app.page.mouse.move(x, y, { steps: 2 })
  await app.page.mouse.click(x, y)
}

const corners = (app: AppPage, n: number) =>
  bar(app).getByText(words(app).corners(String(n), n === 1), { exact: true })

it('an own area is drawn with the mouse and counted in, named, changed, typed and taken back', async () => {
  const app = await session.newApp({ viewport: { width: 1280, height: 800 } })
  await app.open('#d=demo')
  await app.ready()
  await app.mapDrawn()
  const all = await app.total()
  const hash = app.hash

  // Escape leaves everything as it was.
  await begin(app)
  await click(app, CORNERS[0])
  await click(app, CORNERS[1])
  await corners(app, 2).waitFor()
  expect(await button(app, words(app).done).isDisabled()).toBe(true)
  await app.page.keyboard.press('Escape')
  await bar(app).waitFor({ state: 'detached' })
  expect([await app.total(), app.hash]).toEqual([all, hash])

  // Clicks draw and choose nothing; undo takes back one corner; the theme changes under the hand.
  await begin(app)
  for (const corner of CORNERS) await click(app, corner)
  await corners(app, 4).waitFor()
  await app.page.keyboard.press('Control+z')
  await corners(app, 3).waitFor()
  await button(app, app.texts.app.topBar.dark).click()
  await app.page.locator('html[data-theme="dark"]').waitFor()
  await corners(app, 3).waitFor()
  expect(app.hash).not.toContain('w=')
  const [x, y] = await at(app, CORNERS[3])
  await app.page.mouse.move(x, y, { steps: 2 })
  await app.page.mouse.dblclick(x, y)
  await chips(app).getByText(words(app).ownArea.name).waitFor()
  await app.ready()
  const drawn = await app.total()
  expect(drawn).toBeGreaterThan(0)
  expect(drawn).toBeLessThan(all)
  const address = app.hash
  expect(address).toContain('w=o:')

  // Both engines count in it.
  expect((await app.tableRows()).shown).toBe(drawn)
  await app.show('situation')

  // It is named anew; one step back is the old name, one more none of it.
  await chips(app)
    .getByRole('button', { name: words(app).ownArea.name, exact: true })
    .click()
  await app.page.getByLabel(words(app).ownArea.nameLabel).fill('Kvarteren vid ån')
  await app.page.keyboard.press('Enter')
  await chips(app).getByText('Kvarteren vid ån').waitFor()
  await app.ready()
  expect(await app.total()).toBe(drawn)

  // Its corners are read out of the bar as text, ...
  await button(app, words(app).ownArea.change).click()
  await bar(app).waitFor()
  await corners(app, 4).waitFor()
  await button(app, words(app).type).click()
  const field = app.page.getByLabel(words(app).typed.corners)
  const text = await field.inputValue()
  expect(text.split('\n')).toHaveLength(4)
  await app.page.keyboard.press('Escape')
  await bar(app).waitFor({ state: 'detached' })
  await app.lift('Kvarteren vid ån')
  expect(await app.total()).toBe(all)

  // ... and typed by the keyboard alone they count the same.
  await button(app, words(app).ownArea.draw).focus()
  await app.page.keyboard.press('Enter')
  await app.page.locator('[data-drawing="ready"]').waitFor()
  await button(app, words(app).type).focus()
  await app.page.keyboard.press('Enter')
  await app.page.keyboard.type('58.14, 18.27\nvid torget')
  await app.page.keyboard.press('Tab')
  await app.page.keyboard.press('Enter')
  await app.page.getByText(words(app).typed.problems.unreadable('vid torget')).waitFor()

  // An outline that crosses itself is refused, in words.
  const [a, b, c, d] = text.split('\n') as [string, string, string, string]
  await field.fill([a, c, b, d].join('\n'))
  await button(app, words(app).typed.use).click()
  await button(app, words(app).done).click()
  await app.page.getByText(words(app).problems.crossing).waitFor()
  expect(app.hash).not.toContain('w=')

  await field.focus()
  await app.page.keyboard.press('Control+a')
  await app.page.keyboard.type(text)
  await app.page.keyboard.press('Tab')
  await app.page.keyboard.press('Enter')
  await button(app, words(app).done).focus()
  await app.page.keyboard.press('Enter')
  await chips(app).getByText(words(app).ownArea.name).waitFor()
  await app.ready()
  expect(await app.total()).toBe(drawn)

  // What stands in the address counts the same when it is opened again.
  await app.page.reload()
  await app.ready()
  expect(await app.total()).toBe(drawn)
})

it('the places of an evaluation are named on the map and settled by hand: none, drawn, overlapping, proposed again', async () => {
  const app = await session.newApp({ viewport: { width: 1280, height: 800 } })
  const { zones } = words(app)
  const names = app.texts.effect.zones
  const onMap = (name: string | RegExp) => app.page.locator('.marks').getByText(name, { exact: true })
  const group = app.page.getByRole('group', { name: zones.label })
  await app.open('#d=demo&s=effect&e=belysning-n')
  await app.ready()
  for (const name of [
    names.target,
    names.displacement('150\u00a0m'),
    names.control,
    names.displacementControl,
  ])
    await onMap(name).waitFor()

  await app.page.getByText(app.texts.effect.settings.title, { exact: true }).click()
  await group.getByRole('button', { name: zones.of(zones.remove, names.control), exact: true }).click()
  await group.getByText(zones.none, { exact: true }).waitFor()
  await onMap(names.control).waitFor({ state: 'detached' })

  await group.getByRole('button', { name: zones.of(zones.draw, names.control), exact: true }).click()
  await bar(app).getByText(zones.prompts.control).waitFor()
  await button(app, words(app).type).click()
  const field = app.page.getByLabel(words(app).typed.corners)
  await field.fill('58.10, 18.20\n58.10, 18.35\n58.18, 18.35\n58.18, 18.20')
  await button(app, words(app).typed.use).click()
  await button(app, words(app).done).click()
  await group.getByText(zones.origins.drawn, { exact: true }).waitFor()
  await group.getByText(zones.overlaps, { exact: true }).waitFor()

  await group.getByRole('button', { name: zones.of(zones.propose, names.control), exact: true }).click()
  await group.getByText(zones.origins.proposed, { exact: true }).waitFor()
  // What came with the project for the ring may lie on the new proposal; without it nothing overlaps.
  await group
    .getByRole('button', { name: zones.of(zones.remove, names.displacementControl), exact: true })
    .click()
  await group.getByText(zones.overlaps, { exact: true }).waitFor({ state: 'detached' })

  // The ring is proposed again, and has a width to change.
  await group.getByRole('button', { name: new RegExp(`^${zones.propose}: Ring`) }).click()
  expect(await group.getByLabel(zones.width).inputValue()).toBe('150')
})
