import type { ViewState } from '../../state/view.svelte.ts'

/** Lets the phone's sheet give way while something is done on the map behind it. */
export async function behindSheet<T>(view: ViewState, work: () => Promise<T>): Promise<T> {
  const { sheet } = view
  view.sheet = 'low'
  try {
    return await work()
  } finally {
    view.sheet = sheet
  }
}
