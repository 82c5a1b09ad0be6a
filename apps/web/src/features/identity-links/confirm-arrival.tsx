import { useEffect, useRef, useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'
import { Loading } from '../../ui/loading.tsx'
import { Refused } from '../../ui/refused.tsx'
import { isConfirming, useConfirmation } from './departure.ts'

const texts = {
  coming: { zh: '正在确认关联', en: 'Confirming the link' },
  back: { zh: '回到账号安全', en: 'Back to Account security' },
}

/** Whether this page was opened by coming back from a confirmation: asked once, since handing it in forgets it. */
export function useIsConfirming(): boolean {
  const [is] = useState(() => isConfirming(window.location.href))
  return is
}

/** Back from the identity provider with the proof that a link is one's own. */
export function ConfirmArrival({ onDone }: { readonly onDone: () => void }) {
  const t = useText()
  const { mutate, error } = useConfirmation()
  const isAsked = useRef(false)
  useEffect(() => {
    if (isAsked.current) return
    isAsked.current = true
    mutate(window.location.href, { onSuccess: onDone })
  }, [mutate, onDone])
  if (error === null) return <Loading what={t(texts.coming)} rows={3} />
  return (
    <>
      <Refused error={error} />
      <Button size="large" block onClick={onDone}>
        {t(texts.back)}
      </Button>
    </>
  )
}
