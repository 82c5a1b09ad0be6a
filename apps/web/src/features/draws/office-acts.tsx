import { abortDraw, cancelTickets, pickTicket, solveTickets } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../lib/language.tsx'
import { Button } from '../../ui/antd.ts'
import { Sheet } from '../../ui/page.tsx'
import { Refused } from '../../ui/refused.tsx'
import { AbortDialog } from './abort-dialog.tsx'
import { DiceDialog } from './dice-dialog.tsx'
import type { Draw } from './texts.ts'
import { useStep } from './use-draw.ts'

const texts = {
  title: { zh: '主持', en: 'Conducting' },
  committing: {
    zh: '各方在自己的页面提交承诺；齐了才能公开。',
    en: 'The parties commit at their own screens; nothing is opened before all have.',
  },
  'opening-first': {
    zh: '承诺已齐。可先当众掷骰子，再由各方公开第一密数。',
    en: 'All have committed. Dice may be thrown in public, then the first secrets are opened.',
  },
  solving: {
    zh: '第一密数已齐，全部签已经定了，只待求解。重算多少次都是同样的签。',
    en: 'The first secrets are open and have fixed all tickets. However often they are solved, they are the same.',
  },
  'opening-second': {
    zh: '签单已公布。可先当众掷骰子，再由各方公开第二密数。',
    en: 'The tickets are published. Dice may be thrown in public, then the second secrets are opened.',
  },
  picking: { zh: '第二密数已齐，抽中哪一签已经定了。', en: 'The second secrets are open: which ticket it is, is settled.' },
  solve: { zh: '求解签单', en: 'Solve the tickets' },
  again: { zh: '重新求解', en: 'Solve again' },
  cancel: { zh: '停止求解', en: 'Stop' },
  pick: { zh: '抽定', en: 'Pick' },
  dice: { zh: '记录骰子', en: 'Record dice' },
  thrown: { zh: '第{stage}次骰子 {rolls}，见证：{witness}', en: 'Dice {stage}: {rolls}; witnesses: {witness}' },
  abort: { zh: '中止', en: 'Abort' },
  progress: { zh: '第 {done}/{all} 签', en: 'ticket {done} of {all}' },
  queued: { zh: '排队中', en: 'queued' },
}

/** What the office does: it conducts, and decides nothing that the parties have not fixed. */
export function OfficeActs({ draw }: { readonly draw: Draw }) {
  const t = useText()
  const [asking, setAsking] = useState<'abort' | 'dice' | null>(null)
  const solve = useStep(solveTickets)
  const cancel = useStep(cancelTickets)
  const pick = useStep(pickTicket)
  const abort = useStep(abortDraw)
  const { solver, state } = draw
  if (!draw.canConduct || solver === null || state === 'picked' || state === 'aborted') return null
  const isAtWork = solver.state === 'queued' || solver.state === 'running'
  const input = { params: { draw: draw.id } }
  const stage = state === 'opening-first' ? 1 : state === 'opening-second' ? 2 : null
  const mayThrow =
    stage !== null &&
    !draw.dice.some((dice) => dice.stage === stage) &&
    draw.parties.every((party) => (party.opened[stage - 1] ?? null) === null)
  const error = solve.error ?? cancel.error ?? pick.error
  return (
    <Sheet label={t(texts.title)}>
      <div className="block-head">
        <h2>{t(texts.title)}</h2>
        <span className="spring" />
        <Button size="small" danger type="text" onClick={() => setAsking('abort')}>
          {t(texts.abort)}
        </Button>
      </div>
      <div className="block-body draw-form">
        <p>{t(texts[state])}</p>
        {draw.dice.map((dice) => (
          <p key={dice.stage} className="muted number">
            {t(texts.thrown, dice)}
          </p>
        ))}
        {isAtWork ? <Solving done={solver.done} all={draw.tickets} isQueued={solver.state === 'queued'} /> : null}
        {solver.message === null || isAtWork ? null : <p className="late">{t(solver.message)}</p>}
        {error === null ? null : <Refused error={error} />}
        <div className="draw-acts">
          {state === 'solving' && !isAtWork && solver.state !== 'cap-not-met' ? (
            <Button type="primary" loading={solve.isPending} onClick={() => solve.mutate(input)}>
              {t(solver.state === 'idle' ? texts.solve : texts.again)}
            </Button>
          ) : null}
          {isAtWork ? (
            <Button loading={cancel.isPending} onClick={() => cancel.mutate(input)}>
              {t(texts.cancel)}
            </Button>
          ) : null}
          {state === 'picking' ? (
            <Button type="primary" loading={pick.isPending} onClick={() => pick.mutate(input)}>
              {t(texts.pick)}
            </Button>
          ) : null}
          {mayThrow ? <Button onClick={() => setAsking('dice')}>{t(texts.dice)}</Button> : null}
        </div>
      </div>
      {asking === 'abort' ? (
        <AbortDialog
          draw={draw}
          isBusy={abort.isPending}
          error={abort.error}
          onDone={(body) => abort.mutate({ ...input, body }, { onSuccess: () => setAsking(null) })}
          onClose={() => setAsking(null)}
        />
      ) : null}
      {asking === 'dice' && stage !== null ? <DiceDialog draw={draw.id} stage={stage} onClose={() => setAsking(null)} /> : null}
    </Sheet>
  )
}

function Solving({ done, all, isQueued }: { readonly done: number; readonly all: number; readonly isQueued: boolean }) {
  const t = useText()
  return (
    <div role="status">
      <progress className="draw-progress" max={all} value={done} aria-label={t(texts.solve)} />
      <span className="muted number">{isQueued ? t(texts.queued) : t(texts.progress, { done, all })}</span>
    </div>
  )
}
