/** What the map and the editor of an evaluation's places share for the moment. */
class ZoneEditing {
  /** The places that the control could be are drawn, to be clicked. */
  candidatesShown = $state(false)
}

export const zoneEditing = new ZoneEditing()
