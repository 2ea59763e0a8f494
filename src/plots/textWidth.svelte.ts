/** Measures lines of text in the interface's font, and anew once the font has come. */
class TextMeasure {
  #fontsLoaded = $state(0)
  #context: CanvasRenderingContext2D | null = null

  constructor() {
    if (typeof document === 'undefined') return
    this.#context = document.createElement('canvas').getContext('2d')
    document.fonts.addEventListener('loadingdone', () => this.#fontsLoaded++)
  }

  /** Width of a line, px; an estimate where there is no canvas. */
  width(text: string, size: number, weight: number): number {
    void this.#fontsLoaded
    if (!this.#context) return text.length * size * 0.55
    this.#context.font = `${weight} ${size}px 'Inter Variable', sans-serif`
    return this.#context.measureText(text).width
  }
}

const measure = new TextMeasure()

export function textWidth(text: string, size = 12, weight = 400): number {
  return measure.width(text, size, weight)
}
