import type { Catalogue } from './sv.ts'
import { plots } from './en/plots.ts'
import { ui } from './en/ui.ts'

export const en: Catalogue = { ui, plots }
