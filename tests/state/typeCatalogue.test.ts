import { expect, it } from 'vitest'
import defaultTaxonomy from '../../src/domain/defaultTaxonomy.json'
import type { Taxonomy } from '../../src/domain/taxonomy.ts'
import { typeCatalogue } from '../../src/state/typeCatalogue.ts'

const group = (id: string, typeId: string | null, label = id) => ({
  id,
  typeId,
  label,
  kinds: { crime: 1, event: 0, fire: 0, repair: 0 },
})

it('names types in the language on screen, and leaves unknown ones as they stand in the file', () => {
  const groups = [
    group('klotter', 'klotter'),
    group('Bus', null),
    group('', null),
    group('gone', 'gone', 'Borta'),
  ]
  const words = { unclassified: 'Oklassade', noType: 'Ingen typ angiven' }
  const [graffiti, unknown, none, retired] = typeCatalogue(groups, defaultTaxonomy as Taxonomy, 'sv', words)
  expect(graffiti).toMatchObject({ id: 'klotter', name: 'Klotter', categoryName: 'Skadegörelse' })
  expect(graffiti.colour).toBeGreaterThan(0)
  expect(unknown).toEqual({
    id: 'Bus',
    name: 'Bus',
    categoryId: '',
    categoryName: 'Oklassade',
    colour: 0,
    class: null,
  })
  expect(none.name).toBe('Ingen typ angiven')
  expect(retired).toMatchObject({ name: 'Borta', colour: 0 })
  const [english] = typeCatalogue(groups, defaultTaxonomy as Taxonomy, 'en', words)
  expect(english.name).not.toBe('Klotter')
  expect(english.colour).toBe(graffiti.colour)
})
