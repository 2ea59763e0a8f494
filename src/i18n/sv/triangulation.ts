import type { Formatter } from '../format.ts'

const places = (n: number, many: string, one: string) => (n === 1 ? one : many)

export const triangulation = {
  title: 'Upplevt och anmält',
  card: 'Plats för plats',
  back: 'Trygghetsvandringar',
  intro:
    'Vad människor sagt på vandringar, vad som anmälts på samma plats i samma ljus, och vad som görs där.',
  noWalks:
    'Det finns ingen trygghetsvandring att hålla mot brotten. Lägg in eller öppna en vandring under Vandring.',
  noPlaces: 'Inga brott med plats är inlästa: det finns inget att hålla vandringarna mot.',
  computing: 'Jämför vandringar, brott och åtgärder',
  stopped: 'Jämförelsen stoppades.',
  again: 'Jämför igen',
  failed: 'Jämförelsen gick inte att räkna.',
  sentence: (
    f: Formatter,
    p: {
      /** Felt unsafe, and held against crime; those that could not be; those where there is much. */
      unsafe: number
      unjudged: number
      much: number
      /** Places with much crime; null where nothing says what is much. */
      dense: number | null
      unmentioned: number
      undecided: number
    },
  ) =>
    [
      p.unsafe + p.unjudged === 0 ? 'Ingen plats kändes otrygg.' : '',
      p.unsafe > 0
        ? `${f.integer(p.much)} av ${f.integer(p.unsafe)} ${places(p.unsafe, 'otrygga punkter', 'otrygg punkt')} ligger där det anmäls mycket brott.`
        : '',
      p.unjudged > 0
        ? `${f.integer(p.unjudged)} ${places(p.unjudged, 'otrygga punkter', 'otrygg punkt')} kan inte bedömas.`
        : '',
      p.dense === null
        ? 'Brotten är för få för att säga var det är mycket.'
        : p.dense === 0
          ? 'Ingen plats har mycket brott.'
          : p.unmentioned === 0
            ? 'Varje plats med mycket brott har nämnts.'
            : `${f.integer(p.unmentioned)} ${places(p.unmentioned, 'platser', 'plats')} med mycket brott har ingen nämnt.`,
      p.undecided > 0
        ? `${f.integer(p.undecided)} ${places(p.undecided, 'otrygga punkter', 'otrygg punkt')} saknar beslut.`
        : '',
    ]
      .filter(Boolean)
      .join(' '),
  settings: {
    title: 'Vad som hålls mot vad',
    types: 'Brott som räknas',
    distance: 'Samma plats inom',
    matchLight: 'Bara brott i vandringens ljus',
  },
  types: {
    outdoor: 'Brott utomhus',
    noOutdoor: 'Brott utomhus (finns inte i data)',
    all: 'alla brott',
    allOption: 'Alla brott',
    several: (n: string) => `${n} brottstyper`,
    none: 'Data har inga av de brottstyper som räknas som brott utomhus: alla brott räknas i stället. Välj en typ för att räkna bara den.',
  },
  light: { daylight: 'i dagsljus', dusk: 'i skymning', dark: 'i mörker' },
  anyHour: 'alla tider',
  classes: {
    unsafeMuch: {
      title: 'Känns otryggt, och mycket brott anmäls',
      short: 'Otryggt, mycket brott',
      says: 'Upplevelse och anmälningar pekar på samma plats.',
    },
    unsafeLittle: {
      title: 'Känns otryggt, men lite brott anmäls',
      short: 'Otryggt, lite brott',
      says: 'Otryggheten är verklig även där få anmäler: leta efter orsaker i platsen, och efter brott som inte anmäls.',
    },
    unmentioned: {
      title: 'Mycket brott som ingen nämnt',
      short: 'Mycket brott, ingen har nämnt det',
      says: 'Ingen har känt sig otrygg nära platsen i det ljuset. Ofta för att ingen vandring gått där.',
    },
    undecided: {
      title: 'Otrygg punkt utan beslut',
      short: 'Utan beslut',
      says: 'Ingen har bestämt vad som ska göras, eller varför det inte görs.',
    },
    measureAlone: {
      title: 'Åtgärd där varken brott eller otrygghet fanns',
      short: 'Åtgärd utan brott eller otrygghet',
      says: 'Året innan åtgärden började var de brott den ska minska inte många där, och ingen vandring har känt otrygghet där.',
    },
    safeMuch: {
      title: 'Känns tryggt, men mycket brott anmäls',
      short: 'Tryggt, mycket brott',
      says: 'En notering: platsen kan vara trygg när vandringen gick, eller brotten av ett slag som inte märks.',
    },
    unjudged: {
      title: 'Kan inte bedömas',
      short: 'Kan inte bedömas',
      says: 'För få brott, eller ingen tid, att hålla dem mot.',
    },
  },
  row: {
    counted: (p: { crimes: string; one: boolean; within: string; light: string }) =>
      `${p.crimes} brott inom ${p.within} ${p.light}`,
    noDensity: 'ingen tid att jämföra med',
    place: (p: { crimes: string; one: boolean; light: string; walked: boolean; chance: boolean }) =>
      [
        `${p.crimes} brott ${p.light}`,
        p.walked ? 'en vandring gick förbi' : 'ingen vandring har gått här',
        p.chance ? 'anhopningen kan vara slump' : '',
      ]
        .filter(Boolean)
        .join(' · '),
    measureCounted: (p: { crimes: string; one: boolean; within: string; types: string; period: string }) =>
      `${p.crimes} brott inom ${p.within} (${p.types}, ${p.period})`,
    measure: (p: { start: string; planned: boolean; before: string }) =>
      `${p.planned ? 'Ska börja' : 'Började'} ${p.start} · ${p.before}`,
    observation: (p: { category: string; date: string; near: string; counted: string }) =>
      [p.category, p.near, p.date, p.counted].filter(Boolean).join(' · '),
    openWalk: 'Öppna vandringen',
    openMeasure: 'Öppna åtgärden',
  },
  how: {
    title: 'Så har det räknats',
    much: (p: { factor: string; distance: string }) =>
      `Mycket brott: en brottstät plats, där tätheten är ${p.factor} och minst fem brott, ligger inom ${p.distance}. Det är samma tröskel som på kartan i Läge.`,
    factor: (factor: string) => `över ${factor} gånger medeltätheten`,
    densest: (share: string) => `bland de tätaste ${share} av ytan`,
    light:
      'Ljuset avgörs av solens höjd när brottet skedde: dagsljus från soluppgång till solnedgång, skymning medan solen står högst 6° under horisonten (borgerlig skymning, morgon och kväll), mörker därunder. Brott med från- och tilltid delas ut efter hur stor del av tiden som var i det ljuset.',
    anyHour: 'Alla tider på dygnet räknas, oavsett ljus.',
    period: 'Vandringar hålls mot de tolv månaderna före vandringen.',
    measures:
      'Åtgärder hålls mot de tolv hela månaderna före den månad de började, alla tider, och mot de brottstyper de ska minska: vad som hänt sedan dess räknas inte. Avbrutna åtgärder och åtgärder utan plats är inte med.',
    counted: (types: string) => `Räknade brott: ${types}.`,
    outdoor: (types: string) => `Brott utomhus: ${types}.`,
    unsorted: (n: string) =>
      `${n} brott i data har ingen typ, eller en typ som det inte är bestämt om den sker utomhus: de räknas inte hit.`,
    density: (p: { light: string; period: string; n: string; threshold: string }) =>
      `${p.period}, ${p.light}: n = ${p.n}, mycket är över ${p.threshold} brott per km² och år.`,
    withoutLight: (n: string) => `${n} brott i perioden saknar klockslag som säger vilket ljus det var.`,
    unreached: (p: { light: string; period: string }) =>
      `${p.period}, ${p.light}: data räcker inte dit, så inget kan hållas mot brott.`,
    partial: (period: string) => `Data räcker bara över ${period} av de tolv månaderna.`,
    few: (p: { light: string; period: string; n: string }) =>
      `${p.period}, ${p.light}: n = ${p.n}, för få för att säga var det är mycket.`,
    caution:
      'Anmälda brott är inte alla brott, och en vandring är några personers upplevelse vid ett tillfälle.',
  },
  columns: {
    class: 'klass',
    name: 'plats eller iakttagelse',
    detail: 'underlag',
    crimes: 'brott',
    lat: 'latitud',
    lon: 'longitud',
  },
  fileName: 'upplevt-och-anmalt',
  legend: {
    title: 'Mycket brott i vandringarnas ljus',
    mentioned: 'någon har känt sig otrygg där',
    unmentioned: 'ingen har nämnt det',
  },
  survey: {
    title: 'Trygghetsmätningar',
    sentence: (f: Formatter, p: { areas: number; indicators: number }) =>
      `Svar i ${f.integer(p.areas)} ${places(p.areas, 'områden', 'område')} på ${f.integer(p.indicators)} ${places(p.indicators, 'frågor', 'fråga')}, bredvid vad vandringarna fann i området.`,
    none: 'Ingen trygghetsmätning är kopplad till områdena. Öppna en tabell med enkätsvar per område under Områden.',
    note: 'Enkätsvar gäller hela området och läggs aldrig ut på gator. 95\u00a0% KI inom parentes.',
    area: 'Område',
    felt: 'otrygga / trygga punkter',
    value: (p: { value: string; interval: string }) => (p.interval ? `${p.value} (${p.interval})` : p.value),
    year: (year: number) => (year > 0 ? String(year) : 'utan år'),
    indicator: 'fråga',
    yearColumn: 'år',
    valueColumn: 'värde',
    lower: '95\u00a0% KI nedre',
    upper: '95\u00a0% KI övre',
    n: 'svar',
    unit: 'enhet',
    unsafe: 'otrygga punkter',
    safe: 'trygga punkter',
    fileName: 'trygghetsmatning-omraden',
  },
}
