import type { project as source } from '../sv/project.ts'

export const project: typeof source = {
  title: 'Project',
  lead: 'Data, areas, views and settings in one file, which opens again with the same figures.',
  name: 'Name of the project',
  save: 'Save project …',
  open: 'Open project …',
  states: {
    notSaved: 'Not saved as a file.',
    saved: (clock) => `Saved as a file ${clock}.`,
    changed: (clock) => `Changed since the file was saved ${clock}.`,
  },
  saving: {
    title: 'Save project',
    contents: 'The file holds the rows as they stand here, without what was dropped when they were read.',
    protect: 'Protect with a passphrase',
    protectHint: 'Without one, whoever has the file can read all of it.',
    save: 'Save file',
    working: (name) => `Saving ${name}`,
  },
  opening: {
    working: (name) => `Opening ${name}`,
    title: 'The project is encrypted',
    text: (name) => `Write the passphrase of ${name}.`,
    textKept: 'Write the passphrase of the project that is kept on this computer.',
    open: 'Open',
    wrong: 'The passphrase is wrong. Capitals and small letters differ.',
  },
  passphrase: {
    label: 'Passphrase',
    again: 'The passphrase again',
    show: 'Show the passphrase',
    differs: 'The two passphrases are not the same.',
    missing: 'Write a passphrase, or do without the protection.',
    lost: 'The passphrase is stored nowhere. If it is forgotten, nobody can open the file.',
    strength: {
      none: (advised) => `At least ${advised} signs, preferably four words that do not belong together.`,
      short: (advised) =>
        `Short: quickly guessed. At least ${advised} signs are better, preferably four words.`,
      monotonous: () =>
        'Few different signs: quickly guessed. Four words that do not belong together are better.',
      fair: () => 'Will do, if it is no known phrase.',
      good: () => 'Long: hard to guess, if it is no known phrase.',
    },
  },
  kept: {
    label: 'Remember on this computer',
    hint: 'Off: nothing is stored in the browser.',
    saved: (clock, size) => `Saved on this computer ${clock}, ${size}.`,
    savedEncrypted: (clock, size) => `Saved encrypted on this computer ${clock}, ${size}.`,
    writing: 'Saving on this computer …',
    title: 'Remember on this computer',
    text: 'The project is put into the browser’s private file system and written again as it changes. Next time it opens from there.',
    risk: 'Without a passphrase, anyone who uses this browser profile can read it. The browser may remove it when the computer runs out of room: save it as a file too.',
    protectHint: 'The passphrase is then asked for every time.',
    begin: 'Remember',
    found: (name, clock) => `On this computer is ${name} from ${clock}.`,
    foundEncrypted: (clock) => `On this computer is an encrypted project from ${clock}.`,
    open: 'Continue with it',
    remove: 'Remove from this computer',
    goOn: (name) => `Continue with ${name}`,
    goOnEncrypted: 'Continue with the saved project',
    goOnHint: (clock) => `Saved on this computer ${clock}.`,
  },
  forget: {
    open: 'Forget everything …',
    title: 'Forget everything on this computer',
    text: 'All that the page has stored in the browser is removed, and what is open is closed. Files that you have saved yourself are not touched.',
    unsaved: 'The open data are not saved and will be lost.',
    history:
      'The page cannot reach addresses in the browser’s history: clear them in the browser if the views are to be forgotten.',
    confirm: 'Forget everything',
    done: (f, files, bytes, entries) => {
      if (files === 0 && entries === 0) return 'Nothing was stored in the browser. What was open is closed.'
      const parts = []
      if (files > 0) parts.push(`${f.integer(files)} ${files === 1 ? 'file' : 'files'} (${f.bytes(bytes)})`)
      if (entries > 0) parts.push(`${f.integer(entries)} other ${entries === 1 ? 'entry' : 'entries'}`)
      return `Removed from the browser: ${f.list(parts)}. What was open is closed.`
    },
  },
  views: {
    title: 'Saved views',
    none: 'Save what is chosen and shown under a name.',
    save: 'Save view',
    name: 'Name of the view',
    proposed: (number) => `View ${number}`,
    open: (name) => `Open the view ${name}`,
    rename: (name) => `Rename the view ${name}`,
    remove: (name) => `Remove the view ${name}`,
    removed: (name) => `The view ${name} is removed.`,
    undo: 'Undo',
    keep: 'Save the name',
  },
  errors: {
    notProject: () => 'The file is no project of Lägesbild. Choose a file that ends in .lagesbild.',
    newerVersion: (f, { version, known }) =>
      `The file is of version ${f.integer(version)}, and this page reads up to version ${f.integer(known)}. Open it in a newer Lägesbild.`,
    damaged: () =>
      'The file is damaged: its contents are not those that were saved. Fetch it again or open another copy.',
    truncated: () =>
      'The end of the file is missing. The copying or download was probably cut off: fetch it again.',
    unsound: () =>
      'The file is whole but holds something that Lägesbild does not write. It is not opened. Ask whoever made it.',
    tooLarge: () => 'The project is larger than there is room for. Limit the period or divide the files.',
    passphraseNeeded: () => 'The project is encrypted. Write the passphrase.',
    wrongPassphrase: () => 'The passphrase is wrong.',
    noCrypto: () =>
      'The browser encrypts only on pages that come by https. Save without a passphrase, or open Lägesbild by https.',
    noStorage: () =>
      'The browser does not let the page store anything, as in a private window. Save the project as a file instead.',
    storageFull: () =>
      'The room that the browser gives the page is used up. What was saved before is still there. Save the project as a file instead.',
    storageBusy: () =>
      'Another tab is saving on this computer. Close it, or stop remembering there, and try again.',
    unexpected: (_, { detail }) => `It did not work: ${detail}. Nothing was changed.`,
  },
}
