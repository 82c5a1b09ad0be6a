// A docx file around a body: A4, margins, page number, the fonts that official documents name.
import PizZip from 'pizzip'
import { mm } from './word-parts.ts'

/** The licensed fonts that official documents ask for; none is shipped. What stands in for each is named in the file itself. */
export const FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  signature: '楷体_GB2312',
} as const

const STAND_INS: Readonly<Record<string, string>> = {
  [FONTS.title]: 'Noto Serif CJK SC',
  [FONTS.body]: 'Noto Serif CJK SC',
  [FONTS.heading]: 'Noto Sans CJK SC',
  [FONTS.signature]: 'Noto Serif CJK SC',
}

export interface Page {
  readonly top: number
  readonly right: number
  readonly bottom: number
  readonly left: number
}

/** GB/T 9704-2012: 37 mm above, 28 mm on the binding side, a type area of 156 × 225 mm. */
export const OFFICIAL_PAGE: Page = { top: 37, right: 26, bottom: 35, left: 28 }
/** Forms: 20 mm on the binding side, one page. */
export const FORM_PAGE: Page = { top: 14, right: 16, bottom: 12, left: 20 }

const NAMES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Wraps a body into a file; `pictures` are PNG files named `pictureN.png` with relation ids `picN`. */
export function wordFile(body: string, page: Page, pictures: readonly Buffer[] = []): PizZip {
  const zip = new PizZip()
  const margins = `<w:pgMar w:top="${mm(page.top)}" w:right="${mm(page.right)}" w:bottom="${mm(page.bottom)}" w:left="${mm(page.left)}" w:header="400" w:footer="${mm(Math.max(page.bottom - 10, 7))}" w:gutter="0"/>`
  const section = `<w:sectPr><w:footerReference w:type="default" r:id="footer"/><w:pgSz w:w="${mm(210)}" w:h="${mm(297)}"/>${margins}</w:sectPr>`
  zip.file(
    '[Content_Types].xml',
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${WORD}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${WORD}.styles+xml"/><Override PartName="/word/fontTable.xml" ContentType="${WORD}.fontTable+xml"/><Override PartName="/word/footer1.xml" ContentType="${WORD}.footer+xml"/></Types>`,
  )
  zip.file(
    '_rels/.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="document" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  zip.file(
    'word/_rels/document.xml.rels',
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="styles" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="fonts" Type="${OFFICE}/fontTable" Target="fontTable.xml"/><Relationship Id="footer" Type="${OFFICE}/footer" Target="footer1.xml"/>${pictures.map((_, index) => `<Relationship Id="pic${index + 1}" Type="${OFFICE}/image" Target="media/picture${index + 1}.png"/>`).join('')}</Relationships>`,
  )
  zip.file('word/document.xml', `${HEAD}<w:document ${NAMES}><w:body>${body}${section}</w:body></w:document>`)
  zip.file(
    'word/styles.xml',
    `${HEAD}<w:styles ${NAMES}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${FONTS.body}" w:hAnsi="${FONTS.body}" w:eastAsia="${FONTS.body}"/><w:sz w:val="32"/><w:lang w:val="zh-CN" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`,
  )
  zip.file(
    'word/fontTable.xml',
    `${HEAD}<w:fonts ${NAMES}>${Object.entries(STAND_INS)
      .map(
        ([name, standIn]) =>
          `<w:font w:name="${name}"><w:altName w:val="${standIn}"/><w:charset w:val="86"/><w:family w:val="${standIn.includes('Serif') ? 'roman' : 'swiss'}"/><w:pitch w:val="variable"/></w:font>`,
      )
      .join('')}</w:fonts>`,
  )
  const number = `<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve">— </w:t></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:fldChar w:fldCharType="end"/></w:r><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t xml:space="preserve"> —</w:t></w:r>`
  zip.file('word/footer1.xml', `${HEAD}<w:ftr ${NAMES}><w:p><w:pPr><w:jc w:val="center"/></w:pPr>${number}</w:p></w:ftr>`)
  pictures.forEach((picture, index) => zip.file(`word/media/picture${index + 1}.png`, picture))
  return zip
}
