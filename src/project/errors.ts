/**
 * Why a project cannot be saved, opened or kept; the words stand in the catalogue `project.errors`.
 * - `notProject`: other bytes than a project's
 * - `newerVersion`: written by a later version of the product
 * - `damaged`: bytes that are not those that were saved
 * - `truncated`: the end is missing
 * - `unsound`: whole, and yet it holds what this product does not write
 * - `tooLarge`: more than the format or the machine can hold
 * - `passphraseNeeded`, `wrongPassphrase`
 * - `noCrypto`: the browser encrypts only on pages from https or from this machine
 * - `noStorage`: the browser gives the page no storage (private mode, plain http, a setting)
 * - `storageFull`: no room left for what is kept on this machine
 * - `storageBusy`: another tab holds what is kept
 */
export interface ProjectErrorData {
  notProject: Record<string, never>
  newerVersion: { version: number; known: number }
  damaged: { part: string }
  truncated: Record<string, never>
  unsound: { part: string }
  tooLarge: Record<string, never>
  passphraseNeeded: Record<string, never>
  wrongPassphrase: Record<string, never>
  noCrypto: Record<string, never>
  noStorage: Record<string, never>
  storageFull: Record<string, never>
  storageBusy: Record<string, never>
}

export type ProjectErrorCode = keyof ProjectErrorData

export class ProjectError<Code extends ProjectErrorCode = ProjectErrorCode> extends Error {
  constructor(
    readonly code: Code,
    readonly data: ProjectErrorData[Code],
    options?: { cause: unknown },
  ) {
    super(`${code} ${JSON.stringify(data)}`, options)
    this.name = 'ProjectError'
  }
}
