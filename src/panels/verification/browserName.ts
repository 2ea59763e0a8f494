/** Newer names first: each browser also carries the names of those it descends from. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/Edg\/([\d.]+)/, 'Edge'],
  [/OPR\/([\d.]+)/, 'Opera'],
  [/(?:Firefox|FxiOS)\/([\d.]+)/, 'Firefox'],
  [/(?:Headless)?Chrome\/([\d.]+)/, 'Chrome'],
  [/CriOS\/([\d.]+)/, 'Chrome'],
  [/Version\/([\d.]+).*Safari/, 'Safari'],
]

/** Name and major version of a browser from its user agent text, such as "Firefox 140"; null where it is none we know. */
export function browserName(userAgent: string): string | null {
  for (const [pattern, name] of NAMES) {
    const version = pattern.exec(userAgent)?.[1]
    if (version) return `${name} ${version.split('.')[0]}`
  }
  return null
}
