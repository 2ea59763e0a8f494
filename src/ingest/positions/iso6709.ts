const POINT = /^([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)(?:[+-]\d+(?:\.\d+)?)?(?:CRS[^/]*)?\/?$/

/** Latitude and longitude of ISO 6709 text, `+59.3293+018.0686/`, `+5919.77+01804.1/`, `+591946+0180407/`, or null. */
export function parseIso6709(text: string): { lat: number; lon: number } | null {
  const match = POINT.exec(text)
  if (!match) return null
  const lat = packed(match[1]!, 2)
  const lon = packed(match[2]!, 3)
  return Number.isNaN(lat) || Number.isNaN(lon) ? null : { lat, lon }
}

/** `±D`, `±DMM` or `±DMMSS` by the number of figures before the point. */
function packed(text: string, degreeDigits: number): number {
  const whole = text.slice(1).split('.')[0]!.length
  const value = Number(text.slice(1))
  const sign = text.startsWith('-') ? -1 : 1
  if (whole === degreeDigits) return sign * value
  if (whole === degreeDigits + 2) {
    const degrees = Math.floor(value / 100)
    const minutes = value - degrees * 100
    return minutes < 60 ? sign * (degrees + minutes / 60) : NaN
  }
  if (whole !== degreeDigits + 4) return NaN
  const degrees = Math.floor(value / 10_000)
  const minutes = Math.floor(value / 100) - degrees * 100
  const seconds = value - degrees * 10_000 - minutes * 100
  return minutes < 60 && seconds < 60 ? sign * (degrees + minutes / 60 + seconds / 3600) : NaN
}
