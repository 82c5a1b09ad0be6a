// The newest manifest that this phone has sealed with, so that an older one is not taken later. It says that the page was used, no more.
import type { SeenManifest } from '@shengmian/sealing'

const nameOf = (desk: string) => `seen.${desk}`

export function readSeen(desk: string): SeenManifest | null {
  try {
    const kept = JSON.parse(localStorage.getItem(nameOf(desk)) ?? 'null') as Partial<SeenManifest> | null
    return typeof kept?.seq === 'number' && typeof kept.hash === 'string' ? { seq: kept.seq, hash: kept.hash } : null
  } catch {
    // Private windows may have no storage: then nothing was seen.
    return null
  }
}

export function keepSeen(desk: string, seen: SeenManifest): void {
  try {
    localStorage.setItem(nameOf(desk), JSON.stringify(seen))
  } catch {
    // As above.
  }
}

/** The day by this phone's clock. */
export function today(): string {
  const now = new Date()
  const two = (count: number) => String(count).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
