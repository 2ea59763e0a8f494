/** What was done, never what came of it: interventions, inspections and points of a plan (handbook p. 26-27). */
const interventions: Record<string, readonly number[]> = {
  2024: [17, 18, 21, 22, 26, 27, 24, 26, 23, 20, 18, 21],
  2025: [19, 20, 22, 23, 31, 35, 33, 34, 32, 29, 27, 31],
  2026: [29, 31, 34, 36, 38, 39],
}

export const activity = {
  note: {
    sv: 'Aktivitet, aldrig resultat: räknas inte som brott och inte som effekt.',
    en: 'Activity, never outcome: counted neither as crime nor as effect.',
  },
  series: [
    {
      id: 'pl13-lob',
      name: {
        sv: 'Ingripanden enligt 13 § polislagen och LOB',
        en: 'Interventions under section 13 of the Police Act and LOB',
      },
      unit: { sv: 'ingripanden', en: 'interventions' },
      months: Object.entries(interventions).flatMap(([year, counts]) =>
        counts.map((count, m) => ({ month: `${year}-${String(m + 1).padStart(2, '0')}`, count })),
      ),
    },
  ],
  progress: [
    {
      id: 'krogtillsyn',
      name: { sv: 'Krogtillsyn', en: 'Bar inspections' },
      measure: 'ansvarsfull-servering',
      done: 12,
      of: 12,
    },
    {
      id: 'nattbussplan',
      name: { sv: 'Nattbussplanens punkter', en: 'Points of the night-bus plan' },
      measure: 'nattbussplan',
      done: 3,
      of: 8,
    },
  ],
}
