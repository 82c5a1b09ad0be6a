import { undoMoves } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { refreshRound, useAct } from '../../lib/use-endpoint.ts'
import { Alert, Button, Input } from '../../ui/antd.ts'
import { Refused } from '../../ui/refused.tsx'
import type { Board } from './words.ts'

const texts = {
  breaches: { zh: '按现在的事实，这个方案有 {n} 处不合规则', en: 'As the facts stand, this plan breaks {n} rules' },
  repair: {
    zh: '请重新派遣或补报后修复，改动最小的方案会说明换了谁。',
    en: 'Propose again, or repair: the smallest change says who moved.',
  },
  stale: {
    zh: '方案做出以后，人员、对象或关系有变化，请重新派遣或修复。',
    en: 'People, targets or ties changed after this plan was made; propose again or repair it.',
  },
  older: { zh: '这是第{n}版，不是现行方案。', en: 'This is version {n}, not the plan in force.' },
  current: { zh: '看现行方案', en: 'Plan in force' },
  relaxed: { zh: '按已批准的放宽派遣：{what}', en: 'Sent under what was signed to give way: {what}' },
  signed: { zh: '{asked}提请（{why}），{decided}批准', en: '{asked} asked ({why}), {decided} signed' },
  leans: { zh: '靠放宽才成立的{n}处：', en: '{n} places rest on it:' },
  noLeans: { zh: '这个方案没有用到放宽。', en: 'This plan makes no use of it.' },
  undo: { zh: '撤销最近一次手工调整', en: 'Undo the newest change by hand' },
  reason: { zh: '撤销理由', en: 'Reason for undoing' },
}

interface BoardNoticesProps {
  readonly round: string
  readonly board: Board
  /** A version that no longer holds is looked at. */
  readonly isOlder: boolean
  readonly mayChange: boolean
}

/** What a reader must know before he trusts the board. */
export function BoardNotices({ round, board, isOlder, mayChange }: BoardNoticesProps) {
  const t = useText()
  return (
    <>
      {isOlder ? (
        <Alert
          type="info"
          title={t(texts.older, { n: board.version })}
          action={
            <Link to="/rounds/$round/board" params={{ round }} search={{}}>
              {t(texts.current)}
            </Link>
          }
        />
      ) : null}
      {board.stale && !isOlder ? <Alert type="warning" title={t(texts.stale)} /> : null}
      {board.breaches.length === 0 ? null : (
        <div className="refused" role="alert">
          <strong>{t(texts.breaches, { n: board.breaches.length })}</strong>
          <ul>
            {board.breaches.map((breach) => (
              <li key={`${breach.rule} ${breach.subject} ${breach.fact.en}`}>{t(breach.fact)}</li>
            ))}
          </ul>
          <p>{t(texts.repair)}</p>
        </div>
      )}
      {board.relaxed.length === 0 ? null : <RelaxedNotice board={board} />}
      {board.canUndo && mayChange ? <UndoLine round={round} version={board.version} /> : null}
    </>
  )
}

/** What gives way, by whose hands, and where this plan rests on it: nothing is relaxed silently. */
function RelaxedNotice({ board: { relaxed, leans } }: { readonly board: Board }) {
  const t = useText()
  return (
    <Alert
      type="info"
      title={t(texts.relaxed, { what: relaxed.flatMap(({ grants }) => grants.map((grant) => t(grant))).join('；') })}
      description={
        <>
          {relaxed.map(({ why, askedBy, decidedBy }) => (
            <div key={why}>{t(texts.signed, { asked: askedBy, why, decided: decidedBy })}</div>
          ))}
          <div>{leans.length === 0 ? t(texts.noLeans) : t(texts.leans, { n: leans.length })}</div>
          {leans.length === 0 ? null : (
            <ul>
              {leans.map((lean) => (
                <li key={lean.en}>{t(lean)}</li>
              ))}
            </ul>
          )}
        </>
      }
    />
  )
}

function UndoLine({ round, version }: { readonly round: string; readonly version: number }) {
  const t = useText()
  const undo = useAct(undoMoves, refreshRound(round))
  const [reason, setReason] = useState('')
  return (
    <div className="undo-line">
      <Input
        aria-label={t(texts.reason)}
        placeholder={t(texts.reason)}
        value={reason}
        maxLength={1000}
        style={{ width: 240 }}
        onChange={(event) => setReason(event.target.value)}
      />
      <Button
        loading={undo.isPending}
        disabled={reason.trim().length < 2}
        onClick={() =>
          undo.mutate({ params: { round }, body: { version, reason: reason.trim() } }, { onSuccess: () => setReason('') })
        }
      >
        {t(texts.undo)}
      </Button>
      {undo.error === null ? null : <Refused error={undo.error} />}
    </div>
  )
}
