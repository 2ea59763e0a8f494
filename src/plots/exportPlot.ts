import fontUrl from '@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2?url'
import { drawElement, escapeXml, fitted } from './svgOfElement.ts'
import { textWidth } from './textWidth.svelte.ts'

export interface ExportOptions {
  /** Written over the plot: the card's sentence. */
  title?: string
  /** Written under it: period, method, source. */
  notes?: string[]
  /** CSS colour of the ground; the panel's unless given. */
  background?: string
}

const FONT = 'Inter Variable, Inter, system-ui, sans-serif'
const MARGIN = 16

/**
 * A plot as a picture file: what the element shows now, with every colour and size written out, so that it stands
 * alone. The font is named, not carried.
 * @param element an SVG element, or one of HTML with SVG inside; it has to be on the page
 */
export function plotToSvg(element: Element, options: ExportOptions = {}): string {
  return compose(element, options, '').svg
}

/**
 * A plot as a PNG of twice the screen's size, with the interface's font.
 * @throws Error where the browser cannot draw the picture
 */
export async function plotToPng(element: Element, options: ExportOptions = {}, scale = 2): Promise<Blob> {
  const { svg, width, height } = compose(element, options, await fontFace())
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }))
  try {
    const image = new Image()
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * scale)
    canvas.height = Math.round(height * scale)
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
    return await new Promise((resolve, reject) =>
      canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))),
        'image/png',
      ),
    )
  } finally {
    URL.revokeObjectURL(url)
  }
}

function compose(element: Element, options: ExportOptions, style: string) {
  const box = element.getBoundingClientRect()
  const tokens = getComputedStyle(element)
  const ink = tokens.color
  const width = Math.ceil(box.width + 2 * MARGIN)
  const room = width - 2 * MARGIN
  const title = wrap(options.title ?? '', room, (line) => textWidth(line, 15, 600))
  const notes = (options.notes ?? []).flatMap((note) => wrap(note, room, (line) => textWidth(line)))
  const top = MARGIN + (title.length > 0 ? title.length * 21 + 6 : 0)
  const bottom = top + box.height + (notes.length > 0 ? 8 : 0)
  const height = Math.ceil(bottom + notes.length * 17 + MARGIN)
  const text = (line: string, y: number, size: number, weight: number, attributes = '') =>
    `<text x="${MARGIN}" y="${y}" fill="${ink}" font-size="${size}" font-weight="${weight}" ` +
    `${fitted(textWidth(line, size, weight))}${attributes}>${escapeXml(line)}</text>`
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" ` +
      `viewBox="0 0 ${width} ${height}" font-family="${FONT}">`,
    style,
    options.title ? `<title>${escapeXml(options.title)}</title>` : '',
    `<rect width="100%" height="100%" fill="${options.background ?? groundOf(element)}"/>`,
    ...title.map((line, index) => text(line, MARGIN + 16 + index * 21, 15, 600)),
    `<g transform="translate(${MARGIN} ${top})">${drawElement(element, box)}</g>`,
    ...notes.map((line, index) => text(line, bottom + 13 + index * 17, 12, 400, ' opacity="0.75"')),
    '</svg>',
  ]
  return { svg: parts.filter(Boolean).join('\n'), width, height }
}

/** Colour of the nearest ground under an element. */
function groundOf(element: Element): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor
    if (!/^(transparent|rgba\(.*, 0\))$/.test(colour)) return colour
  }
  return 'rgb(255, 255, 255)'
}

/** Breaks a text between words into lines no wider than `room`, as far as its words allow. */
export function wrap(text: string, room: number, width: (line: string) => number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && width(longer) <= room) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}

let face: Promise<string> | null = null

/** A picture knows no font of the page: the file is carried inside it. */
function fontFace(): Promise<string> {
  face ??= fetch(fontUrl)
    .then((response) => response.blob())
    .then(
      (blob) =>
        new Promise<string>((resolve, reject) => {
          const reader = new FileReader()
          reader.onload = () => {
            const data = String(reader.result).replace(/^data:[^;,]*/, 'data:font/woff2')
            resolve(
              `<style>@font-face{font-family:'Inter Variable';font-weight:100 900;src:url(${data}) format('woff2')}` +
                `text{font-feature-settings:'tnum','cv05','ss03','calt'}</style>`,
            )
          }
          reader.onerror = () => reject(reader.error ?? new Error('the font could not be read'))
          reader.readAsDataURL(blob)
        }),
    )
  return face
}
