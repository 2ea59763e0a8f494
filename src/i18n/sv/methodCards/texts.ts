/** A method card's texts: plain sentences. The formula, its symbols and the sources stand with the cards, the same in every language. */
export interface MethodTexts {
  /** The method's name, as the card's tab writes it. */
  title: string
  /** What a council member would ask. */
  question: string
  /** What each symbol of the formula is, in the order of the formula's symbols. */
  terms: string[]
  unit: string
  /** The product's rule for what it does unless told otherwise. */
  defaults: string
  /** How to read the result, and no further. */
  reading: string
  /** Each goes on from "do not use it …". */
  notWhen: string[]
}
