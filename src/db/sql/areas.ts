import { sql } from './sql.ts'

/** Puts the areas beside the rows they were found for: both tables are in the order of loading. */
export const ASSIGN_AREAS = sql`CREATE OR REPLACE TABLE incident_facts AS
SELECT i.* EXCLUDE (area), r.area FROM incident_facts i POSITIONAL JOIN row_areas r`
