import type { Formatter } from '../format.ts'
import type { crimeTypes as source } from '../sv/crimeTypes.ts'

const rows = (f: Formatter, n: number) => `${f.integer(n)} ${n === 1 ? 'label' : 'labels'}`

export const crimeTypes: typeof source = {
  title: 'Crime types',
  allClassed: (f, p) =>
    p.labels === 1
      ? 'The file’s only label is classified.'
      : `All ${f.integer(p.labels)} labels are classified.`,
  someClassed: (f, p) =>
    `${f.integer(p.unknown)} of ${rows(f, p.labels)} ${p.unknown === 1 ? 'is' : 'are'} not classified: ${f.integer(p.rows)} of ${f.integer(p.of)} crimes${p.of >= 10 ? ` (${f.percent(p.rows / p.of)})` : ''}.`,
  withoutType: (f, n) =>
    n === 1 ? 'One crime has no type in the file.' : `${f.integer(n)} crimes have no type in the file.`,
  unclassifiedNow: (f, n) =>
    n === 1 ? 'One crime is unclassified.' : `${f.integer(n)} crimes are unclassified.`,
  noLabels: 'The data give no crime types.',
  nothing: 'Open a file of crimes to see its labels here. The types can be edited already.',
  back: 'Data',
  actions: {
    undo: 'Undo',
    redo: 'Redo',
    save: 'Save as a file',
    open: 'Open a file',
    reset: 'Back to the handbook’s',
    resetTitle: 'The handbook’s types, without rules of your own or a code list. Can be undone.',
  },
  tabs: {
    label: 'Part of the crime types',
    labels: 'Labels',
    taxonomy: 'Types',
    codeList: 'Code list',
    breaks: 'Breaks',
  },
  done: {
    classed: (f, p) => `${rows(f, p.labels)} now read as ${p.type}.`,
    unclassed: (f, labels) => `${rows(f, labels)} now unclassified.`,
    withdrawn: (f, labels) => `What you said of ${rows(f, labels)} is taken back.`,
  },
  lifted: (p) =>
    `The filter on ${p.names} is lifted: the type is gone. What is shown follows your other choices.`,
  labels: {
    search: 'Find a label or type',
    show: 'Show',
    all: 'All',
    unknown: 'Unclassified',
    own: 'My own',
    table: 'Labels in the data',
    help: 'Up and down move, space selects, shift extends, Ctrl+A selects all shown, Enter opens Classify as.',
    columns: { label: 'Label', count: 'Crimes', readAs: 'Read as', why: 'Why' },
    unclassified: 'Unclassified',
    none: 'No label matches.',
    chosen: (f, p) => `${rows(f, p.labels)} selected, ${f.integer(p.rows)} crimes`,
    chooseFirst: 'Select labels to classify them.',
    classAs: 'Classify as …',
    withdraw: 'Take back what I said',
    clear: 'Clear selection',
    selectAll: 'Select all shown',
    suggestion: (type) => `Perhaps ${type}`,
    accept: (p) => `Classify ${p.label} as ${p.type}`,
    more: (f, n) => `Show ${f.integer(n)} more`,
    why: {
      person: 'You said so',
      codes: (codes) => `Code rule ${codes}`,
      name: 'The type’s name',
      alias: 'Another name',
      none: '–',
    },
    codes: (f, p) =>
      `${f.integer(p.codes)} of the labels are crime codes, ${f.integer(p.unknown)} of them without a type. The app does not know what codes mean: classify them here, give rules for whole series under Code list, or open a file of crime types.`,
  },
  picker: {
    title: 'Classify as',
    search: 'Find a crime type',
    suggested: 'Like the label',
    none: 'No crime type matches.',
  },
  taxonomy: {
    intro: 'Two levels: category and crime type. Changes hold at once for what is loaded.',
    addType: 'New crime type',
    addCategory: 'New category',
    edit: (name) => `Edit ${name}`,
    counted: (f, p) => (p.labels === 0 ? 'no label' : `${rows(f, p.labels)}, ${f.integer(p.rows)} crimes`),
    sensitive: 'Sensitive',
    emptyCategory: 'No crime types.',
    nameSv: 'Name in Swedish',
    nameEn: 'Name in English',
    nameEnHint: 'Left empty, the Swedish name is used.',
    category: 'Category',
    colour: 'Colour',
    colours: (n) => `Colour ${n}`,
    class: 'What a rise means',
    classes: {
      interaction: 'With interaction with a victim',
      noInteraction: 'Without interaction with a victim',
      proactive: 'Found by surveillance and intervention',
    },
    sensitiveLabel: 'Sensitive together with a place',
    sensitiveHint: 'Left out where places are listed, unless asked for.',
    aliases: 'Other names that are read as the type, one a line',
    save: 'Save',
    cancel: 'Cancel',
    merge: 'Merge with',
    mergeDo: 'Merge',
    mergeHint: 'Its names become other names of the chosen type, and its labels come along.',
    remove: 'Delete',
    removeSays: (f, p) =>
      p.labels === 0
        ? 'No label in the data is read as the type.'
        : `${rows(f, p.labels)} (${f.integer(p.rows)} crimes) ${p.labels === 1 ? 'is' : 'are'} read as the type. Deleted, they become unclassified; merged, they come along.`,
    removeCategory: 'Delete and move its types to',
    errors: {
      emptyName: 'Write a name with at least one letter or digit.',
      nameTaken: (p) => `${p.name} is already a name of ${p.by}. Choose another name, or merge the types.`,
      lastCategory: 'The last category cannot be deleted.',
    },
  },
  codeList: {
    intro: 'Which list the codes are from. It goes along in the saved file and in exports.',
    name: 'Name of the code list',
    namePlaceholder: 'for example Brottskodslistan',
    version: 'Version',
    versionPlaceholder: 'for example 2025',
    validFrom: 'Valid from',
    rules: 'Rules for codes',
    rulesIntro: 'A code (0811), a series (0811-0814) or how codes begin (08). The narrowest rule holds.',
    codes: 'Codes',
    type: 'Crime type',
    add: 'Add rule',
    remove: (codes) => `Delete the rule ${codes}`,
    hits: (f, p) =>
      p.labels === 0
        ? 'no code in the data'
        : `${f.integer(p.labels)} ${p.labels === 1 ? 'code' : 'codes'}, ${f.integer(p.rows)} crimes`,
    none: 'No rules yet.',
    badCodes:
      'Write codes of four digits, series such as 0811-0814 or beginnings such as 08, with commas between.',
    noMeanings: 'The app itself knows nothing of what codes mean.',
    badDate: 'Write a date such as 2025-01-01.',
    stamp: (p) => `Crime codes by ${[p.name, p.version].filter(Boolean).join(', ')}.`,
  },
  breaks: {
    intro:
      'Days from which crimes were classified or recorded otherwise. Comparisons over such a day carry a warning, in the app and in exports.',
    none: 'No breaks are given.',
    add: 'New break',
    templates: 'Start from …',
    edit: (date) => `Edit the break ${date}`,
    remove: (date) => `Delete the break ${date}`,
    date: 'First day of the new order',
    kind: 'What changed',
    kinds: { category: 'What belongs to the type', reporting: 'How crimes are recorded' },
    kindShort: { category: 'New definition', reporting: 'New recording' },
    types: 'Concerns',
    allTypes: 'All crime types',
    someTypes: 'Some crime types',
    chooseTypes: 'Choose at least one crime type.',
    from: 'From',
    to: 'To',
    fromPlaceholder: 'for example code list 2024',
    toPlaceholder: 'for example code list 2025',
    note: 'What changed',
    save: 'Save',
    cancel: 'Cancel',
    mark: 'The series breaks',
    sentence: (p) =>
      `The series breaks on ${p.day}${p.types ? ` (${p.types})` : ''}${p.what ? `: ${p.what}` : ''}. ${
        p.kind === 'category'
          ? 'The counts before and after do not measure the same thing'
          : 'The counts before and after were not recorded in the same way'
      }, so the difference may come from that.`,
    change: (p) =>
      p.from && p.to
        ? `${p.from} became ${p.to}`
        : p.to
          ? `${p.to} was brought in`
          : p.from
            ? `${p.from} ended`
            : '',
    severalTypes: (f, n) => `${f.integer(n)} crime types`,
    more: (f, n) => (n === 1 ? 'One more break.' : `${f.integer(n)} more breaks.`),
    notice: 'The series breaks',
    proposals: {
      consent: {
        label: 'Rape, 1 July 2018',
        hint: 'SFS 2018:618, the consent law',
        note: 'The definition of rape was widened to rest on voluntary participation (SFS 2018:618)',
      },
      sexualOffences: {
        label: 'Rape, 1 April 2005',
        hint: 'SFS 2005:90, new law on sexual offences',
        note: 'New law on sexual offences widened the definition of rape (SFS 2005:90)',
      },
      codeList: {
        label: 'A new code list at the turn of a year',
        hint: 'Fill in the year and the versions',
        note: 'A new version of the code list',
      },
    },
  },
  file: {
    opened: (p) => `${p.name} now holds.`,
    ask: (p) => `How is ${p.name} to be used?`,
    askText: (f, p) =>
      `The file has ${f.integer(p.types)} crime types, ${f.integer(p.rules)} rules and ${f.integer(p.breaks)} breaks. You have changes of your own.`,
    merge: 'Add to mine',
    replace: 'Replace mine',
    cancel: 'Cancel',
    failed: (name) => `${name} cannot be opened`,
    kept: 'What you have is unchanged.',
    errors: {
      tooLarge: (f, p) =>
        `The file is ${f.bytes(p.bytes)}. Crime types may take ${f.bytes(p.most)} at most: check that it is the right file.`,
      notJson: () => 'The file is not readable JSON. Open a file that was saved from the screen Crime types.',
      notCrimeTypes: () =>
        'The file is not a file of crime types. Open one that was saved from the screen Crime types.',
      newerVersion: (_, p) =>
        `The file is of version ${p.version}, and the app reads up to version ${p.known}. Open it in a newer version of the app.`,
      badValue: (_, p) =>
        `The value ${p.value} at ${p.path || 'the beginning of the file'} is not what belongs there. Mend the file, or save it anew from the app.`,
      forbiddenKey: (_, p) =>
        `The key ${p.path} may not stand in the file. Take it away and open the file again.`,
      twice: (_, p) => `The id ${p.value} stands twice in ${p.path}. Give one of them another id.`,
      unknownType: (_, p) =>
        `The type ${p.value} at ${p.path} is not among the file’s types. Add the type or take the line away.`,
    },
    fileName: 'crime-types.json',
  },
  data: {
    title: 'Crime types',
    open: 'Classify labels',
    edit: 'Crime types and code list',
    own: (f, p) =>
      [
        p.rules > 0 ? `${f.integer(p.rules)} ${p.rules === 1 ? 'rule' : 'rules'} of your own` : '',
        p.breaks > 0 ? `${f.integer(p.breaks)} ${p.breaks === 1 ? 'break' : 'breaks'}` : '',
      ]
        .filter(Boolean)
        .join(', '),
  },
  openFile: {
    codes:
      'The column seems to hold crime codes of four digits. They are read by your rules; the others become unclassified.',
    remembered: (f, n) =>
      `${f.integer(n)} ${n === 1 ? 'rule' : 'rules'} of your own ${n === 1 ? 'is' : 'are'} used for the file.`,
  },
}
