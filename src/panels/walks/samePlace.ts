/** Metres within which two observations of a category are of the same place, unless a person says otherwise: about the width of a street. */
export const SAME_PLACE = 30
