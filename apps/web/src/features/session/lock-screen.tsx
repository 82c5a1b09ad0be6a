import type { ReactNode } from 'react'
import { useIsLocked } from './api.ts'
import { UnlockForm } from './unlock-form.tsx'
import { useIdleLock } from './use-idle-lock.ts'

/** What it holds keeps its state behind the lock, and is neither seen nor reached. */
export function LockScreen({ children }: { readonly children: ReactNode }) {
  useIdleLock()
  const isLocked = useIsLocked()
  return (
    <>
      <div className="behind-lock" hidden={isLocked} inert={isLocked}>
        {children}
      </div>
      {isLocked ? (
        <div className="sign-in-page">
          <UnlockForm />
        </div>
      ) : null}
    </>
  )
}
