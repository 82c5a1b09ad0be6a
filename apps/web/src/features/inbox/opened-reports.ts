// What this device has opened, in the memory of the page and nowhere else: it goes when the screen locks, when the page is left, and when
// nobody has touched it for ten minutes.
import { takeReport } from '@shengmian/contract'
import { openReport, type ReadCard, type Report, type ReportRefusal } from '@shengmian/sealing'
import { useCallback, useEffect, useState } from 'react'
import { call } from '../../lib/api.ts'
import { cardOf, tellCard } from './cards.ts'
import type { Keys } from './key-files.ts'

const IDLE_MS = 600_000
const LOOK_MS = 5_000

export interface Opened {
  readonly number: number
  /** The day on which the server took it. */
  readonly day: string
  readonly report: Report
  /** SHA-256 of the envelope. */
  readonly hash: string
  readonly card: ReadCard | null
}

export interface OpenedReports {
  readonly keys: Keys | null
  readonly opened: ReadonlyMap<number, Opened>
  readonly setKeys: (keys: Keys) => void
  readonly forget: () => void
  /** Fetches one and opens it here; why not, where it does not open. Throws what the server refuses. */
  readonly open: (number: number, day: string) => Promise<ReportRefusal | null>
}

const NOTHING: ReadonlyMap<number, Opened> = new Map()

export function useOpenedReports(desk: string): OpenedReports {
  const [keys, setKeys] = useState<Keys | null>(null)
  const [opened, setOpened] = useState(NOTHING)
  const forget = useCallback(() => {
    setKeys(null)
    setOpened(NOTHING)
  }, [])
  useForgetting(keys !== null, forget)
  const open = async (number: number, day: string): Promise<ReportRefusal | null> => {
    if (keys === null) throw new Error('nothing opens without a key')
    const file = await call(takeReport, { params: { desk, number } })
    const answer = openReport(new Uint8Array(await file.arrayBuffer()), keys.identities, desk)
    if (answer.kind === 'refused') return answer.why
    const { report, hash } = answer
    const one = { number, day, report, hash, card: await cardOf(report, desk) }
    setOpened((before) => new Map([...before, [number, one]]))
    void tellCard(desk, one, keys)
    return null
  }
  return { keys, opened, setKeys, forget, open }
}

function useForgetting(isHeld: boolean, forget: () => void): void {
  useEffect(() => {
    if (!isHeld) return
    let touched = Date.now()
    const touch = () => {
      touched = Date.now()
    }
    const events = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const
    for (const event of events) window.addEventListener(event, touch, { passive: true })
    // A browser keeps a page that was left, to show it again at once; it must not keep this.
    window.addEventListener('pagehide', forget)
    const look = setInterval(() => {
      if (Date.now() - touched >= IDLE_MS) forget()
    }, LOOK_MS)
    return () => {
      clearInterval(look)
      for (const event of events) window.removeEventListener(event, touch)
      window.removeEventListener('pagehide', forget)
    }
  }, [isHeld, forget])
}
