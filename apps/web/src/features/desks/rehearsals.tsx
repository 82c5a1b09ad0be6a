import { startRehearsal, type Desk } from '@shengmian/contract'
import { useState } from 'react'
import { longDay } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { newId } from '../../lib/new-id.ts'
import { refreshRound, useAct } from '../../lib/use-endpoint.ts'
import { Button } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { PassDialog } from './pass-dialog.tsx'
import { Section } from './section.tsx'

const texts = {
  title: { zh: '备用钥演练', en: 'Rehearsals of the spare key' },
  hint: {
    zh: '三份合一，读出封给备用钥的暗语；钥匙份不离开保管方',
    en: 'Three shares read a word sealed to the spare key; no share leaves its holder',
  },
  start: { zh: '开始演练', en: 'Start one' },
  log: { zh: '登记结果', en: 'Log the result' },
  none: { zh: '还没有演练过。没有演练过的备用钥，不知道能不能用。', en: 'None yet: a spare that was never tried may not work.' },
  day: { zh: '日期', en: 'Day' },
  seq: { zh: '期', en: 'Epoch' },
  shares: { zh: '到场份号', en: 'Shares' },
  witnesses: { zh: '到场的人', en: 'Present' },
  by: { zh: '发起', en: 'Started by' },
  open: { zh: '已发出暗语，待登记', en: 'word sealed, result open' },
  passed: { zh: '{day}通过', en: 'passed {day}' },
}

interface RehearsalsProps {
  readonly round: string
  readonly desk: Desk
  readonly mayRun: boolean
}

/** When the spare key was tried, with which shares and before whom. */
export function Rehearsals({ round, desk, mayRun }: RehearsalsProps) {
  const t = useText()
  const { language } = useLanguage()
  const [logging, setLogging] = useState<string | null>(null)
  const start = useAct(startRehearsal, refreshRound(round))
  const begin = () =>
    start.mutate(
      { params: { round }, body: { id: newId() } },
      { onSuccess: ({ file }) => save(file, `rehearsal-${desk.code}.age`) },
    )
  return (
    <Section
      title={t(texts.title)}
      hint={t(texts.hint)}
      act={
        mayRun ? (
          <Button disabled={desk.epochs.length === 0} loading={start.isPending} onClick={begin}>
            {t(texts.start)}
          </Button>
        ) : null
      }
    >
      {start.error === null ? null : <Refused error={start.error} />}
      {desk.rehearsals.length === 0 ? (
        <p className="desk-line">{t(texts.none)}</p>
      ) : (
        <table className="list" aria-label={t(texts.title)}>
          <thead>
            <tr>
              <th>{t(texts.day)}</th>
              <th className="desk-narrow">{t(texts.seq)}</th>
              <th>{t(texts.shares)}</th>
              <th>{t(texts.witnesses)}</th>
              <th>{t(texts.by)}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {desk.rehearsals.map(({ id, seq, passedOn, shares, witnesses, by }) => (
              <tr key={id}>
                <td>{passedOn === null ? t(texts.open) : t(texts.passed, { day: longDay(passedOn, language) })}</td>
                <td>{seq}</td>
                <td>{shares.length === 0 ? '—' : shares.join('、')}</td>
                <td>{witnesses ?? '—'}</td>
                <td>{by}</td>
                <td className="desk-act">
                  {passedOn === null && mayRun ? (
                    <Button type="link" size="small" onClick={() => setLogging(id)}>
                      {t(texts.log)}
                    </Button>
                  ) : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {logging === null ? null : <PassDialog round={round} rehearsal={logging} onClose={() => setLogging(null)} />}
    </Section>
  )
}

function save(base64: string, name: string): void {
  const link = document.createElement('a')
  link.download = name
  link.href = URL.createObjectURL(new Blob([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))]))
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}
