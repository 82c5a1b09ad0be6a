// The few pieces of WordprocessingML that the templates are built from. Sizes in half points, lengths in twips (1 mm = 56.7).

export const mm = (millimetres: number): number => Math.round(millimetres * 56.693)

export interface RunStyle {
  readonly font?: string
  readonly size?: number
  readonly bold?: boolean
  readonly spacing?: number
  readonly color?: string
  /** A box around the text; `dashed` with hatching means not verified. */
  readonly box?: 'dashed' | 'single' | 'amber'
}

/** Text that may hold docxtemplater tags. */
export function run(text: string, style: RunStyle = {}): string {
  const font =
    style.font === undefined
      ? ''
      : `<w:rFonts w:ascii="${style.font}" w:hAnsi="${style.font}" w:eastAsia="${style.font}" w:cs="${style.font}"/>`
  const box =
    style.box === undefined
      ? ''
      : `<w:bdr w:val="${style.box === 'dashed' ? 'dashed' : 'single'}" w:sz="6" w:space="0" w:color="1B2421"/><w:shd w:val="${style.box === 'dashed' ? 'thinDiagStripe' : 'clear'}" w:color="${style.box === 'dashed' ? 'B8BDB9' : 'auto'}" w:fill="${style.box === 'amber' ? 'FDF3D7' : 'FFFFFF'}"/>`
  const size = style.size === undefined ? '' : `<w:sz w:val="${style.size}"/><w:szCs w:val="${style.size}"/>`
  const properties = `${font}${style.bold === true ? '<w:b/>' : ''}${style.color === undefined ? '' : `<w:color w:val="${style.color}"/>`}${style.spacing === undefined ? '' : `<w:spacing w:val="${style.spacing}"/>`}${size}${box}`
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

export interface ParagraphStyle {
  readonly align?: 'left' | 'center' | 'right' | 'both'
  /** First line indent in twips. */
  readonly first?: number
  readonly right?: number
  readonly before?: number
  readonly after?: number
  /** Exact line pitch in twips; absent = single. */
  readonly line?: number
  readonly keepNext?: boolean
}

export function paragraph(runs: string, style: ParagraphStyle = {}): string {
  const keep = style.keepNext === true ? '<w:keepNext/>' : ''
  const spacing = `<w:spacing w:before="${style.before ?? 0}" w:after="${style.after ?? 0}"${style.line === undefined ? '' : ` w:line="${style.line}" w:lineRule="exact"`}/>`
  const indent = `<w:ind${style.first === undefined ? '' : ` w:firstLine="${style.first}"`}${style.right === undefined ? '' : ` w:right="${style.right}"`}/>`
  return `<w:p><w:pPr>${keep}${spacing}${indent}<w:jc w:val="${style.align ?? 'left'}"/></w:pPr>${runs}</w:p>`
}

export interface CellStyle {
  readonly width: number
  readonly span?: number
  readonly fill?: string
  readonly merge?: 'restart' | 'continue'
  readonly align?: 'top' | 'center'
}

export function cell(content: string, style: CellStyle): string {
  const span = style.span === undefined ? '' : `<w:gridSpan w:val="${style.span}"/>`
  const merge = style.merge === undefined ? '' : `<w:vMerge w:val="${style.merge}"/>`
  const fill = style.fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${style.fill}"/>`
  return `<w:tc><w:tcPr><w:tcW w:w="${style.width}" w:type="dxa"/>${span}${merge}${fill}<w:vAlign w:val="${style.align ?? 'center'}"/></w:tcPr>${content}</w:tc>`
}

/** A row that stays on one page. */
export function row(cells: string, minHeight: number): string {
  return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${minHeight}" w:hRule="atLeast"/></w:trPr>${cells}</w:tr>`
}

export function table(rows: string, grid: readonly number[]): string {
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((edge) => `<w:${edge} w:val="single" w:sz="6" w:space="0" w:color="1B2421"/>`)
    .join('')
  const width = grid.reduce((sum, column) => sum + column, 0)
  return `<w:tbl><w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid.map((column) => `<w:gridCol w:w="${column}"/>`).join('')}</w:tblGrid>${rows}</w:tbl>`
}

/** A square picture in the line, by its relation id; side in millimetres. */
export function picture(relation: string, side: number, description: string): string {
  const emu = Math.round(side * 36_000)
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${emu}" cy="${emu}"/><wp:docPr id="1" name="code" descr="${description}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="code"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu}" cy="${emu}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}
