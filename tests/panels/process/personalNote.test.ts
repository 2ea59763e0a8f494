import { expect, it } from 'vitest'
import { without } from '../../../src/panels/process/personalNote.ts'
import { findPersonal } from '../../../src/panels/walks/personalText.ts'

it('takes out what is a person’s, wherever it stands, and leaves the rest as it was written', async () => {
  const text = 'Anna Andersson leder.\nRing Anna Andersson, 070-174 06 05, om trapphuset.'
  const found = await findPersonal([text])
  expect(without(text, found)).toBe('… leder.\nRing …, …, om trapphuset.')
})

it('takes the longest first, so that no surname is left behind', () => {
  expect(without('Anna och Anna Andersson', ['Anna', 'Anna Andersson'])).toBe('… och …')
})

it('asks about no words of the work itself', async () => {
  expect(
    await findPersonal([
      'Våld på kvällen i centrum',
      '=SUMMA(1;1)',
      'Fortsätter under hösten',
      'Samordnare: kommunens säkerhetsstrateg och kommunpolisen.',
    ]),
  ).toEqual([])
})
