let context: CanvasRenderingContext2D | null | undefined

/** Width of a line of text in the interface's font, px; an estimate where there is no canvas. */
export function textWidth(text: string, size = 12, weight = 400): number {
  if (context === undefined)
    context = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d')
  if (!context) return text.length * size * 0.55
  context.font = `${weight} ${size}px 'Inter Variable', sans-serif`
  return context.measureText(text).width
}
