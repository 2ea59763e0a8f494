import { sql } from './sql.ts'

/** Gives a blank source row to each incident that came without one, so that joins lose none. */
export const FILL_SOURCE_ROWS = sql`INSERT INTO source_rows BY NAME
SELECT i.row AS row FROM incident_facts i ANTI JOIN source_rows s ON s.row = i.row`

/** Largest index of a type label in use; -1 where there are no rows. */
export const LARGEST_TYPE = sql`SELECT coalesce(max(type)::INTEGER, -1) AS type FROM incident_facts`

/** Writes what was appended as compressed segments. */
export const COMPRESS = sql`CHECKPOINT lagesbild`

export const COUNT_FACTS = sql`SELECT count(*)::INTEGER AS n FROM incident_facts`
