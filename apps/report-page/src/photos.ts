// A photo is painted anew, smaller: what the camera wrote into the file about place, time and phone is not in the picture that leaves.
import type { Piece } from './parts.ts'

const LONGEST_SIDE = 1_600
const QUALITY = 0.8

/** The photo as it will be sent; null where the file is no picture that this phone can open. */
export async function shrinkPhoto(file: File): Promise<Piece | null> {
  const picture = await opened(file)
  if (picture === null) return null
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const paper = canvas.getContext('2d')
  if (paper === null) return null
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  // Phones with little memory keep a canvas until its size is taken away.
  canvas.width = canvas.height = 0
  if ('close' in picture) picture.close()
  if (blob === null) return null
  return { kind: 'photo', bytes: new Uint8Array(await blob.arrayBuffer()), type: 'image/jpeg', original: file, seconds: 0 }
}

async function opened(file: File): Promise<ImageBitmap | HTMLImageElement | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' })
  } catch {
    return openedAsImage(file)
  }
}

function openedAsImage(file: File): Promise<HTMLImageElement | null> {
  return new Promise((resolve) => {
    const image = new Image()
    const address = URL.createObjectURL(file)
    const end = (result: HTMLImageElement | null) => {
      URL.revokeObjectURL(address)
      resolve(result)
    }
    image.addEventListener('load', () => end(image))
    image.addEventListener('error', () => end(null))
    image.src = address
  })
}
