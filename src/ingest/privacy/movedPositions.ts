/** True and moved positions in metres, row by row, for as long as they are compared. They leave the worker only as figures. */
export class MovedPositions {
  private columns = Array.from({ length: 4 }, () => new Float64Array(1 << 12))
  private row = new Float64Array(4).fill(NaN)
  private length = 0

  /** The true position of the row that is being read. */
  read(x: number, y: number): void {
    this.row[0] = x
    this.row[1] = y
  }

  /** Where it was moved to. */
  readMoved(x: number, y: number): void {
    this.row[2] = x
    this.row[3] = y
  }

  /** The row stays. Rows without a position are left out. */
  keep(): void {
    if (Number.isNaN(this.row[0]!)) return
    if (this.length === this.columns[0]!.length)
      this.columns = this.columns.map((column) => {
        const grown = new Float64Array(column.length * 2)
        grown.set(column)
        return grown
      })
    for (let k = 0; k < 4; k++) this.columns[k]![this.length] = this.row[k]!
    this.length++
  }

  get before(): { x: Float64Array; y: Float64Array } {
    return { x: this.columns[0]!.subarray(0, this.length), y: this.columns[1]!.subarray(0, this.length) }
  }

  get after(): { x: Float64Array; y: Float64Array } {
    return { x: this.columns[2]!.subarray(0, this.length), y: this.columns[3]!.subarray(0, this.length) }
  }
}
