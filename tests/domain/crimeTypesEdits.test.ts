import { describe, expect, it } from 'vitest'
import { DEFAULT_CRIME_TYPES, type CrimeTypes } from '../../src/domain/crimeTypes.ts'
import { mergeCrimeTypes } from '../../src/domain/mergeCrimeTypes.ts'
import { typesById } from '../../src/domain/taxonomy.ts'
import * as edits from '../../src/domain/taxonomyEdits.ts'
import { classifier } from '../../src/domain/typeClassifier.ts'

const types = DEFAULT_CRIME_TYPES
const fields = (part: Partial<edits.TypeFields> = {}): edits.TypeFields => ({
  name: { sv: 'Fickstöld', en: '' },
  categoryId: 'tillgrepp',
  class: 'noInteraction',
  sensitive: false,
  aliases: [],
  ...part,
})
const typeOf = (of: CrimeTypes, id: string) => typesById(of.taxonomy).get(id)
const refusal = (edit: () => unknown) => {
  try {
    edit()
  } catch (error) {
    return (error as edits.TaxonomyEditError).refusal
  }
  return null
}

describe('editing the taxonomy', () => {
  it('adds a type under an id that stays, English falling back on Swedish', () => {
    const { types: after, id } = edits.addType(
      types,
      fields({ aliases: ['Stöld ur ficka', 'fickstöld', ' '] }),
    )
    expect(id).toBe('egen-fickstold')
    expect(typeOf(after, id)).toMatchObject({
      category: { id: 'tillgrepp' },
      type: { name: { sv: 'Fickstöld', en: 'Fickstöld' }, aliases: ['Stöld ur ficka'] },
    })
    expect(classifier(after)('stöld ur FICKA').typeId).toBe(id)
    const renamed = edits.changeType(after, id, fields({ name: { sv: 'Ficktjuveri', en: 'Pickpocketing' } }))
    expect(typeOf(renamed, id)?.type.name).toEqual({ sv: 'Ficktjuveri', en: 'Pickpocketing' })
    expect(edits.addType(renamed, fields({ name: { sv: 'fickstöld!', en: '' } })).id).toBe('egen-fickstold-2')
  })

  it('keeps reading labels by a type’s old names, until another takes the name', () => {
    const { type } = typeOf(types, 'klotter')!
    const renamed = edits.changeType(types, 'klotter', {
      ...fields(),
      name: { sv: 'Illegal graffiti', en: 'Illegal graffiti' },
      categoryId: 'skadegorelse',
    })
    expect(classifier(renamed)(type.name.sv)).toEqual({ typeId: 'klotter', by: 'alias' })
    const { types: taken, id } = edits.addType(renamed, fields({ name: { sv: 'Klotter', en: '' } }))
    expect(classifier(taken)('Klotter')).toEqual({ typeId: id, by: 'name' })
  })

  it('moves a type in place within a category and to the end of another', () => {
    const order = (of: CrimeTypes, category: string) =>
      of.taxonomy.categories.find(({ id }) => id === category)!.types.map(({ id }) => id)
    const { name } = typeOf(types, 'klotter')!.type
    const same = edits.changeType(types, 'klotter', fields({ name, categoryId: 'skadegorelse' }))
    expect(order(same, 'skadegorelse')).toEqual(order(types, 'skadegorelse'))
    const moved = edits.changeType(types, 'klotter', fields({ name, categoryId: 'frihet-frid' }))
    expect(order(moved, 'skadegorelse')).not.toContain('klotter')
    expect(order(moved, 'frihet-frid').at(-1)).toBe('klotter')
  })

  it('refuses no name and a name that another type has', () => {
    expect(refusal(() => edits.addType(types, fields({ name: { sv: ' ', en: 'x' } })))).toEqual({
      code: 'emptyName',
    })
    const taken = { code: 'nameTaken', by: 'cykelstold' }
    expect(refusal(() => edits.addType(types, fields({ name: { sv: 'CYKELSTÖLD', en: '' } })))).toMatchObject(
      taken,
    )
    expect(refusal(() => edits.addType(types, fields({ aliases: ['Cykelstöld'] })))).toMatchObject(taken)
    expect(refusal(() => edits.addCategory(types, { sv: '', en: '' }, 1))).toEqual({ code: 'emptyName' })
  })

  it('takes a type away: its labels are no longer classed, or are another’s', () => {
    const with_ = {
      ...edits.classLabels(types, ['Tagg'], 'klotter'),
      breaks: [
        {
          id: 'b1',
          date: '2024-01-01',
          kind: 'category' as const,
          types: ['klotter'],
          from: '',
          to: '',
          note: '',
        },
      ],
    }
    const gone = edits.removeType(with_, 'klotter', null)
    expect(typeOf(gone, 'klotter')).toBeUndefined()
    expect(['Klotter', 'Tagg', 'Graffiti'].map((label) => classifier(gone)(label).typeId)).toEqual([
      null,
      null,
      null,
    ])
    expect(gone).toMatchObject({ mapping: [], breaks: [] })
    const into = edits.removeType(with_, 'klotter', 'skadegorelse-ovrig')
    for (const label of ['Klotter', 'Tagg', 'Graffiti'])
      expect([label, classifier(into)(label).typeId]).toEqual([label, 'skadegorelse-ovrig'])
    expect(into.breaks[0].types).toEqual(['skadegorelse-ovrig'])
  })

  it('adds, renames and takes away categories, whose types move', () => {
    const added = edits.addCategory(types, { sv: 'Miljöbrott', en: '' }, 3)
    expect(added.taxonomy.categories.at(-1)).toEqual({
      id: 'egen-miljobrott',
      name: { sv: 'Miljöbrott', en: 'Miljöbrott' },
      colour: 3,
      types: [],
    })
    const changed = edits.changeCategory(added, 'egen-miljobrott', { sv: 'Miljö', en: 'Environment' }, 5)
    expect(changed.taxonomy.categories.at(-1)).toMatchObject({
      name: { sv: 'Miljö', en: 'Environment' },
      colour: 5,
    })
    const removed = edits.removeCategory(types, 'skadegorelse', 'tillgrepp')
    expect(typesById(removed.taxonomy).size).toBe(typesById(types.taxonomy).size)
    expect(typeOf(removed, 'klotter')?.category.id).toBe('tillgrepp')
    const single = {
      ...types,
      taxonomy: { ...types.taxonomy, categories: types.taxonomy.categories.slice(0, 1) },
    }
    expect(refusal(() => edits.removeCategory(single, 'liv-halsa', 'liv-halsa'))).toEqual({
      code: 'lastCategory',
    })
  })

  it('keeps one rule for a label and one for a text of codes', () => {
    const twice = edits.classLabels(edits.classLabels(types, ['A', 'B'], 'klotter'), ['a'], null)
    expect(twice.mapping).toEqual([
      { label: 'B', type: 'klotter' },
      { label: 'a', type: null },
    ])
    expect(edits.classLabels(twice, ['A', 'B'], undefined).mapping).toEqual([])
    const codes = edits.classCodes(edits.classCodes(types, '08', 'klotter'), '08', 'ofredande')
    expect(codes.mapping).toEqual([{ codes: '08', type: 'ofredande' }])
    expect(edits.classCodes(codes, '08', undefined).mapping).toEqual([])
  })

  it('changes nothing of what it was given', () => {
    const before = structuredClone(types)
    edits.removeType(edits.addType(types, fields()).types, 'klotter', 'ofredande')
    edits.removeCategory(types, 'skadegorelse', 'tillgrepp')
    expect(types).toEqual(before)
  })
})

describe('merging', () => {
  it('adds what is new, keeps one’s own names, and lets the opened file’s rules hold', () => {
    const own = edits.classLabels(
      edits.changeType(types, 'klotter', {
        ...fields(),
        name: { sv: 'Sprejklotter', en: 'Spray' },
        categoryId: 'skadegorelse',
      }),
      ['X', 'Y'],
      'ofredande',
    )
    const { types: added, id } = edits.addType(types, fields())
    const other = {
      ...edits.classLabels(added, ['x', 'Z'], id),
      codeList: { name: 'Lista', version: '2', validFrom: null },
    }
    const merged = mergeCrimeTypes(own, other)
    expect(typeOf(merged, 'klotter')?.type.name.sv).toBe('Sprejklotter')
    expect(typeOf(merged, id)?.category.id).toBe('tillgrepp')
    expect(['X', 'Y', 'Z', 'Klotter'].map((label) => classifier(merged)(label).typeId)).toEqual([
      id,
      'ofredande',
      id,
      'klotter',
    ])
    expect(merged.codeList).toEqual(other.codeList)
    expect(mergeCrimeTypes(merged, other)).toEqual(merged)
  })
})
