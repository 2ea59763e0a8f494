import {
  byKind,
  INCIDENT_KINDS,
  KIND_CODES,
  type IncidentColumns,
  type IncidentKind,
} from '../../domain/incident.ts'
import type { TypeLabel } from '../../domain/taxonomy.ts'
import type { TypeGroup } from '../messages.ts'

export interface TypeGrouping {
  groups: TypeGroup[]
  /** Group of each type index. */
  groupOfType: Uint16Array
  /** How many of each kind carry each label. */
  labelKinds: Record<IncidentKind, Uint32Array>
}

/** Id of the group that a label counts in: its taxonomy type, or the label itself; '' = no type given. */
export function groupId({ label, typeId }: TypeLabel): string {
  return typeId ?? label
}

/** How many incidents of each kind carry each label. */
export function countLabels(labels: number, columns: IncidentColumns): Record<IncidentKind, Uint32Array> {
  const labelKinds = byKind(() => new Uint32Array(labels))
  const byCode: Uint32Array[] = []
  for (const kind of INCIDENT_KINDS) byCode[KIND_CODES[kind]] = labelKinds[kind]
  for (let i = 0; i < columns.length; i++) byCode[columns.kind[i]][columns.type[i]]++
  return labelKinds
}

/**
 * Labels that mean the same taxonomy type count as one type; labels that it does not know each stand for themselves.
 * @param labelKinds given where they have been counted already
 */
export function groupTypes(
  labels: readonly TypeLabel[],
  columns: IncidentColumns,
  labelKinds = countLabels(labels.length, columns),
): TypeGrouping {
  const groups: TypeGroup[] = []
  const byId = new Map<string, number>()
  const groupOfType = Uint16Array.from(labels, (label) => {
    const id = groupId(label)
    let index = byId.get(id)
    if (index === undefined) {
      index = groups.length
      byId.set(id, index)
      groups.push({ id, typeId: label.typeId, label: label.label, kinds: byKind(() => 0) })
    }
    return index
  })
  labels.forEach((_, label) => {
    const { kinds } = groups[groupOfType[label]]
    for (const kind of INCIDENT_KINDS) kinds[kind] += labelKinds[kind][label]
  })
  return { groups, groupOfType, labelKinds }
}
