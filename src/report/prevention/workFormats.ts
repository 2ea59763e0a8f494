/** What walks and measures are written as; GPX holds one walk. */
export const WORK_FORMATS = ['xlsx', 'csv', 'geojson', 'gpx'] as const
export type WorkFormat = (typeof WORK_FORMATS)[number]
