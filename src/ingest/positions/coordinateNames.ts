/** What names of coordinate columns say; names are folded (`foldLabel`): no case, no accents, no punctuation. */

export const LON = /(^| )(lon|long|lng|longitude|longitud)( |$)|longitud|^lon|wgs84 ?(lon|x|e)( |$)/
export const LAT = /(^| )(lat|latitude|latitud)( |$)|latitud|^lat( |$)|wgs84 ?(lat|y|n)( |$)/

/** Names of plane coordinates. Which of the two is the northing is left to the values: the Swedish X is one. */
export const PLANE =
  /(^| )(x|y|e|n|ost|nord|east|north|easting|northing)( |$)|koord|coord|sweref|rt ?90|^(x|y|e|n|ost|nord|east|north)/

/** Names of a column that holds both. */
export const BOTH =
  /koord|coord|position|lat ?lon|lon ?lat|latlng|(^| )(gps|wkt|geom|geometri|geometry|the geom|geo|point|punkt|lage|wgs ?84|sweref|iso ?6709)( |$)/

const NORTH = /(^| )(n|nord|north|northing|norr)( |$)|^(nord|north|norr)|latitud|^lat/
const EAST = /(^| )(e|o|ost|east|easting)( |$)|^(ost|east)|longitud|^lon|^lng/
const X = /(^| )x( |$)|^x(koord|coord|_|$)|^x /
const Y = /(^| )y( |$)|^y(koord|coord|_|$)|^y /

/**
 * How the names of the easting's and the northing's columns stand to what is in them: `swedishX` where X is the northing (right in
 * Sweden, a trap elsewhere), `swapped` where the names contradict the values.
 */
export function axisNames(easting: string, northing: string): 'plain' | 'swedishX' | 'swapped' {
  if (X.test(northing) && Y.test(easting)) return 'swedishX'
  if ((NORTH.test(easting) && !EAST.test(easting)) || (EAST.test(northing) && !NORTH.test(northing)))
    return 'swapped'
  return 'plain'
}
