import type { CrimeTypes } from './crimeTypes.ts'
import type { CrimeCategory, CrimeType } from './taxonomy.ts'
import { labelKey } from './typeClassifier.ts'

/**
 * Adds what another set of crime types knows to one's own. Types and categories of the same id keep one's own name and place and gain the other's
 * aliases; new ones are added; of two rules for the same label or codes the other's holds, as it was opened last; breaks of the same day,
 * types and note are one. The other's code list is taken where one is said.
 */
export function mergeCrimeTypes(own: CrimeTypes, other: CrimeTypes): CrimeTypes {
  const ownTypes = new Set(own.taxonomy.categories.flatMap(({ types }) => types.map(({ id }) => id)))
  const others = new Map(
    other.taxonomy.categories.flatMap(({ types }) => types.map((type) => [type.id, type] as const)),
  )
  const categories = own.taxonomy.categories.map((category): CrimeCategory => {
    const added = other.taxonomy.categories.find(({ id }) => id === category.id)?.types ?? []
    return {
      ...category,
      types: [
        ...category.types.map((type) => withAliases(type, others.get(type.id))),
        ...added.filter(({ id }) => !ownTypes.has(id)),
      ],
    }
  })
  const ownCategories = new Set(categories.map(({ id }) => id))
  const added = other.taxonomy.categories
    .filter(({ id }) => !ownCategories.has(id))
    .map((category) => ({ ...category, types: category.types.filter(({ id }) => !ownTypes.has(id)) }))
  const ruleKey = (rule: CrimeTypes['mapping'][number]) =>
    'label' in rule ? `l ${labelKey(rule.label)}` : `c ${rule.codes}`
  const breakKey = ({ date, types, note }: CrimeTypes['breaks'][number]) =>
    JSON.stringify([date, types, note])
  const rules = new Map([...own.mapping, ...other.mapping].map((rule) => [ruleKey(rule), rule]))
  const breaks = [...new Map([...other.breaks, ...own.breaks].map((one) => [breakKey(one), one])).values()]
  return {
    taxonomy: { ...own.taxonomy, categories: [...categories, ...added] },
    mapping: [...rules.values()],
    codeList: other.codeList ?? own.codeList,
    breaks: breaks.sort((a, b) => (a.date < b.date ? -1 : 1)).map((one, i) => ({ ...one, id: `b${i + 1}` })),
  }
}

function withAliases(type: CrimeType, other: CrimeType | undefined): CrimeType {
  if (!other) return type
  const known = new Set([type.name.sv, type.name.en, ...(type.aliases ?? [])].map(labelKey))
  const more = [other.name.sv, other.name.en, ...(other.aliases ?? [])].filter((name) => {
    const key = labelKey(name)
    if (key === '' || known.has(key)) return false
    known.add(key)
    return true
  })
  return more.length > 0 ? { ...type, aliases: [...(type.aliases ?? []), ...more] } : type
}
