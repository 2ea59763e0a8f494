const QUOTE = 34
const BACKSLASH = 92
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93
const OPEN_BRACE = 123
const CLOSE_BRACE = 125

/** One feature, or what a document holds beside its features, must be a text that the machine can hold. */
const LONGEST = 256 * 1024 * 1024

/** A top-level value of the text, or one element of its `features`. */
export type JsonPart = { kind: 'feature'; text: string } | { kind: 'document'; text: string }

/**
 * Cuts GeoJSON into features without parsing the whole: every element of a top-level `features` list, and of each document
 * what is left when that list is emptied. Takes several documents one after another (newline-delimited, RFC 8142 sequences).
 * Only brackets and strings are told apart; what is cut out is for JSON.parse to judge.
 */
export class JsonFeatureSplitter {
  /** Whether every bracket and string has been closed. */
  get atRest(): boolean {
    return this.depth === 0 && !this.inString
  }

  private depth = 0
  private inString = false
  private escaped = false
  /** Depth of the elements while inside the list of features, else 0. */
  private listDepth = 0
  /** The document without its features. */
  private shell = ''
  /** The beginning of a feature that goes on in the next chunk. */
  private element: string | null = null

  /** @throws RangeError where a part is longer than a text can be */
  push(chunk: string): JsonPart[] {
    const parts: JsonPart[] = []
    /** Where the text begins that belongs to the shell or to the element. */
    let from = 0
    const keep = (to: number) => {
      if (this.element !== null) this.element = grown(this.element, chunk.slice(from, to))
      else if (this.listDepth === 0) this.shell = grown(this.shell, chunk.slice(from, to))
      from = to
    }
    for (let at = 0; at < chunk.length; at++) {
      const sign = chunk.charCodeAt(at)
      if (this.inString) {
        if (this.escaped) this.escaped = false
        else if (sign === BACKSLASH) this.escaped = true
        else if (sign === QUOTE) this.inString = false
        continue
      }
      if (this.depth === 0 && sign === QUOTE) throw new SyntaxError('text outside')
      if (sign === QUOTE) this.inString = true
      else if (sign === OPEN_BRACE || sign === OPEN_BRACKET) {
        if (this.depth === 0) {
          from = at
          this.shell = ''
        } else if (this.listDepth > 0 && this.depth === this.listDepth && sign === OPEN_BRACE) {
          from = at
          this.element = ''
        } else if (this.listDepth === 0 && this.depth === 1 && sign === OPEN_BRACKET) {
          keep(at + 1)
          if (/"features"\s*:\s*\[$/.test(this.shell.slice(-64))) this.listDepth = 2
        }
        this.depth++
      } else if (sign === CLOSE_BRACE || sign === CLOSE_BRACKET) {
        if (this.depth === 0) throw new SyntaxError('unbalanced')
        this.depth--
        if (this.element !== null && this.depth === this.listDepth) {
          keep(at + 1)
          parts.push({ kind: 'feature', text: this.element })
          this.element = null
        } else if (this.listDepth > 0 && this.depth === this.listDepth - 1) {
          this.listDepth = 0
          from = at
        } else if (this.depth === 0) {
          keep(at + 1)
          parts.push({ kind: 'document', text: this.shell })
          this.shell = ''
        }
      } else if (this.depth === 0 && sign > 32 && sign !== 0xfeff) throw new SyntaxError('text outside')
    }
    if (this.depth > 0) keep(chunk.length)
    return parts
  }
}

function grown(text: string, more: string): string {
  if (text.length + more.length > LONGEST) throw new RangeError('part too long')
  return text + more
}
