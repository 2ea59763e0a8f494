import { AddressPlacer } from '../addresses/addressPlacer.ts'
import type { AddressRegister } from '../addresses/register.ts'
import type { Mapping } from '../mapping.ts'
import type { NoteCode } from '../report.ts'
import { PositionReader } from './positionReader.ts'

/** An address may stand in for these; a position outside the extent contradicts it instead. */
const WITHOUT_POSITION: ReadonlySet<NoteCode> = new Set(['noPosition', 'nonNumericPosition', 'nullIsland'])

/** Where a row is: by its own position, and where it has none by its address in a register. */
export class PlaceReader {
  readonly position: PositionReader
  readonly addresses: AddressPlacer | null
  /** The row that was read last was looked for by its address. */
  private sought = false

  constructor(
    mapping: Pick<Mapping, 'position' | 'metric' | 'addresses'>,
    decimalComma: boolean,
    register: AddressRegister | null = null,
  ) {
    this.position = new PositionReader(mapping, decimalComma)
    this.addresses = mapping.addresses && register ? new AddressPlacer(mapping.addresses, register) : null
  }

  /** Null where the row has a place, which `position` then holds; else why it has none. */
  read(cells: readonly string[]): NoteCode | null {
    const problem = this.position.read(cells)
    this.sought = this.addresses !== null && problem !== null && WITHOUT_POSITION.has(problem)
    if (!this.sought) return problem
    const match = this.addresses!.place(cells)
    return match ? this.position.take(match.lon, match.lat) : problem
  }

  /** The row that was read last does not stay. */
  takeBack(): void {
    if (this.sought) this.addresses!.takeBack()
    this.sought = false
  }
}
