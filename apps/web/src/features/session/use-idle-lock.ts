// Locks the screen when nobody touches it; while somebody does, the server hears of it, so that filling in a long form is no idling.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { sessionQuery, useIsLocked, useLock, useSession } from './api.ts'

/** Shared by the windows of one browser: work in one keeps the others open. */
const KEPT = 'shengmian.active'
const LOOK_MS = 5_000
const TELL_MS = 120_000

export function useIdleLock(): void {
  const { data: session } = useSession()
  const isLocked = useIsLocked()
  const queries = useQueryClient()
  const { mutate: lock } = useLock()
  const minutes = session?.lockMinutes
  useEffect(() => {
    if (minutes === undefined || isLocked) return
    let told = Date.now()
    const touch = () => localStorage.setItem(KEPT, String(Date.now()))
    touch()
    const events = ['pointerdown', 'keydown', 'wheel', 'touchstart'] as const
    for (const event of events) window.addEventListener(event, touch, { passive: true })
    const look = setInterval(() => {
      const touched = Number(localStorage.getItem(KEPT))
      if (Date.now() - touched >= minutes * 60_000) lock()
      else if (touched > told && Date.now() - told >= TELL_MS) {
        told = Date.now()
        void queries.refetchQueries({ queryKey: sessionQuery.queryKey })
      }
    }, LOOK_MS)
    return () => {
      clearInterval(look)
      for (const event of events) window.removeEventListener(event, touch)
    }
  }, [minutes, isLocked, queries, lock])
}
