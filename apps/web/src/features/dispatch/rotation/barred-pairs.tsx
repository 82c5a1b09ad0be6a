import { useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { Button, Select } from '../../../ui/antd.ts'
import type { Rotation } from './words.ts'

const texts = {
  title: { zh: '不得派往', en: 'Not to be sent' },
  from: { zh: '派出', en: 'From' },
  to: { zh: '进驻', en: 'To' },
  add: { zh: '加', en: 'Add' },
  remove: { zh: '去掉 {pair}', en: 'Remove {pair}' },
}

interface BarredPairsProps {
  readonly zones: Rotation['zones']
  /** As `home-host`. */
  readonly barred: readonly string[]
  readonly onChange: (barred: readonly string[]) => void
}

/** Pairs that the office rules out by name, such as two places whose leaders are kin. */
export function BarredPairs({ zones, barred, onChange }: BarredPairsProps) {
  const t = useText()
  const [from, setFrom] = useState<string | null>(null)
  const [to, setTo] = useState<string | null>(null)
  const names = new Map(zones.flatMap(({ members }) => members.map(({ code, name }) => [code, name] as const)))
  const zone = zones.find(({ members }) => members.some(({ code }) => code === from))
  const hosts = (zone?.members ?? []).filter(({ code }) => code !== from)
  const words = (pair: string) =>
    pair
      .split('-')
      .map((code) => names.get(code) ?? code)
      .join(' → ')
  const add = () => {
    if (from === null || to === null) return
    onChange([...new Set([...barred, `${from}-${to}`])])
    setTo(null)
  }
  return (
    <div className="rotation-barred">
      <span>{t(texts.title)}</span>
      <Select
        aria-label={`${t(texts.title)} ${t(texts.from)}`}
        placeholder={t(texts.from)}
        value={from}
        options={[...names].map(([value, label]) => ({ value, label }))}
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
      <Button disabled={from === null || to === null} onClick={add}>
        {t(texts.add)}
      </Button>
      {barred.map((pair) => (
        <span key={pair} className="rotation-bar">
          {words(pair)}
          <button
            type="button"
            className="button-link"
            aria-label={t(texts.remove, { pair: words(pair) })}
            onClick={() => onChange(barred.filter((other) => other !== pair))}
          >
            ×
          </button>
        </span>
      ))}
    </div>
  )
}
