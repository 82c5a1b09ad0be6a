import { useState } from 'react'
import { DropForm } from '../features/leads/drop-form.tsx'
import { Receipt } from '../features/leads/receipt.tsx'
import { texts } from '../features/leads/texts.ts'
import { useSession } from '../features/session/api.ts'
import { useText } from '../lib/language.tsx'
import { Empty } from '../ui/empty.tsx'
import { Page, Sheet } from '../ui/page.tsx'

/** On a phone in a village as well as at a desk. */
export function DropLeadPage() {
  const t = useText()
  const { data: session } = useSession()
  const [number, setNumber] = useState<string | null>(null)
  const orders = session?.orders ?? []
  return (
    <Page title={t(texts.drop)}>
      <Sheet>
        {number === null ? null : <Receipt number={number} onAnother={() => setNumber(null)} />}
        {number === null && orders.length === 0 ? <Empty title={t(texts.noOrder)}>{t(texts.noOrderWhy)}</Empty> : null}
        {number === null && orders.length > 0 ? <DropForm orders={orders} onDropped={setNumber} /> : null}
      </Sheet>
    </Page>
  )
}
