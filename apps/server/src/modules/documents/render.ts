import Docxtemplater from 'docxtemplater'
import type PizZip from 'pizzip'
import { printableWithin } from '../../platform/printable.ts'

/** Fills a template's tags. A tag without a value is a bug of the caller, never an empty space in a document. */
export function render(template: PizZip, values: object): Buffer {
  const document = new Docxtemplater(template, {
    paragraphLoop: true,
    linebreaks: true,
    nullGetter: (part) => {
      throw new Error(`the document has no value for ${part.value ?? part.module}`)
    },
  })
  document.render(printableWithin(values))
  // a fixed time of the entries makes the same document the same bytes, and so the same hash
  const zip = document.getZip()
  for (const file of Object.values(zip.files)) file.date = new Date(2000, 0, 1)
  return zip.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}
