import { MAGIC, looksLikeProject } from '../../project/preamble.ts'

/** Whether a file says of itself that it is a project; one that cannot be read is for whoever tries to. */
export async function isProject(file: Blob): Promise<boolean> {
  try {
    return looksLikeProject(new Uint8Array(await file.slice(0, MAGIC.length).arrayBuffer()))
  } catch {
    return false
  }
}
