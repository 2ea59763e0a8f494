import { describe, expect, it } from 'vitest'
import { en } from '../../../src/i18n/en.ts'
import { sv } from '../../../src/i18n/sv.ts'
import { findPersonal, looksLikePerson } from '../../../src/panels/walks/personalText.ts'
import { walks } from '../../../data/walks.ts'

describe('what is personal in a walk', () => {
  it('is found: a name, a phone, a personal number, an e-mail address', async () => {
    const text = 'Anna Andersson, 070-174 06 05, tipsade; 811218-9876, a@exempel.se.'
    expect(await findPersonal([text, 'Mörkt vid entrén.'])).toEqual(
      expect.arrayContaining(['Anna Andersson', '811218-9876', 'a@exempel.se']),
    )
  })

  it('is not found in the demo’s own words', async () => {
    const texts = walks.flatMap((walk) => [
      walk.organiser,
      walk.title,
      ...walk.observations.flatMap(({ text, responsible, decision }) => [
        text,
        responsible ?? '',
        decision?.reason ?? '',
      ]),
    ])
    expect(await findPersonal(texts)).toEqual([])
  })

  it('is a name in place of a role, whole or in part', async () => {
    for (const name of ['Anna', 'Anna Andersson', 'andersson', 'Karl-Johan Lind'])
      expect([name, await looksLikePerson(name)]).toEqual([name, true])
    const roles = [...sv.walks.form.roles, ...en.walks.form.roles, ...Object.keys(walks[0].participants)]
    for (const role of roles) expect([role, await looksLikePerson(role)]).toEqual([role, false])
  })
})
