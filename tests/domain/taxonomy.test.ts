import { describe, expect, it } from 'vitest'
import defaultTaxonomy from '../../src/domain/defaultTaxonomy.json'
import { foldLabel, taxonomyIndex, type Taxonomy } from '../../src/domain/taxonomy.ts'

const taxonomy = defaultTaxonomy as Taxonomy
const types = taxonomy.categories.flatMap((category) => category.types)

describe('the taxonomy', () => {
  it('folds case, accents and punctuation', () => {
    expect(foldLabel('  Stöld/Snatteri, i  butik ')).toBe('stold snatteri i butik')
    expect(foldLabel('VÅLDTÄKT (ute)')).toBe('valdtakt ute')
    expect(foldLabel('§§')).toBe('')
  })

  it('finds every type by its id, both its names and its aliases, and by no other’s', () => {
    const index = taxonomyIndex(taxonomy)
    for (const type of types)
      for (const name of [type.id, type.name.sv, type.name.en, ...(type.aliases ?? [])])
        expect([name, index.get(foldLabel(name))]).toEqual([name, type.id])
    expect(index.has('')).toBe(false)
  })

  it('has each id once, a class for every type, a colour for every category', () => {
    for (const list of [types, taxonomy.categories])
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
    for (const type of types) expect(['interaction', 'noInteraction', 'proactive']).toContain(type.class)
    expect(taxonomy.categories.map(({ colour }) => colour).sort()).toEqual([1, 2, 3, 4, 5, 6, 7])
  })
})
