import { setRotationBars } from '@shengmian/contract'
import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { refreshRound, useAct } from '../../../lib/use-endpoint.ts'
import { Button, Input, Select } from '../../../ui/antd.ts'
import { Refused } from '../../../ui/refused.tsx'
import type { Rotation } from './words.ts'

const texts = {
  title: { zh: '不得派往', en: 'Not to be sent' },
  from: { zh: '派出', en: 'From' },
  to: { zh: '进驻', en: 'To' },
  why: { zh: '原因，如两地主要领导有亲属关系', en: 'Reason, such as kin among the leaders' },
  add: { zh: '加', en: 'Add' },
  remove: { zh: '去掉 {pair}', en: 'Remove {pair}' },
  idle: { zh: '不在现有片区，不起作用', en: 'not among the members now: without effect' },
  said: { zh: '{why}（{by}）', en: '{why} ({by})' },
}

interface BarredPairsProps {
  readonly round: string
  readonly rotation: Rotation
  readonly mayChange: boolean
}

/** Pairs that the office rules out by name, each with its reason, kept with the round. */
export function BarredPairs({ round, rotation, mayChange }: BarredPairsProps) {
  const t = useText()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const [why, setWhy] = useState('')
  const save = useAct(setRotationBars, refreshRound(round))
  const members = rotation.zones.flatMap((zone) => zone.members)
  const zone = rotation.zones.find((own) => own.members.some(({ code }) => code === from))
  const hosts = (zone?.members ?? []).filter(({ code }) => code !== from)
  const bars = rotation.bars.map(({ home, host, why }) => ({ home: home.code, host: host.code, why }))
  const put = (next: typeof bars, then?: () => void) =>
    save.mutate({ params: { round }, body: { bars: next } }, then === undefined ? {} : { onSuccess: then })
  const add = () => {
    if (from === null || to === null) return
    put([...bars.filter((bar) => bar.home !== from || bar.host !== to), { home: from, host: to, why: why.trim() }], () => {
      setTo(null)
      setWhy('')
    })
  }
  return (
    <div className="rotation-barred">
      <span>{t(texts.title)}</span>
      {mayChange ? (
        <>
          <Select
            aria-label={`${t(texts.title)} ${t(texts.from)}`}
            placeholder={t(texts.from)}
            value={from}
            options={members.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={(value) => {
              setFrom(value)
              setTo(null)
            }}
          />
          <span aria-hidden="true">→</span>
          <Select
            aria-label={`${t(texts.title)} ${t(texts.to)}`}
            placeholder={t(texts.to)}
            value={to}
            disabled={from === null}
            options={hosts.map(({ code, name }) => ({ value: code, label: name }))}
            onChange={setTo}
          />
          <Input
            aria-label={`${t(texts.title)} ${t(texts.why)}`}
            placeholder={t(texts.why)}
            value={why}
            maxLength={200}
            onChange={(event) => setWhy(event.target.value)}
            onPressEnter={add}
          />
          <Button disabled={from === null || to === null || why.trim().length < 2} loading={save.isPending} onClick={add}>
            {t(texts.add)}
          </Button>
        </>
      ) : rotation.bars.length === 0 ? (
        <span className="muted">—</span>
      ) : null}
      {rotation.bars.map((bar) => {
        const pair = `${bar.home.name} → ${bar.host.name}`
        return (
          <span key={`${bar.home.code} ${bar.host.code}`} className="rotation-bar">
            {pair}
            <span className="muted">{bar.counts ? t(texts.said, { why: bar.why, by: bar.by }) : t(texts.idle)}</span>
            {mayChange ? (
              <button
                type="button"
                className="button-link"
                aria-label={t(texts.remove, { pair })}
                onClick={() => put(bars.filter(({ home, host }) => home !== bar.home.code || host !== bar.host.code))}
              >
                ×
              </button>
            ) : null}
          </span>
        )
      })}
      {save.error === null ? null : <Refused error={save.error} />}
    </div>
  )
}
