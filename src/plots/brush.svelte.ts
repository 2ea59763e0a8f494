/** What a brush is drawn on: cells numbered from 0, choices made of them, and where both stand on the screen. */
export interface BrushField<Choice, Grip extends string> {
  /** The choice that stands. */
  chosen: () => Choice | null
  same: (a: Choice | null, b: Choice | null) => boolean
  /** The cell at or nearest a point, px within the plot. */
  cellAt: (x: number, y: number) => number
  /** The cell under a point, if any. */
  hoverAt: (x: number, y: number) => number | null
  /** What a press takes hold of. */
  gripAt: (x: number, y: number, reach: number) => Grip
  /** The choice that a drag makes, given the one that stood before it. */
  drag: (grip: Grip, from: number, to: number, before: Choice | null) => Choice | null
  /** The choice that a press without movement makes. */
  click: (grip: Grip, cell: number) => Choice | null
  between: (a: number, b: number) => Choice
  /** Where the keys begin. */
  start: () => number
  /** The cell that a key leads to, or null where the key does not move. */
  step: (cell: number, key: string) => number | null
  /** Said to screen readers. */
  describe: (choice: Choice | null) => string
  describeCell: (cell: number) => string
  onpreview: (choice: Choice | null) => void
  oncommit: (choice: Choice | null) => void
}

type PlotPointerEvent = PointerEvent & { currentTarget: SVGSVGElement }

/** px within which a mouse, or a finger, takes hold of an edge. */
const REACH = { mouse: 5, finger: 12 }

/**
 * Chooses cells by pointer and keys. A drag marks, moves or resizes; a click takes one cell and lifts it again; a
 * double click or Esc clears. Arrows move a cursor, Shift and arrows mark, Enter commits.
 */
export class Brush<Choice, Grip extends string> {
  readonly #field: BrushField<Choice, Grip>
  #press = $state.raw<{ grip: Grip; from: number; before: Choice | null; moved: boolean } | null>(null)
  /** The choice under way; undefined where none is. */
  #draft = $state.raw<Choice | null | undefined>(undefined)
  #hoverGrip = $state<Grip>()
  #anchor: number | null = null
  /** Where the plot stood when it was pressed. */
  #box: DOMRect | null = null
  /** Cell under the pointer. */
  hovered = $state<number | null>(null)
  /** Cell of the keyboard's cursor. */
  cursor = $state<number | null>(null)
  /** The pointer was used last: no focus ring. */
  byPointer = $state(false)
  /** What screen readers are told. */
  spoken = $state('')

  constructor(field: BrushField<Choice, Grip>) {
    this.#field = field
  }

  /** The choice as it is drawn now. */
  get shown(): Choice | null {
    return this.#draft === undefined ? this.#field.chosen() : this.#draft
  }

  get pressed(): boolean {
    return this.#press !== null
  }

  /** What the pointer holds, or would take hold of. */
  get grip(): Grip | undefined {
    return this.#press?.grip ?? this.#hoverGrip
  }

  press(x: number, y: number, reach: number): void {
    const field = this.#field
    const before = field.chosen()
    this.#press = { grip: field.gripAt(x, y, reach), from: field.cellAt(x, y), before, moved: false }
    this.byPointer = true
    this.cursor = null
    this.#anchor = null
  }

  move(x: number, y: number): void {
    const field = this.#field
    this.hovered = field.hoverAt(x, y)
    const press = this.#press
    if (!press) return void (this.#hoverGrip = field.gripAt(x, y, REACH.mouse))
    const cell = field.cellAt(x, y)
    press.moved ||= cell !== press.from
    if (press.moved) this.#preview(field.drag(press.grip, press.from, cell, press.before))
  }

  release(): void {
    const press = this.#press
    if (!press) return
    if (press.moved) return this.commit(this.shown)
    const choice = this.#field.click(press.grip, press.from)
    this.commit(this.#field.same(choice, this.#field.chosen()) ? null : choice)
  }

  /** Takes a key; false where it means nothing here. */
  key(key: string, shift: boolean): boolean {
    this.byPointer = false
    const field = this.#field
    const at = this.cursor ?? field.start()
    const next = field.step(at, key)
    if (next !== null) {
      this.cursor = next
      if (shift) {
        this.#anchor ??= at
        const choice = field.between(this.#anchor, next)
        this.#preview(choice)
        this.spoken = field.describe(choice)
      } else {
        if (this.#anchor !== null) this.cancel()
        this.spoken = field.describeCell(next)
      }
      return true
    }
    if (key === 'Enter' || key === ' ') {
      const drafted = this.#draft !== undefined
      const choice = drafted ? this.shown : field.between(at, at)
      this.commit(!drafted && field.same(choice, field.chosen()) ? null : choice)
      return true
    }
    if (key !== 'Escape') return false
    if (this.#draft !== undefined || this.#press) this.cancel()
    else if (field.chosen() !== null) this.commit(null)
    else return false
    return true
  }

  commit(choice: Choice | null): void {
    const field = this.#field
    this.#forget()
    this.spoken = field.describe(choice)
    if (field.same(choice, field.chosen())) field.onpreview(choice)
    else field.oncommit(choice)
  }

  /** Goes back to the choice that stands. */
  cancel(): void {
    this.#forget()
    this.#field.onpreview(this.#field.chosen())
  }

  leave(): void {
    this.byPointer = false
    this.cursor = null
    if (this.#anchor !== null) this.cancel()
  }

  /** Listeners for the plot's SVG element. */
  readonly handlers = {
    onpointerdown: (event: PlotPointerEvent) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      this.#box = event.currentTarget.getBoundingClientRect()
      this.press(...pointOf(event, this.#box), event.pointerType === 'mouse' ? REACH.mouse : REACH.finger)
    },
    // What the drag does to the page may move the plot under the pointer, which must not change what is meant.
    onpointermove: (event: PlotPointerEvent) =>
      this.move(
        ...pointOf(
          event,
          this.pressed && this.#box ? this.#box : event.currentTarget.getBoundingClientRect(),
        ),
      ),
    onpointerup: () => this.release(),
    onpointercancel: () => this.cancel(),
    onpointerleave: () => (this.hovered = null),
    ondblclick: () => this.commit(null),
    onblur: () => this.leave(),
    onkeydown: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !this.key(event.key, event.shiftKey)) return
      event.preventDefault()
      event.stopPropagation()
    },
  }

  #preview(choice: Choice | null): void {
    if (this.#draft !== undefined && this.#field.same(this.#draft, choice)) return
    this.#draft = choice
    this.#field.onpreview(choice)
  }

  #forget(): void {
    this.#draft = undefined
    this.#press = null
    this.#anchor = null
  }
}

function pointOf(event: PlotPointerEvent, box: DOMRect): [x: number, y: number] {
  return [event.clientX - box.left, event.clientY - box.top]
}
