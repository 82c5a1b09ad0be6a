import { checkMoves, makeMoves } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useLanguage, useText } from '../../lib/language.tsx'
import { refreshRound, useAct } from '../../lib/use-endpoint.ts'
import { Button, Form, Input } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import { liftableRules } from './rule-words.ts'
import type { Moves } from './seats.ts'
import { deltaFigure, levels } from './words.ts'
import './move-check.css'

const texts = {
  checking: { zh: '正在核对…', en: 'Checking…' },
  allowed: { zh: '可以调整，没有禁止关系', en: 'Possible: nothing forbids it' },
  refused: { zh: '不能调整', en: 'Not possible' },
  price: { zh: '代价', en: 'Price' },
  free: { zh: '各项目标不变', en: 'no objective changes' },
  waive: { zh: '提请例外', en: 'Ask for an exception' },
  reason: { zh: '理由', en: 'Reason' },
  reasonMissing: { zh: '未写理由，不能手工调整', en: 'Without a reason nothing is changed by hand' },
  recorded: {
    zh: '调整连同理由记入本轮，成为新的一版方案，可以撤销。',
    en: 'The change is recorded with its reason as a new version and can be undone.',
  },
  make: { zh: '确认调整', en: 'Change' },
}

interface MoveCheckProps {
  readonly round: string
  readonly version: number
  readonly moves: Moves
  readonly onDone: () => void
}

/** Checks a change at once by the engines; refused, it says rule, tie and dates; allowed, it is made only with a reason. */
export function MoveCheck({ round, version, moves, onDone }: MoveCheckProps) {
  const t = useText()
  const { language } = useLanguage()
  const check = useAct(checkMoves, async () => undefined)
  const make = useAct(makeMoves, refreshRound(round))
  const { mutate } = check
  useEffect(() => mutate({ params: { round }, body: { moves: [...moves] } }), [mutate, round, moves])
  const verdict = check.data
  return (
    <>
      {check.isPending ? <p role="status">{t(texts.checking)}</p> : null}
      {check.error === null ? null : <Refused error={check.error} />}
      {verdict === undefined ? null : (
        <div className="move-check">
          {verdict.changes.map((change) => (
            <p key={change.en}>{t(change)}</p>
          ))}
          {verdict.allowed ? (
            <p>
              <strong>{t(texts.allowed)}</strong>
            </p>
          ) : (
            <div className="refused" role="alert">
              <strong>{t(texts.refused)}</strong>
              <ul>
                {verdict.breaches.map((breach) => {
                  const [person, target] = breach.subject.split(' ')
                  return (
                    <li key={`${breach.rule} ${breach.subject} ${breach.fact.en}`}>
                      {t(breach.fact)}{' '}
                      {liftableRules[breach.rule] === undefined || person === undefined || target === undefined ? null : (
                        <Link to="/rounds/$round/board/waivers" params={{ round }} search={{ person, target, rule: breach.rule }}>
                          {t(texts.waive)}
                        </Link>
                      )}
                    </li>
                  )
                })}
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
            make.mutate({ params: { round }, body: { version, moves: [...moves], reason } }, { onSuccess: onDone })
          }
        >
          <Form.Item
            name="reason"
            label={t(texts.reason)}
            rules={[{ required: true, min: 2, whitespace: true, message: t(texts.reasonMissing) }]}
          >
            <Input.TextArea rows={3} maxLength={1000} autoFocus />
          </Form.Item>
          <p className="muted">{t(texts.recorded)}</p>
          {make.error === null ? null : <Refused error={make.error} />}
          <Button type="primary" htmlType="submit" loading={make.isPending}>
            {t(texts.make)}
          </Button>
        </Form>
      ) : null}
    </>
  )
}
