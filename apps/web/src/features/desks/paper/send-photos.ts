// Sealed photos go before the report that names them, each from where the server has it: sent again, what has arrived is not sent twice.
import type { IntakePart } from '@shengmian/contract'
import { INTAKE_HEADERS } from '@shengmian/contract/intake-headers'
import type { Challenge } from '@shengmian/sealing'

export interface SealedPhoto {
  /** SHA-256 of the sealed file: by it the server knows it. */
  readonly id: string
  readonly file: Uint8Array
}

/** Brings photos to the desk; `full` where the server has no room for photos, `offline` where one does not get through. */
export async function sendPhotos(
  desk: string,
  photos: readonly SealedPhoto[],
  solve: (challenge: Challenge) => Promise<string>,
): Promise<'sent' | 'full' | 'offline'> {
  for (const { id, file } of photos) {
    const place = `/intake/${desk}/parts/${id}`
    const state = await fetch(place)
    if (!state.ok) return 'offline'
    const { offset, isWhole } = (await state.json()) as IntakePart
    if (isWhole) continue
    const work: Record<string, string> =
      offset > 0 ? {} : { [INTAKE_HEADERS.work]: await solve(await askWork(desk, file.length)) }
    const answer = await fetch(place, {
      method: 'PUT',
      headers: {
        'content-type': 'application/octet-stream',
        [INTAKE_HEADERS.offset]: String(offset),
        [INTAKE_HEADERS.length]: String(file.length),
        ...work,
      },
      body: file.slice(offset),
    })
    if (!answer.ok) return ((await answer.json()) as { code?: string }).code === 'attachments-full' ? 'full' : 'offline'
    if (!((await answer.json()) as IntakePart).isWhole) return 'offline'
  }
  return 'sent'
}

async function askWork(desk: string, bytes: number): Promise<Challenge> {
  const answer = await fetch(`/intake/${desk}/challenge?bytes=${bytes}`)
  if (!answer.ok) throw new TypeError('no challenge')
  return (await answer.json()) as Challenge
}
