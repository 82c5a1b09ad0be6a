import { listCandidates, listRoundTargets, readRound, scoreCandidates, setRoundTargets } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { refreshRound, useAct, useRead } from '../../../lib/use-endpoint.ts'
import { Button, InputNumber } from '../../../ui/antd.ts'
import { Empty } from '../../../ui/empty.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Page, Sheet } from '../../../ui/page.tsx'
import { Refused } from '../../../ui/refused.tsx'
import { ReasonDialog } from '../../../ui/reason-dialog.tsx'
import { UnitPicker } from '../parts/unit-picker.tsx'
import { bodyOf, chosenOfTarget } from '../targets/chosen.ts'
import { CandidateTable } from './candidate-table.tsx'
import { factorKeys, factorNames, useScoreDraft } from './use-score-draft.ts'
import '../parts/rounds.css'
import './candidates.css'

const texts = {
  title: { zh: '候选打分', en: 'Candidates' },
  what: { zh: '候选单位', en: 'candidates' },
  weights: { zh: '权重', en: 'Weights' },
  save: { zh: '保存并排序', en: 'Save and rank' },
  find: { zh: '加入候选单位', en: 'Add a candidate' },
  none: { zh: '还没有候选单位', en: 'No candidate yet' },
  noneWhy: {
    zh: '按经济总量、社会矛盾、群众反映三项（0—100）打分，加权排序；选排名靠后的单位须写理由，分数与决定一并留存。',
    en: 'Three factors (0–100), weighted and ranked; taking a low-ranked unit needs a reason, and the scores are kept with the decision.',
  },
  low: { zh: '选入第{rank}名“{name}”', en: 'Take {name}, rank {rank}' },
}

/** Candidates by three weighted factors; a low-ranked one is taken only with a reason. */
export function CandidatesView({ round: id }: { readonly round: string }) {
  const t = useText()
  const params = { round: id }
  const round = useRead(readRound, { params })
  const candidates = useRead(listCandidates, { params })
  const targets = useRead(listRoundTargets, { params })
  const draft = useScoreDraft(candidates.data?.items)
  const score = useAct(scoreCandidates, refreshRound(id))
  const take = useAct(setRoundTargets, refreshRound(id))
  const [asking, setAsking] = useState<string | null>(null)
  if (round.error !== null) return <Refused error={round.error} onRetry={() => void round.refetch()} />
  if (round.data === undefined) return <Loading what={t(texts.what)} />
  const isLocked = round.data.state !== 'draft'
  const asked = candidates.data?.items.find((one) => one.unit === asking)
  const choose = (unit: string, reason?: string) =>
    take.mutate(
      {
        params,
        body: {
          targets: [
            ...bodyOf((targets.data?.items ?? []).map(chosenOfTarget)).targets,
            { unit, ...(reason === undefined ? {} : { reason }) },
          ],
        },
      },
      { onSuccess: () => setAsking(null) },
    )
  const error = score.error ?? (asking === null ? take.error : null) ?? candidates.error
  return (
    <Page
      title={t(texts.title)}
      acts={
        <Button
          type="primary"
          disabled={isLocked || !draft.isChanged || draft.rows.length === 0}
          loading={score.isPending}
          onClick={() => score.mutate({ params, body: draft.body }, { onSuccess: draft.forget })}
        >
          {t(texts.save)}
        </Button>
      }
    >
      {error === null ? null : <Refused error={error} />}
      <Sheet label={t(texts.title)}>
        <div className="block-head">
          <span>{t(texts.weights)}</span>
          {factorKeys.map((key) => (
            <label key={key} className="weight">
              {t(factorNames[key])}
              <InputNumber
                min={0}
                max={100}
                disabled={isLocked}
                value={draft.weights[key]}
                onChange={(weight) => draft.weigh(key, weight ?? 0)}
              />
            </label>
          ))}
          <span className="spring" />
          <UnitPicker
            within={round.data.host?.code ?? round.data.authority.code}
            label={t(texts.find)}
            isDisabled={isLocked}
            onPick={draft.add}
          />
        </div>
        {draft.rows.length === 0 ? (
          <Empty title={t(texts.none)}>{t(texts.noneWhy)}</Empty>
        ) : (
          <CandidateTable
            rows={draft.rows}
            ranked={candidates.data?.items ?? []}
            lowFrom={candidates.data?.lowFrom ?? 1}
            isLocked={isLocked}
            onEdit={draft.edit}
            onTake={(unit, isLow) => (isLow ? setAsking(unit) : choose(unit))}
          />
        )}
      </Sheet>
      {asked === undefined ? null : (
        <ReasonDialog
          title={t(texts.low, { rank: asked.rank, name: asked.name })}
          isBusy={take.isPending}
          error={take.error}
          onClose={() => setAsking(null)}
          onDone={(reason) => choose(asked.unit, reason)}
        />
      )}
    </Page>
  )
}
