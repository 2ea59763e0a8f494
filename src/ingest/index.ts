/** Files → typed tables: what a file is, what its columns mean, and its rows as incidents. */
export {
  crsByEpsg,
  inSweden,
  metricCrsFor,
  projectCoordinates,
  projection,
  SWEDISH_CRS,
  SWEREF99_TM,
  utmZone,
  WGS84,
} from './crs.ts'
export type { Crs, Projection } from './crs.ts'
export type { DateOrder } from './dates.ts'
export type { Encoding } from './encoding.ts'
export { IngestError } from './errors.ts'
export type { IngestErrorCode, IngestErrorData } from './errors.ts'
export type { DuplicateReport, EarlierFile, EarlierRow } from './duplicates.ts'
export type { IncidentKeys } from './incidentKeys.ts'
export { recognise } from './recognise.ts'
export type { Recognised } from './recognise.ts'
export { readFeatures } from './features.ts'
export type { FeatureChoices } from './features.ts'
export type { FeatureTable } from './featureTable.ts'
export { setSqliteLocation } from './formats/sqlite.ts'
export { load } from './load.ts'
export { look } from './look.ts'
export { saysWhenOrWhere } from './mapping.ts'
export type { Look } from './look.ts'
export type { JoinedDataset, LoadBatch, LoadOptions, LoadProgress } from './load.ts'
export { positionColumns } from './mapping.ts'
export type {
  Certainty,
  Mapping,
  PairSource,
  PositionSource,
  Role,
  SingleSource,
  TimeSource,
} from './mapping.ts'
export { preview } from './preview.ts'
export type { Preview, PreviewRow, RowReading } from './preview.ts'
export { DEFAULT_TIME_ZONE, proposeMapping } from './proposeMapping.ts'
export {
  choose as choosePrivacy,
  coarseningFault,
  decisionFor,
  DONUT_LIMITS,
  GRID_LIMITS,
  NO_CHOICES,
} from './privacy/choices.ts'
export type { Coarsening, DecidedColumn, DonutMask, GridSnap, PrivacyChoices } from './privacy/choices.ts'
export type { KindFound, PrivacyDecision, PrivacyFinding } from './privacy/inspect.ts'
export { PRIVACY_KINDS, type PrivacyKind } from './privacy/kinds.ts'
export type { CoarseningEffect, ColumnReport, PrivacyReport } from './privacy/privacyReport.ts'
export { rejectedCsv } from './rejectedCsv.ts'
export type { RejectedCsvWords } from './rejectedCsv.ts'
export { NOTE_CODES, REJECT_REASONS } from './report.ts'
export type { LoadReport, Note, NoteCode, RejectedRow, RejectReason } from './report.ts'
export { sniff } from './sniff.ts'
export type {
  CsvDialect,
  SampleRow,
  SniffChoices,
  SourceDescription,
  SourceFile,
  SourceFormat,
} from './source.ts'
