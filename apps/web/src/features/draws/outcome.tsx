import { takeReplacement } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { shortInstant } from '../../lib/dates.ts'
import { useLanguage, useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'
import { Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { shortHash, type Draw } from './texts.ts'
import { useStep } from './use-draw.ts'
import { WithdrawDialog } from './withdraw-dialog.tsx'

const texts = {
  title: { zh: '抽定', en: 'Result' },
  ticket: { zh: '第 {n} 签', en: 'Ticket {n}' },
  plan: { zh: '方案指纹 {plan}', en: 'Plan {plan}' },
  at: { zh: '{at} 抽定', en: 'picked {at}' },
  board: { zh: '看编组', en: 'See the board' },
  version: { zh: '方案第{n}版', en: 'plan version {n}' },
  withdraw: { zh: '有人退出', en: 'Somebody withdraws' },
  rule: {
    zh: '抽签产生的方案不能手工调换；有人退出，须写明理由，由冻结时定下的规则接替。',
    en: 'A plan that was drawn is not changed by hand. Who withdraws does so with a reason, and is replaced by the rule that was frozen.',
  },
  withdrawn: { zh: '第{n}次退出：{person}，{reason}（{by}）', en: 'Withdrawal {n}: {person}, {reason} ({by})' },
  byTicket: { zh: '第 {n} 签接替', en: 'ticket {n} took over' },
  byRepair: { zh: '改动最少的方案接替', en: 'the plan that changes least took over' },
  take: { zh: '采用接替方案', en: 'Take it' },
  taken: { zh: '已采用，方案第{n}版', en: 'taken, version {n}' },
  solving: { zh: '正在求接替方案', en: 'The replacement is being solved' },
}

/** Which ticket it was, what became of its plan, and who dropped out since. */
export function Outcome({ draw }: { readonly draw: Draw }) {
  const t = useText()
  const { language } = useLanguage()
  const [isAsking, setAsking] = useState(false)
  const take = useStep(takeReplacement)
  const { pick, round, solver } = draw
  if (pick === null) return null
  const isSolving = solver?.state === 'queued' || solver?.state === 'running'
  const isOpen = draw.taken.length <= draw.withdrawals.length
  return (
    <Sheet label={t(texts.title)}>
      <div className="block-head">
        <h2>{t(texts.title)}</h2>
        <span className="spring" />
        {draw.canConduct ? (
          <Button size="small" disabled={isSolving || isOpen} onClick={() => setAsking(true)}>
            {t(texts.withdraw)}
          </Button>
        ) : null}
      </div>
      <div className="draw-outcome">
        <b className="draw-ticket">{t(texts.ticket, { n: pick.ticket })}</b>
        <div>
          <span className="number" title={pick.plan}>
            {t(texts.plan, { plan: shortHash(pick.plan) })}
          </span>
          <span className="muted number">{t(texts.at, { at: shortInstant(pick.at, language) })}</span>
        </div>
        {round === null || draw.taken[0] === undefined || draw.taken[0] === null ? null : (
          <div>
            <Link className="row-act" to="/rounds/$round/board" params={{ round }}>
              {t(texts.board)}
            </Link>
            <span className="muted">{t(texts.version, { n: draw.taken[0] })}</span>
          </div>
        )}
      </div>
      {draw.canConduct ? <p className="block-body why-not">{t(texts.rule)}</p> : null}
      {isSolving ? (
        <p className="block-body" role="status">
          {t(texts.solving)}
        </p>
      ) : null}
      {solver?.message === null || solver === null || isSolving ? null : <p className="block-body late">{t(solver.message)}</p>}
      {draw.withdrawals.length === 0 ? null : (
        <ul className="draw-withdrawals">
          {draw.withdrawals.map((withdrawal, k) => {
            const version = draw.taken[k + 1]
            return (
              <li key={withdrawal.number}>
                <span>{t(texts.withdrawn, { n: withdrawal.number, ...withdrawal, ticket: '' })}</span>
                <span className="muted">
                  {withdrawal.ticket === null ? t(texts.byRepair) : t(texts.byTicket, { n: withdrawal.ticket })}
                </span>
                {version === undefined || version === null ? null : (
                  <span className="proven">{t(texts.taken, { n: version })}</span>
                )}
                {version === undefined && k === draw.withdrawals.length - 1 && draw.canConduct ? (
                  <Button
                    size="small"
                    type="primary"
                    loading={take.isPending}
                    onClick={() => take.mutate({ params: { draw: draw.id } })}
                  >
                    {t(texts.take)}
                  </Button>
                ) : null}
              </li>
            )
          })}
        </ul>
      )}
      {take.error === null ? null : <Refused error={take.error} />}
      {isAsking && round !== null ? <WithdrawDialog draw={draw.id} round={round} onClose={() => setAsking(false)} /> : null}
    </Sheet>
  )
}
