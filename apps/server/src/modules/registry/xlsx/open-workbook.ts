// A workbook's frame: which sheets there are, its shared texts, which formats show a date.
import { openZip, type ZipArchive } from './zip-archive.ts'
import { unescapeText } from './cell-text.ts'
import { cellTooLong, maxCellLength, maxWrittenLength, unreadable } from './unreadable.ts'
import { readXml } from './xml-events.ts'

export interface WorkbookSheet {
  readonly name: string
  readonly path: string
  readonly isHidden: boolean
}

export interface Workbook {
  readonly archive: ZipArchive
  readonly sheets: readonly WorkbookSheet[]
  readonly sharedTexts: readonly string[]
  /** By index of a cell's style: does Excel show its number as a date. */
  readonly dateStyles: readonly boolean[]
  readonly is1904: boolean
}

export const maxSheetBytes = 400 << 20
const maxFrameBytes = 64 << 20
const maxTextBytes = 400 << 20

/** Opens an .xlsx file; whatever is no workbook is a problem that says why. Close `archive` afterwards. */
export async function openWorkbook(path: string): Promise<Workbook> {
  const archive = await openZip(path)
  try {
    if (!archive.has('xl/workbook.xml')) throw unreadable('这不是 Excel 文件（.xlsx）', 'this is no Excel file (.xlsx)')
    const targets = await readTargets(archive)
    const { sheets, is1904 } = await readFrame(archive, targets)
    if (sheets.length === 0) throw unreadable('文件里没有工作表', 'the file has no sheet')
    // Each entry is unpacked once for its sheet; many sheets of one entry would only cost time.
    if (new Set(sheets.map(({ path }) => path)).size < sheets.length)
      throw unreadable('文件内容不合规定（两个工作表是同一份内容）', 'two sheets of the file are one and the same part')
    return { archive, sheets, is1904, sharedTexts: await readSharedTexts(archive), dateStyles: await readDateStyles(archive) }
  } catch (error) {
    await archive.close()
    throw error
  }
}

async function readTargets(archive: ZipArchive): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>()
  const path = 'xl/_rels/workbook.xml.rels'
  if (!archive.has(path)) return targets
  await readXml(archive.read(path, maxFrameBytes), {
    open: (name, { Id, Target }) => {
      if (name !== 'Relationship' || Id === undefined || Target === undefined) return
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target.replace(/^\.\//, '')}`)
    },
  })
  return targets
}

async function readFrame(archive: ZipArchive, targets: ReadonlyMap<string, string>) {
  const sheets: WorkbookSheet[] = []
  let is1904 = false
  await readXml(archive.read('xl/workbook.xml', maxFrameBytes), {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet') return
      const relation = Object.entries(attributes).find(([key]) => key === 'r:id' || key.endsWith(':id'))?.[1]
      const path = targets.get(relation ?? '')
      if (path === undefined || !archive.has(path)) return
      sheets.push({ name: attributes['name'] ?? '', path, isHidden: (attributes['state'] ?? 'visible') !== 'visible' })
    },
  })
  return { sheets, is1904 }
}

async function readSharedTexts(archive: ZipArchive): Promise<readonly string[]> {
  const texts: string[] = []
  if (!archive.has('xl/sharedStrings.xml')) return texts
  let text = ''
  let inText = false
  let inReading = false
  await readXml(archive.read('xl/sharedStrings.xml', maxTextBytes), {
    open: (name) => {
      if (name === 'si') text = ''
      // How a text is read aloud (rPh) is not part of it.
      if (name === 'rPh') inReading = true
      if (name === 't') inText = !inReading
    },
    text: (piece) => {
      if (!inText) return
      text += piece
      if (text.length > maxWrittenLength) throw cellTooLong(null)
    },
    close: (name) => {
      if (name === 't') inText = false
      if (name === 'rPh') inReading = false
      if (name !== 'si') return
      const plain = unescapeText(text)
      if (plain.length > maxCellLength) throw cellTooLong(null)
      texts.push(plain)
    },
  })
  return texts
}

async function readDateStyles(archive: ZipArchive): Promise<readonly boolean[]> {
  const styles: boolean[] = []
  if (!archive.has('xl/styles.xml')) return styles
  const formats = new Map<number, string>()
  let inCells = false
  await readXml(archive.read('xl/styles.xml', maxFrameBytes), {
    open: (name, attributes) => {
      if (name === 'numFmt') formats.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) styles.push(showsDate(Number(attributes['numFmtId'] ?? 0), formats))
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
  })
  return styles
}

function showsDate(id: number, formats: ReadonlyMap<number, string>): boolean {
  if ((id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)) return true
  const code = (formats.get(id) ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
  return /[yd]|m{1,4}/i.test(code) && !/[0#]/.test(code)
}
