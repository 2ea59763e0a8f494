/** MathML of each formula by its TeX, made by tests/panels/methods/formulas.test.ts; fetched when the first is drawn. */
let pieces: Promise<Readonly<Record<string, string>>> | undefined

/**
 * The nodes of a formula, or null where they cannot be had: it is not among those typeset, its file did not come, or the browser
 * does not read it as MathML. They are parsed as XML and appended as nodes: nothing of it is ever taken for HTML.
 */
export async function mathNodes(tex: string): Promise<Element | null> {
  try {
    pieces ??= import('./formulas.mathml.json').then((file) => file.default)
    const markup = (await pieces)[tex]
    if (markup === undefined) return null
    const { documentElement } = new DOMParser().parseFromString(markup, 'application/xml')
    return documentElement.localName === 'math' && drawsMath()
      ? document.importNode(documentElement, true)
      : null
  } catch {
    pieces = undefined
    return null
  }
}

/** Whether the browser has MathML at all. */
function drawsMath(): boolean {
  return 'MathMLElement' in window
}
