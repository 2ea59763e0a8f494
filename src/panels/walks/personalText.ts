import type { PrivacyKind } from '../../ingest/privacy/kinds.ts'

/** Places are what a walk is about, and a kommun's own reference to a photo is no person. */
const PERSONAL: ReadonlySet<PrivacyKind> = new Set(['identityNumber', 'name', 'phone', 'email', 'plate'])

/** What in these texts looks like a person's: names, personal numbers, phones, e-mail, registration plates. */
export async function findPersonal(texts: readonly string[]): Promise<string[]> {
  const [{ findAll }, { signsOf }] = await Promise.all([
    import('../../ingest/privacy/detect/index.ts'),
    import('../../ingest/privacy/detect/signs.ts'),
  ])
  const found = texts.flatMap((text) =>
    [...findAll(text, signsOf(text))]
      .filter(([kind]) => PERSONAL.has(kind))
      .flatMap(([, spans]) => spans.map(({ start, end }) => text.slice(start, end))),
  )
  return [...new Set(found)]
}

/** Whether what should be a role or a unit is the name of a person: whole, or a first or last name alone. */
export async function looksLikePerson(text: string): Promise<boolean> {
  const { findNames, isOfNames } = await import('../../ingest/privacy/detect/personName.ts')
  return isOfNames(text) || findNames(text).length > 0
}
