/** Draws what an element of the page shows as SVG: its SVG parts as they are, its text and grounds as marks. */

/** Computed properties that make a mark look as it does; all are also SVG attributes. */
const PAINT = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'opacity',
  'font-size',
  'font-weight',
  'letter-spacing',
  'text-anchor',
] as const

const DEFAULTS: Record<string, string> = {
  'fill-opacity': '1',
  'stroke-width': '1px',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  opacity: '1',
  'letter-spacing': 'normal',
  'text-anchor': 'start',
}
const TEXT_ONLY = new Set(['font-size', 'font-weight', 'letter-spacing', 'text-anchor'])

/** Share of a line's content box above the baseline in Inter (ascent 0.96875, descent 0.24121). */
const BASELINE = 0.96875 / (0.96875 + 0.24121)

export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/** Attributes that keep a text as wide as on the page where the reader's font is another. */
export function fitted(width: number): string {
  return `textLength="${px(width)}" lengthAdjust="spacingAndGlyphs"`
}

/** SVG marks of an element and all in it, with `origin`'s upper left corner as (0, 0); what is only for use (`data-screen-only`) is left out. */
export function drawElement(element: Element, origin: DOMRect): string {
  if (element.hasAttribute('data-screen-only')) return ''
  const style = getComputedStyle(element)
  if (style.display === 'none' || style.visibility === 'hidden' || style.clipPath === 'inset(50%)') return ''
  const box = element.getBoundingClientRect()
  if (element instanceof SVGSVGElement) return drawSvg(element, box, origin)
  const ground = /^(transparent|rgba\(.*, 0\))$/.test(style.backgroundColor)
    ? ''
    : `<rect x="${px(box.left - origin.left)}" y="${px(box.top - origin.top)}" width="${px(box.width)}" ` +
      `height="${px(box.height)}" rx="${px(parseFloat(style.borderRadius) || 0)}" fill="${style.backgroundColor}"/>`
  const inside = [...element.childNodes].map((child) => {
    if (child instanceof Element) return drawElement(child, origin)
    return child instanceof Text ? drawText(child, style, origin) : ''
  })
  return ground + inside.join('')
}

const px = (value: number) => String(Math.round(value * 100) / 100)

function drawSvg(svg: SVGSVGElement, box: DOMRect, origin: DOMRect): string {
  const clone = svg.cloneNode(true) as SVGSVGElement
  paint(svg, clone)
  for (const name of clone.getAttributeNames())
    if (!/^(viewBox|fill|stroke.*|opacity)$/.test(name)) clone.removeAttribute(name)
  clone.setAttribute('x', px(box.left - origin.left))
  clone.setAttribute('y', px(box.top - origin.top))
  clone.setAttribute('width', px(box.width))
  clone.setAttribute('height', px(box.height))
  clone.setAttribute('overflow', 'visible')
  return new XMLSerializer().serializeToString(clone).replace(/ xmlns="[^"]*"/, '')
}

/** Writes what the page's styles give each mark on its copy, and takes away what belongs to the page alone. */
function paint(from: Element, to: Element): void {
  const style = getComputedStyle(from)
  const isText = from instanceof SVGTextContentElement
  for (const name of PAINT) {
    const value = style.getPropertyValue(name)
    if (!value || value === DEFAULTS[name] || (TEXT_ONLY.has(name) && !isText)) to.removeAttribute(name)
    else to.setAttribute(name, value)
  }
  if (from instanceof SVGTextElement && from.getComputedTextLength() > 0) {
    to.setAttribute('textLength', px(from.getComputedTextLength()))
    to.setAttribute('lengthAdjust', 'spacingAndGlyphs')
  }
  for (const name of to.getAttributeNames())
    if (/^(class|style|role|tabindex|aria-.*|data-.*)$/.test(name)) to.removeAttribute(name)
  const copies = [...to.children]
  ;[...from.children].forEach((child, index) => {
    if (getComputedStyle(child).display === 'none') copies[index].remove()
    else paint(child, copies[index])
  })
}

/** Each line of a text as it is broken on the page. */
function drawText(node: Text, style: CSSStyleDeclaration, origin: DOMRect): string {
  if (!node.data.trim()) return ''
  const range = document.createRange()
  const lines: { text: string; box: DOMRect; right: number }[] = []
  for (let at = 0; at < node.length; at++) {
    range.setStart(node, at)
    range.setEnd(node, at + 1)
    const box = range.getClientRects()[0]
    if (!box || box.width === 0) continue
    const last = lines.at(-1)
    if (last && Math.abs(last.box.top - box.top) < 2) {
      last.text += node.data[at]
      if (node.data[at].trim()) last.right = box.right
    } else lines.push({ text: node.data[at], box, right: box.right })
  }
  return lines
    .map(({ text, box, right }) => {
      const written = style.textTransform === 'uppercase' ? text.toUpperCase() : text
      const spacing = style.letterSpacing === 'normal' ? '' : ` letter-spacing="${style.letterSpacing}"`
      return (
        `<text x="${px(box.left - origin.left)}" y="${px(box.top - origin.top + box.height * BASELINE)}" ` +
        `font-size="${style.fontSize}" font-weight="${style.fontWeight}"${spacing} fill="${style.color}" ` +
        `${fitted(right - box.left)}>` +
        `${escapeXml(written.trimEnd())}</text>`
      )
    })
    .join('')
}
