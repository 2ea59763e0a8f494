import { KIND_CODES, type IncidentColumns } from '../../domain/incident.ts'
import type { TypeLabel } from '../../domain/taxonomy.ts'
import type { TypeGroup } from '../messages.ts'

export interface TypeGrouping {
  groups: TypeGroup[]
  /** Group of each type index. */
  groupOfType: Uint16Array
}

/** Id of the group that a label counts in: its taxonomy type, or the label itself; '' = no type given. */
export function groupId({ label, typeId }: TypeLabel): string {
  return typeId ?? label
}

/** Labels that mean the same taxonomy type count as one type; labels that it does not know each stand for themselves. */
export function groupTypes(labels: readonly TypeLabel[], columns: IncidentColumns): TypeGrouping {
  const groups: TypeGroup[] = []
  const byId = new Map<string, number>()
  const groupOfType = Uint16Array.from(labels, (label) => {
    const id = groupId(label)
    let index = byId.get(id)
    if (index === undefined) {
      index = groups.length
      byId.set(id, index)
      groups.push({ id, typeId: label.typeId, label: label.label, crimes: 0, events: 0 })
    }
    return index
  })
  for (let i = 0; i < columns.length; i++) {
    const group = groups[groupOfType[columns.type[i]]]
    if (columns.kind[i] === KIND_CODES.event) group.events++
    else group.crimes++
  }
  return { groups, groupOfType }
}
