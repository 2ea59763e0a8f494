/** How long answers take, from asking to showing, for the browser's performance tools and the bench. */
export type Answer = 'counts' | 'preview' | 'surface'

const askedAt = new WeakMap<object, number>()

/** Notes when a request was made, and hands it on. */
export function asked<Request extends object>(request: Request): Request {
  askedAt.set(request, performance.now())
  return request
}

/** Reports the time since the request was made as the measure `lagesbild:<answer>`. */
export function answered(answer: Answer, request: object): void {
  const start = askedAt.get(request)
  if (start === undefined) return
  const name = `lagesbild:${answer}`
  performance.measure(name, { start })
  // Observers have it; kept entries would grow for as long as the page is open.
  performance.clearMeasures(name)
}
