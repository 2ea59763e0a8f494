import { plots } from './sv/plots.ts'
import { ui } from './sv/ui.ts'

/** The source of keys. A text is a string, or a function of typed parameters. */
export const sv = { ui, plots }

export type Catalogue = typeof sv
