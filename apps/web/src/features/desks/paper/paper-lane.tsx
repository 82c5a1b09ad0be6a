import { listPaperDesks, type PaperDesk } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { useRead } from '../../../lib/use-endpoint.ts'
import { Select } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { PaperForm } from './paper-form.tsx'
import type { Slip } from './seal-paper.ts'
import { SlipPaper } from './slip-paper.tsx'
import './paper.css'

const texts = {
  title: { zh: '纸质代录', en: 'Paper lane' },
  note: { zh: '来信、走访、来电、意见箱，在这台设备上锁好再寄', en: 'Letters, visits, calls and the box: sealed on this device' },
  desk: { zh: '收件点', en: 'Desk' },
  none: { zh: '现在没有可代录的收件点', en: 'No desk to type for' },
  why: {
    zh: '持有效派遣令的组员，和开设收件点的巡察办，在这里替群众录入。收件点到期以后不再录。',
    en: 'Members under an order in force, and the office that opened a desk, type for villagers here until the desk is over.',
  },
}

/** Typing for those who do not scan: one report at a time, one slip each. */
export function PaperLane() {
  const t = useText()
  const { data, error, refetch } = useRead(listPaperDesks, {})
  const [code, setCode] = useState<string | null>(null)
  const [slip, setSlip] = useState<{ readonly desk: PaperDesk; readonly slip: Slip } | null>(null)
  if (error !== null) return <Refused error={error} onRetry={() => void refetch()} />
  if (data === undefined) return <Loading what={t(texts.title)} rows={5} />
  const desk = data.items.find((one) => one.desk === code) ?? data.items[0]
  return (
    <Page title={t(texts.title)} note={t(texts.note)}>
      {desk === undefined ? (
        <Sheet label={t(texts.title)}>
          <Empty title={t(texts.none)}>{t(texts.why)}</Empty>
        </Sheet>
      ) : slip === null ? (
        <>
          {data.items.length < 2 ? null : (
            <Select
              className="paper-desk"
              aria-label={t(texts.desk)}
              value={desk.desk}
              onChange={setCode}
              options={data.items.map((one) => ({ value: one.desk, label: `${one.title} ${one.desk}` }))}
            />
          )}
          <PaperForm key={desk.desk} desk={desk} onDone={(done) => setSlip({ desk, slip: done })} />
        </>
      ) : (
        <SlipPaper desk={slip.desk} slip={slip.slip} onNext={() => setSlip(null)} />
      )}
    </Page>
  )
}
