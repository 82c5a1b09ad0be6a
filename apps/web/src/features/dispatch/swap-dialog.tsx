import { checkMoves, makeMoves, type BodyOf } from '@shengmian/contract'
import { useEffect } from 'react'
import { useLanguage, useText } from '../../lib/language.tsx'
import { refreshRound, useAct } from '../../lib/use-endpoint.ts'
import { Button, Form, Input, Modal } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { deltaFigure, levels } from './words.ts'
import './swap-dialog.css'

export type Moves = BodyOf<typeof makeMoves>['moves']

const texts = {
  title: { zh: '调整席位', en: 'Change seats' },
  checking: { zh: '正在核对…', en: 'Checking…' },
  allowed: { zh: '可以调整，没有禁止关系', en: 'Possible: nothing forbids it' },
  refused: { zh: '不能调整', en: 'Not possible' },
  price: { zh: '代价', en: 'Price' },
  free: { zh: '各项目标不变', en: 'no objective changes' },
  reason: { zh: '理由', en: 'Reason' },
  reasonMissing: { zh: '未写理由，不能手工调整', en: 'Without a reason nothing is changed by hand' },
  recorded: {
    zh: '调整连同理由记入本轮，成为新的一版方案，可以撤销。',
    en: 'The change is recorded with its reason as a new version and can be undone.',
  },
  make: { zh: '确认调整', en: 'Change' },
}

interface SwapDialogProps {
  readonly round: string
  readonly version: number
  readonly moves: Moves
  readonly onClose: () => void
}

/** A change by hand: checked at once by the engines, refused with rule and dates, made only with a reason. */
export function SwapDialog({ round, version, moves, onClose }: SwapDialogProps) {
  const t = useText()
  const { language } = useLanguage()
  const check = useAct(checkMoves, async () => undefined)
  const make = useAct(makeMoves, refreshRound(round))
  const { mutate } = check
  useEffect(() => mutate({ params: { round }, body: { moves: [...moves] } }), [mutate, round, moves])
  const verdict = check.data
  return (
    <Modal open title={t(texts.title)} footer={null} onCancel={onClose} destroyOnHidden>
      {check.isPending ? <p role="status">{t(texts.checking)}</p> : null}
      {check.error === null ? null : <Refused error={check.error} />}
      {verdict === undefined ? null : (
        <div className="swap">
          {verdict.changes.map((change) => (
            <p key={change.en}>{language === 'zh' ? change.zh : change.en}</p>
          ))}
          {verdict.allowed ? (
            <p>
              <strong>{t(texts.allowed)}</strong>
            </p>
          ) : (
            <div className="refused" role="alert">
              <strong>{t(texts.refused)}</strong>
              <ul>
                {verdict.breaches.map((breach) => (
                  <li key={`${breach.rule} ${breach.subject} ${breach.fact.en}`}>
                    {language === 'zh' ? breach.fact.zh : breach.fact.en}
                  </li>
                ))}
              </ul>
            </div>
          )}
          <p>
            {t(texts.price)}：
            {verdict.deltas.length === 0
              ? t(texts.free)
              : verdict.deltas
                  .map((delta) => `${t(levels[delta.level])} ${deltaFigure(delta.level, delta.by)}`)
                  .join(language === 'zh' ? '，' : ', ')}
          </p>
        </div>
      )}
      {verdict?.allowed === true ? (
        <Form
          layout="vertical"
          requiredMark={false}
          onFinish={({ reason }: { reason: string }) =>
            make.mutate({ params: { round }, body: { version, moves: [...moves], reason } }, { onSuccess: onClose })
          }
        >
          <Form.Item name="reason" label={t(texts.reason)} rules={[{ required: true, min: 2, message: t(texts.reasonMissing) }]}>
            <Input.TextArea rows={3} maxLength={1000} autoFocus />
          </Form.Item>
          <p className="muted">{t(texts.recorded)}</p>
          {make.error === null ? null : <Refused error={make.error} />}
          <Button type="primary" htmlType="submit" loading={make.isPending}>
            {t(texts.make)}
          </Button>
        </Form>
      ) : null}
    </Modal>
  )
}
