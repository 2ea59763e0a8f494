import { foldLabel } from '../taxonomy.ts'

/**
 * The words that stand for an identifier in a file: the first of each language is written, all are read, and so is the identifier
 * itself. They are part of the file format and do not change with the interface.
 */
export interface Term {
  id: string
  sv: readonly [string, ...string[]]
  en: readonly [string, ...string[]]
}
export type Vocabulary = readonly Term[]
export type FileLanguage = 'sv' | 'en'

const term = (id: string, sv: string, en: string): Term => {
  const words = (text: string) => text.split('|') as [string, ...string[]]
  return { id, sv: words(sv), en: words(en) }
}

export const FEELS: Vocabulary = [
  term('safe', 'trygg|tryggt|plats som känns trygg|positivt|plus|bra', 'safe|positive'),
  term('unsafe', 'otrygg|otryggt|inte trygg|negativt|minus|brist|dåligt', 'unsafe|not safe|negative'),
]

export const LIGHT_WORDS: Vocabulary = [
  term('daylight', 'dagsljus|ljust|dag|ljus', 'daylight|light|day'),
  term('dusk', 'skymning|gryning|halvmörkt|kväll', 'dusk|dawn|twilight|evening'),
  term('dark', 'mörker|mörkt|natt', 'dark|darkness|night'),
]

export const OBSERVATION_WORDS: Vocabulary = [
  term('lighting', 'belysning|ljus|armatur|lampor', 'lighting|light|lamps'),
  term(
    'sightlines',
    'sikt/växtlighet|sikt|växtlighet|sikt och växtlighet|vegetation|buskar|grönska|skymd sikt',
    'sightlines/vegetation|sightlines|vegetation|visibility',
  ),
  term(
    'upkeep',
    'skötsel/nedskräpning|skötsel|nedskräpning|skräp|renhållning|städning',
    'upkeep/litter|upkeep|litter|cleaning',
  ),
  term(
    'damage',
    'skadegörelse/klotter|skadegörelse|klotter|vandalisering',
    'damage/graffiti|damage|graffiti|vandalism',
  ),
  term('maintenance', 'underhåll|drift|reparation|trasigt', 'maintenance|repair|broken'),
  term('traffic', 'trafik|trafiksäkerhet|trafikmiljö|hastighet|cykel', 'traffic|speed'),
  term('desolation', 'ödslighet|ödsligt|folktomt|öde', 'desolation|deserted'),
  term(
    'unsafeGathering',
    'otrygg samling|samling|gäng|otrygga samlingar|personer som samlas|berusade',
    'unsafe gathering|gathering',
  ),
  term('wayfinding', 'orienterbarhet|skyltning|vägvisning|orientering', 'wayfinding|signs|signage'),
  term('other', 'övrigt|annat|övriga', 'other|misc'),
]

export const DECISION_WORDS: Vocabulary = [
  term('approved', 'beslutad|beviljad|ja|godkänd|åtgärdas|beslutat|tillstyrks', 'approved|yes|granted'),
  term(
    'refused',
    'nekad|avslagen|nej|avslag|nekat|åtgärdas ej|åtgärdas inte|avslås',
    'refused|no|denied|rejected',
  ),
]

export const MEASURE_KINDS: Vocabulary = [
  term('situational', 'situationell|situationellt', 'situational'),
  term('social', 'social|socialt', 'social'),
]

export const ACTS_ON: Vocabulary = [
  term('situation', 'situation|situationen|plats|platsen', 'situation|place'),
  term('victim', 'offer|brottsoffer|målpunkt', 'victim|target'),
  term('offender', 'gärningsperson|gärningsman|gärningspersoner', 'offender|perpetrator'),
]

export const MEASURE_WORDS: Vocabulary = [
  term('lighting', 'belysning|ljus', 'lighting|light'),
  term(
    'sightlines',
    'röja sikt|sikt|röjning|växtlighet',
    'clearing sightlines|sightlines|clearing|vegetation',
  ),
  term('upkeep', 'skötsel|städning|renhållning|klottersanering', 'upkeep|cleaning'),
  term('targetHardening', 'skalskydd|lås|inbrottsskydd', 'target hardening|locks'),
  term(
    'guarding',
    'bevakning/patrullering|bevakning|patrullering|ordningsvakter|kamera|kamerabevakning',
    'guarding/patrol|guarding|patrol|guards|cctv',
  ),
  term(
    'transport',
    'trafik/kollektivtrafik|trafik|kollektivtrafik|nattbuss',
    'traffic/public transport|transport|public transport|traffic',
  ),
  term('inspection', 'tillsyn|krogtillsyn|kontroll', 'inspection|inspections'),
  term(
    'meetingPlace',
    'mötesplats/vuxennärvaro|mötesplats|vuxennärvaro|nattvandring|fritid',
    'meeting place/adult presence|meeting place|adult presence',
  ),
  term('information', 'information|utbildning|kampanj', 'information|campaign|training'),
  term('other', 'övrigt|annat|övriga', 'other|misc'),
]

export const HORIZONS: Vocabulary = [
  term('short', 'kort|kort sikt|kortsiktig', 'short|short term'),
  term('long', 'lång|lång sikt|långsiktig', 'long|long term'),
]

export const STATUSES: Vocabulary = [
  term('planned', 'planerad|planeras|planerat|ej påbörjad|beslutad', 'planned|not started'),
  term('ongoing', 'pågår|pågående|påbörjad', 'ongoing|in progress|started'),
  term('done', 'genomförd|klar|klart|utförd|avslutad|genomfört', 'done|completed|finished'),
  term('cancelled', 'avbruten|avbrutet|inställd|nedlagd', 'cancelled|canceled|stopped'),
]

export const GOAL_KINDS: Vocabulary = [
  term('outcome', 'effektmål|effekt', 'outcome goal|outcome'),
  term('process', 'processmål|process', 'process goal|process'),
  term('output', 'produktionsmål|produktion|prestation', 'output goal|output'),
]

export const CAUSE_KINDS: Vocabulary = [
  term('proximate', 'närliggande', 'proximate'),
  term('distal', 'avlägsen', 'distal'),
]

export const SHAPES: Vocabulary = [
  term('Point', 'punkt', 'point'),
  term('LineString', 'linje', 'line'),
  term('Polygon', 'yta', 'polygon'),
]

export const YES_NO: Vocabulary = [
  term('true', 'ja|x|klart|1|sant', 'yes|true|y'),
  term('false', 'nej|0|falskt', 'no|false|n'),
]

const indices = new WeakMap<Vocabulary, ReadonlyMap<string, string>>()

/** The identifier that a word stands for, in either language; null where it is no word of the vocabulary. */
export function idOfWord(vocabulary: Vocabulary, word: string): string | null {
  let index = indices.get(vocabulary)
  if (!index) {
    const entries = new Map<string, string>()
    const add = (text: string, id: string) => {
      const folded = foldLabel(text)
      if (!entries.has(folded)) entries.set(folded, id)
    }
    for (const { id, sv, en } of vocabulary) [sv[0], en[0], id].forEach((text) => add(text, id))
    for (const { id, sv, en } of vocabulary) [...sv, ...en].forEach((text) => add(text, id))
    indices.set(vocabulary, (index = entries))
  }
  return index.get(foldLabel(word)) ?? null
}

/** The word that is written for an identifier; the identifier where the vocabulary lacks it. */
export function wordOf(vocabulary: Vocabulary, id: string, language: FileLanguage): string {
  return vocabulary.find((one) => one.id === id)?.[language][0] ?? id
}
