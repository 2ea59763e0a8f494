import { locale } from '../../i18n/locale.svelte.ts'

/** Whether a person protects what is saved, and the passphrase that they write for it. */
export class ChosenPassphrase {
  wanted = $state(false)
  value = $state('')
  again = $state('')
  #asked = $state(false)

  /** Why it cannot be taken, once it has been tried. */
  get error(): string | null {
    if (!this.#asked || !this.wanted) return null
    const texts = locale.texts.project.passphrase
    if (this.value === '') return texts.missing
    return this.value === this.again ? null : texts.differs
  }

  /** What to save with (null = unprotected), or undefined where it cannot be taken. */
  take(): string | null | undefined {
    this.#asked = true
    if (!this.wanted) return null
    return this.error === null ? this.value : undefined
  }
}
