import writeWorkbook from 'write-excel-file/universal'

type Cell = string | number

/** A workbook of one sheet as an agency exports it: texts as texts, figures as numbers. */
export async function workbook(name: string, rows: readonly (readonly Cell[])[]): Promise<File> {
  const width = Math.max(...rows.map((row) => row.length))
  const data = rows.map((row) =>
    Array.from({ length: width }, (_, c) => {
      const value = row[c]
      if (value === undefined || value === '') return null
      return typeof value === 'number' ? { value, type: Number } : { value, type: String }
    }),
  )
  const blob = await writeWorkbook([{ sheet: 'Blad1', data }] as never).toBlob()
  return new File([new Uint8Array(await blob.arrayBuffer())], name)
}
