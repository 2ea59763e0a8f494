/** Of the elements in a GPX file's extensions that hold what GPX has no place for. A name, never fetched. */
export const GPX_NAMESPACE = 'urn:lagesbild:trygghetsvandring:1'
