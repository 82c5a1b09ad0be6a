import { crc32, deflateSync } from 'node:zlib'
import QRCode from 'qrcode'

const LEVEL = 'M'
/** Pixels a module, and the white edge in modules. */
const SCALE = 6
const EDGE = 2

/** A QR code for a document, as a PNG of one bit a pixel: a round issues hundreds at once. */
export function pngCode(text: string): Buffer {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: LEVEL })
  const side = (modules.size + 2 * EDGE) * SCALE
  const rowBytes = 1 + Math.ceil(side / 8)
  const pixels = Buffer.alloc(rowBytes * side)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      const [row, column] = [Math.floor(y / SCALE) - EDGE, Math.floor(x / SCALE) - EDGE]
      const isInside = row >= 0 && column >= 0 && row < modules.size && column < modules.size
      const isWhite = !isInside || modules.get(row, column) === 0
      const at = y * rowBytes + 1 + (x >> 3)
      if (isWhite) pixels[at] = (pixels[at] ?? 0) | (0x80 >> (x & 7))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))])
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const framed = Buffer.alloc(body.length + 8)
  framed.writeUInt32BE(data.length, 0)
  body.copy(framed, 4)
  framed.writeUInt32BE(crc32(body), body.length + 4)
  return framed
}

/** The same code for a page, as SVG text. */
export function svgCode(text: string): Promise<string> {
  return QRCode.toString(text, { errorCorrectionLevel: LEVEL, margin: EDGE, type: 'svg' })
}
