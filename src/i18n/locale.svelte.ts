import { createFormatter, type Formatter, type Language } from './format.ts'
import { sv, type Catalogue } from './sv.ts'
import { en } from './en.ts'

/** The language of the interface, its texts and its figures. Swedish first. */
class Locale {
  language = $state<Language>('sv')
  readonly texts: Catalogue = $derived(this.language === 'sv' ? sv : en)
  readonly format: Formatter = $derived(createFormatter(this.language))

  use(language: Language) {
    this.language = language
  }
}

export const locale = new Locale()
