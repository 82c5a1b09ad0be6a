// A photo of a letter is painted anew: what the camera wrote into the file about place, time and phone is not in the picture that leaves, and
// neither is the file's name. Larger than a villager's photo, since handwriting must stay legible.

const LONGEST_SIDE = 2_400
const QUALITY = 0.8

/** A JPEG of the picture alone; null where this browser cannot open the file as one. */
export async function repaintPhoto(file: Blob): Promise<Uint8Array | null> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (picture === null) return null
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const paper = canvas.getContext('2d')
  if (paper === null) return null
  // What was see-through would come out black.
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer())
}
