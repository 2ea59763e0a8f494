const LETTERS: Readonly<Record<string, string>> = {
  alpha: 'α', chi: 'χ', delta: 'δ', Delta: 'Δ', ell: 'ℓ', lambda: 'λ', mu: 'μ', phi: 'φ', rho: 'ρ', sigma: 'σ', theta: 'θ', max: 'max',
} // prettier-ignore

/** A symbol's TeX as it is read aloud and stands where there is no MathML: `\bar x_{ij}` is "x̄ij". */
export function plainSymbol(tex: string): string {
  return tex
    .replace(/\\,/g, ' ')
    .replace(/\\mathrm\{(\w+)\}/g, '$1')
    .replace(/\\(?:bar|overline)\s*\{?(\w)\}?/g, '$1\u0304')
    .replace(/\\hat\s*(\\[a-z]+|\w)/g, '$1\u0302')
    .replace(/\\([a-zA-Z]+)/g, (whole, name: string) => LETTERS[name] ?? whole)
    .replace(/_-/g, '\u2212')
    .replace(/[{}_^]/g, '')
    .replace(/'/g, '′')
}
