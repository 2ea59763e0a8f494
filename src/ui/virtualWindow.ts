/**
 * The tallest element used, px. Firefox stops at about 17.9 million, Chromium at 33.5; beyond this, the scroll position
 * stands for a share of the rows instead of a number of pixels.
 */
export const MAX_HEIGHT = 15_000_000

export interface VirtualGeometry {
  total: number
  rowHeight: number
  /** Height of the rows' part of the window, px. */
  viewport: number
}

/** Height of the scrolled content, px. */
export function contentHeight({ total, rowHeight }: VirtualGeometry): number {
  return Math.min(MAX_HEIGHT, total * rowHeight)
}

/** The row at the window's upper edge, with fractions of a row. */
export function firstRowAt(geometry: VirtualGeometry, scrollTop: number): number {
  const { total, rowHeight, viewport } = geometry
  const rows = Math.max(0, total - viewport / rowHeight)
  const travel = contentHeight(geometry) - viewport
  return travel <= 0 ? 0 : (Math.min(travel, Math.max(0, scrollTop)) / travel) * rows
}

/** Scroll position at which a row stands at the upper edge, px. */
export function scrollTopOf(geometry: VirtualGeometry, row: number): number {
  const { total, rowHeight, viewport } = geometry
  const rows = Math.max(0, total - viewport / rowHeight)
  const travel = Math.max(0, contentHeight(geometry) - viewport)
  return rows === 0 ? 0 : (Math.min(rows, Math.max(0, row)) / rows) * travel
}

/** Rows to draw: [from, to), those in the window even by a pixel. */
export function visibleRows(geometry: VirtualGeometry, firstRow: number): { from: number; to: number } {
  const from = Math.floor(firstRow)
  return { from, to: Math.min(geometry.total, Math.ceil(firstRow + geometry.viewport / geometry.rowHeight)) }
}

/** The first row (with fractions) that brings a row wholly into the window with the least move. */
export function revealRow(geometry: VirtualGeometry, firstRow: number, row: number): number {
  const room = geometry.viewport / geometry.rowHeight
  if (row < firstRow) return row
  return row + 1 > firstRow + room ? row + 1 - room : firstRow
}
