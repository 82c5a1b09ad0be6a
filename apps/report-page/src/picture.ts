// The code as a picture: a QR of the digits and the digits themselves, and no word of what they are for.
import { create } from 'qrcode/lib/core/qrcode.js'

const QUIET = 4
const MODULE = 10
const LINE = 44

/** A PNG that can be saved by pressing on it; nothing but the code is in it. */
export function pictureOf(groups: readonly string[], characters: string): string {
  const { size, data } = create([{ data: groups.join(''), mode: 'numeric' }], { errorCorrectionLevel: 'Q' }).modules
  const canvas = document.createElement('canvas')
  const width = (size + 2 * QUIET) * MODULE
  canvas.width = width
  canvas.height = width + 3 * LINE
  const paper = canvas.getContext('2d')
  if (paper === null) return ''
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.fillStyle = '#000'
  for (const [at, isDark] of data.entries())
    if (isDark !== 0) paper.fillRect((QUIET + (at % size)) * MODULE, (QUIET + Math.floor(at / size)) * MODULE, MODULE, MODULE)
  paper.textAlign = 'center'
  paper.font = '700 26px monospace'
  const lines = [groups.slice(0, 4).join(' '), groups.slice(4).join(' '), characters]
  for (const [at, line] of lines.entries()) paper.fillText(line, width / 2, width + LINE * at + 6)
  return canvas.toDataURL('image/png')
}

interface Detector {
  readonly detect: (image: ImageBitmap) => Promise<readonly { readonly rawValue: string }[]>
}
const detectors = globalThis as { readonly BarcodeDetector?: new (options: { formats: string[] }) => Detector }

/** Whether this browser reads QR codes by itself. */
export const canReadPictures = detectors.BarcodeDetector !== undefined

/** What the first QR code in a picture says; null where there is none. */
export async function readPicture(file: File): Promise<string | null> {
  try {
    if (detectors.BarcodeDetector === undefined) return null
    const found = await new detectors.BarcodeDetector({ formats: ['qr_code'] }).detect(await createImageBitmap(file))
    return found[0]?.rawValue ?? null
  } catch {
    return null
  }
}
