import QRCode from 'qrcode'

const OPTIONS = { errorCorrectionLevel: 'M', margin: 1 } as const

/** A QR code for a document. */
export function pngCode(text: string): Promise<Buffer> {
  return QRCode.toBuffer(text, { ...OPTIONS, scale: 6 })
}

/** The same code for a page, as SVG text. */
export function svgCode(text: string): Promise<string> {
  return QRCode.toString(text, { ...OPTIONS, type: 'svg' })
}
