import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCaseNumbers } from '../../../src/ingest/privacy/detect/caseNumber.ts'
import { findEmails } from '../../../src/ingest/privacy/detect/email.ts'
import { isRunningText } from '../../../src/ingest/privacy/detect/freeText.ts'
import { findIdentityNumbers } from '../../../src/ingest/privacy/detect/identityNumber.ts'
import { findNetworkNumbers } from '../../../src/ingest/privacy/detect/network.ts'
import { findNames, isOfNames, looksLikeName } from '../../../src/ingest/privacy/detect/personName.ts'
import { findPhones } from '../../../src/ingest/privacy/detect/phone.ts'
import { findPlates } from '../../../src/ingest/privacy/detect/plate.ts'
import { findStreetAddresses } from '../../../src/ingest/privacy/detect/streetAddress.ts'
import type { Find } from '../../../src/ingest/privacy/kinds.ts'
import { MASK, shapeOf, withoutSpans } from '../../../src/ingest/privacy/mask.ts'
import { hideIn } from '../../../src/ingest/privacy/scan.ts'
import { written } from './invented.ts'

function found(find: Find, text: string): string[] {
  return find(text).map(({ start, end }) => text.slice(start, end))
}

describe('personnummer and samordningsnummer', () => {
  // 811228-9874 is Skatteverket's own example of the check digit; 701063-2391 its samordningsnummer.
  it.each([
    '811228-9874',
    '19811228-9874',
    '8112289874',
    '198112289874',
    '811228+9874',
    '811228 9874',
    '811228–9874',
    '1981-12-28-9874',
    '701063-2391',
    '000229-0005',
  ])('finds %s', (text) => {
    expect(found(findIdentityNumbers, text)).toEqual([text])
    expect(found(findIdentityNumbers, `Anmälaren (${text}), som`)).toEqual([text])
  })

  it.each([
    ['a wrong check digit', '811228-9875'],
    ['a day that is none', '810231-9876'],
    ['a month that is none', '811328-9872'],
    ['an organisation number', '556036-0793'],
    ['a longer run of digits', '18112289874'],
    ['digits behind a decimal comma', '6,8112289874'],
    ['digits with decimals', '8112289874,25'],
    ['part of an id', 'K8112289874'],
    ['a northing', '6580822'],
    ['a time', '2025-03-01 23:15:04'],
    ['a DeSO', '0180C1010'],
    ['a code of a crime', '0310'],
  ])('does not take %s for one', (_, text) => {
    expect(findIdentityNumbers(text)).toEqual([])
  })

  it('finds every right number in every writing, alone and in a sentence, and hiding leaves none of it', () => {
    fc.assert(
      fc.property(written, fc.constantFrom('', 'Pnr: ', 'Kvinna, '), ({ text }, before) => {
        const cell = `${before}${text}`
        expect(found(findIdentityNumbers, cell)).toEqual([text])
        const hidden = hideIn(cell, { also: [], numbersByChance: false })
        expect(hidden).toBe(`${before}${MASK}`)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('masking', () => {
  it('leaves no letter and no digit of a value in its shape', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(shapeOf(text)).not.toMatch(/[\p{L}\p{N}]/u)
      }),
    )
    expect(shapeOf('811228-9874')).toBe('••••••-••••')
    expect(shapeOf('anna@exempel.se')).toBe('••••@•••••••.••')
  })

  it('takes spans out, those that overlap too', () => {
    const spans = [
      { start: 2, end: 5 },
      { start: 4, end: 7 },
      { start: 8, end: 9 },
    ]
    expect(withoutSpans('abcdefghij', spans)).toBe(`ab${MASK}h${MASK}j`)
  })
})

describe('phone numbers', () => {
  it.each([
    '070-123 45 67',
    '070-1234567',
    '0701234567',
    '070 123 45 67',
    '+46 70 123 45 67',
    '+46701234567',
    '+46 (0)70 123 45 67',
    '0046701234567',
    '08-508 27 000',
    '08-50827000',
    '0431-123 45',
    '031-12 34 56',
    '+45 32 12 34 56',
  ])('finds %s', (text) => {
    expect(found(findPhones, text)).toEqual([text])
    expect(found(findPhones, `Ring ${text}, helst före lunch`)).toEqual([text])
  })

  it.each([
    '6580822',
    '674032.25',
    '59.3293235',
    '18,068581',
    '2025-03-01',
    '01-03-2025',
    '2025-03-01 23:15',
    '0310',
    '0180C1010',
    '5000-K123456-25',
    '0201-K12345-24',
    'K00000123',
    '1741000000',
    '000012345',
    '08 03 2025',
    '112',
    'EX000001',
  ])('does not take %s for one', (text) => {
    expect(findPhones(text)).toEqual([])
  })
})

describe('names of persons', () => {
  it.each([
    'Anna Svensson',
    'ANNA SVENSSON',
    'anna svensson',
    'Svensson, Anna',
    'Svensson Anna',
    'Karl-Erik Lindqvist',
    'Mohammed Ali',
    'Fatima Hassan',
    'Anna Maria Öberg',
    'Åsa Trädgårdh-Berggren Nilsson',
  ])('finds %s', (text) => {
    expect(findNames(text)).toHaveLength(1)
  })

  it('finds them in running text', () => {
    expect(found(findNames, 'Anmälaren Erik Lindqvist uppger att Sara Blom såg allt.')).toEqual([
      'Erik Lindqvist',
      'Sara Blom',
    ])
  })

  it.each([
    'Karl Johans gata',
    'Olof Palmes gata',
    'Anna Lindhs plats',
    'Erikslust',
    'Sven Hultins gata',
    'Erik Dahlbergsgatan',
    'Gustav Adolfs torg',
    'Nils Ericson Terminalen',
    'Nils Ericsonsplatsen',
    'Astrid Lindgrens barnsjukhus',
    'Astrid Lindgren skolan',
    'Norra Murargatan',
    'Skadegörelse, klotter',
    'Misshandel mot man 18 år eller äldre',
    'Personal Robbery',
    'Lund',
    'Malmö Centralstation',
    'Katarina',
  ])('does not take %s for one', (text) => {
    expect(findNames(text)).toEqual([])
  })

  it('knows names that stand alone, and what merely looks like one', () => {
    expect(['Anna', 'Svensson', 'Anna Maria'].every(isOfNames)).toBe(true)
    expect(['Slottsgatan', 'Klotter', 'Norrbyskolan'].some(isOfNames)).toBe(false)
    expect(looksLikeName('Xiulan Wójcik')).toBe(true)
    expect(['Storgatan 12', 'Norrbyskolan', 'klotter', '0310'].some(looksLikeName)).toBe(false)
  })
})

describe('registration plates', () => {
  it.each(['ABC123', 'ABC 123', 'ABC-123', 'ABC12D', 'MLB84G'])('finds %s', (text) => {
    expect(found(findPlates, text)).toEqual([text])
  })

  it.each([
    'K00000123',
    'EX000001',
    '0310',
    'BRÅ123',
    'QVI123',
    'ABC12O',
    'abc123',
    'SEK 500',
    'RUM 101',
    'ABC1234',
    'SE110',
    '0180C1010',
    'TF0001',
  ])('does not take %s for one', (text) => {
    expect(findPlates(text)).toEqual([])
  })
})

describe('street addresses with number', () => {
  it.each([
    'Storgatan 12',
    'Storgatan 12 B',
    'Storgatan 12B',
    'Norra Murargatan 4',
    'Karl Johans gata 3',
    'Lundavägen 3',
    'Vasagatan 1-3',
    'Möllevångstorget 2',
    '12 Main Street',
    '1420 N Clark St',
  ])('finds %s', (text) => {
    expect(findStreetAddresses(text)).toHaveLength(1)
  })

  it.each([
    'Slottsgatan',
    'Karl Johans gata',
    'Riksväg 40',
    'Länsväg 222',
    'Hållplatsen 3',
    'Väg 73',
    'E4',
    '0180C1010',
    'Misshandel mot man 18 år',
    '012XX N State St',
    'Norrbyskolan',
    'Plats 3',
    '6580822',
  ])('does not take %s for one', (text) => {
    expect(findStreetAddresses(text)).toEqual([])
  })
})

describe('other kinds', () => {
  it('finds e-mail addresses', () => {
    expect(found(findEmails, 'Skriv till anna.b+c@sub.exempel.se, tack')).toEqual(['anna.b+c@sub.exempel.se'])
    expect(findEmails('kl 10 @ torget')).toEqual([])
    expect(findEmails('@'.repeat(5_000) + 'a'.repeat(50_000))).toEqual([])
  })

  it('finds IP and IMEI numbers, but no dates, versions with leading zeros or coordinates', () => {
    expect(found(findNetworkNumbers, 'från 192.168.1.27')).toEqual(['192.168.1.27'])
    expect(found(findNetworkNumbers, '490154203237518')).toEqual(['490154203237518'])
    for (const none of ['2025.03.01.12', '490154203237519', '59.329323', '1.2.3', '300.1.1.1'])
      expect(findNetworkNumbers(none)).toEqual([])
  })

  it('finds case numbers', () => {
    for (const text of ['5000-K123456-25', '0201-K12345-24', 'A123.456/2025', '2025/12345'])
      expect(found(findCaseNumbers, text)).toEqual([text])
    for (const none of ['2025-03-01', '0310', 'K00000123', '0180C1010'])
      expect(findCaseNumbers(none)).toEqual([])
  })

  it('tells running text from the long labels of crime types', () => {
    expect(isRunningText('Anmälaren uppger att han blev slagen vid torget.')).toBe(true)
    expect(isRunningText('Bilen var borta när hon kom ut')).toBe(true)
    for (const label of [
      'Misshandel mot man 18 år eller äldre, utomhus, obekant med offret',
      'Stöld ur och från motordrivet fordon',
      'Skadegörelse, klotter',
      'Norra Murargatan / Slottsgatan',
    ])
      expect(isRunningText(label)).toBe(false)
  })
})
