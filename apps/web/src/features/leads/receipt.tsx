import { useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'
import { texts } from './texts.ts'
import './leads.css'

/** All that is left with whoever handed a lead over. */
export function Receipt({ number, onAnother }: { readonly number: string; readonly onAnother: () => void }) {
  const t = useText()
  return (
    <div className="lead-receipt" role="status">
      <h2>{t(texts.received)}</h2>
      <p className="muted">{t(texts.receipt)}</p>
      <p className="lead-number">{number}</p>
      <p>{t(texts.receiptWhy)}</p>
      <Button onClick={onAnother}>{t(texts.another)}</Button>
    </div>
  )
}
