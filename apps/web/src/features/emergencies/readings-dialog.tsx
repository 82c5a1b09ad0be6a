import { listEmergencyReadings } from '@shengmian/contract'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { useRead } from '../../lib/use-endpoint.ts'
import { Button, Modal } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { texts } from './texts.ts'

/** Every request made under one emergency. */
export function ReadingsDialog({ emergency, onClose }: { readonly emergency: string; readonly onClose: () => void }) {
  const t = useText()
  const { language } = useLanguage()
  const book = useRead(listEmergencyReadings, { params: { emergency } })
  return (
    <Modal title={t(texts.book)} open width={720} onCancel={onClose} footer={<Button onClick={onClose}>{t(texts.close)}</Button>}>
      {book.error === null ? null : <Refused error={book.error} />}
      <ul className="records">
        {(book.data?.items ?? []).map((one) => (
          <li key={`${one.at} ${one.address}`}>
            <span className="number muted">{shortInstant(one.at, language)}</span> {one.method} <code>{one.address}</code>
          </li>
        ))}
      </ul>
    </Modal>
  )
}
