import { currentTheme, onThemeChange, readTokens, type ThemeTokens } from '../ui/theme.ts'

/** The theme on screen, for what is drawn outside CSS. */
class ThemeState {
  tokens = $state.raw<ThemeTokens>(readTokens())
  readonly dark: boolean = $derived(this.tokens.theme === 'dark')

  constructor() {
    onThemeChange(() => {
      if (currentTheme() !== this.tokens.theme) this.tokens = readTokens()
    })
  }
}

export const theme = new ThemeState()
