import { css } from './palette.ts'
import type { Rgb, ThemeTokens } from '../ui/theme.ts'

export interface PictureBadge {
  /** CSS pixels in the map. */
  x: number
  y: number
  rank: number
  name: string
  dashed: boolean
}

export interface PictureWords {
  title: string
  /** Written under the map: selection, n, doubt, source. */
  notes: string[]
  legendTitle: string
  /** Lower bounds of the classes, written. */
  breaks: string[]
  /** Colours of the classes; the amount scale unless given. */
  colours?: readonly Rgb[]
}

const MARGIN = 16
const FONT = '"Inter Variable", Inter, system-ui, sans-serif'

/**
 * The map as a picture that can stand alone in a report: what the canvas shows, the hotspots' numbers, the scale in its
 * unit, the sentence over it and what made it below.
 * @param scale canvas pixels per CSS pixel of `map`
 */
export async function mapPicture(
  map: ImageBitmap,
  scale: number,
  badges: readonly PictureBadge[],
  words: PictureWords,
  tokens: ThemeTokens,
): Promise<Blob> {
  const width = map.width / scale
  const height = map.height / scale
  const canvas = document.createElement('canvas')
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no 2d canvas')
  const text = (size: number, weight: number) => `${weight} ${size}px ${FONT}`
  pen.font = text(17, 600)
  const titles = wrapped(pen, words.title, width - 2 * MARGIN)
  pen.font = text(12, 400)
  const notes = words.notes.flatMap((note) => wrapped(pen, note, width - 2 * MARGIN))
  const head = MARGIN + titles.length * 24 + 8
  const foot = 66 + notes.length * 17 + MARGIN
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round((head + height + foot) * scale)
  pen.scale(scale, scale)
  pen.fillStyle = css(tokens.panel)
  pen.fillRect(0, 0, width, head + height + foot)

  pen.fillStyle = css(tokens.ink)
  pen.font = text(17, 600)
  titles.forEach((line, i) => pen.fillText(line, MARGIN, MARGIN + 16 + i * 24))
  pen.drawImage(map, 0, head, width, height)
  pen.save()
  pen.beginPath()
  pen.rect(0, head, width, height)
  pen.clip()
  for (const badge of badges) drawBadge(pen, badge, head, tokens, text)
  pen.restore()

  const legendTop = head + height + 14
  pen.fillStyle = css(tokens.ink)
  pen.font = text(12, 600)
  pen.fillText(words.legendTitle, MARGIN, legendTop + 8)
  words.breaks.forEach((label, i) => {
    pen.fillStyle = css((words.colours ?? tokens.amount)[i])
    pen.fillRect(MARGIN + i * 52, legendTop + 16, 52, 12)
    pen.fillStyle = css(tokens.ink2)
    pen.font = text(11, 400)
    pen.fillText(label, MARGIN + i * 52, legendTop + 41)
  })
  pen.font = text(12, 400)
  notes.forEach((line, i) => pen.fillText(line, MARGIN, legendTop + 64 + i * 17))
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  )
}

function drawBadge(
  pen: CanvasRenderingContext2D,
  { x, y, rank, name, dashed }: PictureBadge,
  top: number,
  tokens: ThemeTokens,
  text: (size: number, weight: number) => string,
): void {
  pen.beginPath()
  pen.arc(x, top + y, 11, 0, 2 * Math.PI)
  pen.fillStyle = css(dashed ? tokens.card : tokens.ink)
  pen.fill()
  pen.setLineDash(dashed ? [3, 2] : [])
  pen.strokeStyle = css(dashed ? tokens.ink : tokens.card)
  pen.lineWidth = 1.5
  pen.stroke()
  pen.setLineDash([])
  pen.font = text(12, 650)
  pen.textAlign = 'center'
  pen.fillStyle = css(dashed ? tokens.ink : tokens.panel)
  pen.fillText(String(rank), x, top + y + 4)
  pen.textAlign = 'left'
  pen.font = text(13, 600)
  pen.lineWidth = 3.5
  pen.lineJoin = 'round'
  pen.strokeStyle = css(tokens.map.halo, 0.88)
  pen.strokeText(name, x + 17, top + y + 4)
  pen.fillStyle = css(tokens.ink)
  pen.fillText(name, x + 17, top + y + 4)
}

function wrapped(pen: CanvasRenderingContext2D, text: string, room: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines[lines.length - 1]
    if (last !== undefined && pen.measureText(`${last} ${word}`).width <= room)
      lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  return lines
}
