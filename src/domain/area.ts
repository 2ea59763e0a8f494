import type { MultiPolygon } from './grid.ts'

/** A statistical or administrative area (kommundel, DeSO, stadsdel …) with its polygon in both coordinate systems. */
export interface Area {
  id: string
  name: string
  /** In metres of the data set's CRS. */
  polygon: MultiPolygon
  /** In degrees WGS84, for display. */
  lonLat: MultiPolygon
  /** In km². */
  surface: number
  /** Inhabitants by year; empty where unknown. */
  population: Record<number, number>
}
