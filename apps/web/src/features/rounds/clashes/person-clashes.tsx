import type { readClashes, ReplyOf } from '@shengmian/contract'
import { Fragment, useState } from 'react'
import { useText } from '../../../lib/language.tsx'
import { UnverifiedFacts } from '../pool/unverified-facts.tsx'
import { ClashMarks } from './clash-marks.tsx'
import { texts } from './texts.ts'

type Persons = ReplyOf<typeof readClashes>['persons']

/** People for whom something is barred or unknown, worst first; the reasons open under the row. */
export function PersonClashes({ persons }: { readonly persons: Persons }) {
  const t = useText()
  const [open, setOpen] = useState<string | null>(null)
  return (
    <table className="list clash-table">
      <thead>
        <tr>
          <th>{t(texts.person)}</th>
          <th className="right">{t(texts.free)}</th>
          <th className="right">{t(texts.barredIn)}</th>
          <th>{t(texts.facts)}</th>
          <th>{t(texts.clash)}</th>
          <th />
        </tr>
      </thead>
      <tbody>
        {persons.map((row) => {
          const isOpen = open === row.person.id
          return (
            <Fragment key={row.person.id}>
              <tr>
                <td>
                  <strong>{row.person.name}</strong> <span className="muted">{row.person.home?.name}</span>
                </td>
                <td className={`right number ${row.freeRegions === 0 ? 'late' : ''}`}>{row.freeRegions}</td>
                <td className="right number">{row.barredRegions}</td>
                <td>
                  <UnverifiedFacts facts={row.unverified} />
                </td>
                <td className="clash-places" title={row.clashes.map((clash) => clash.region.name).join('、')}>
                  {row.clashes.map((clash) => clash.region.name).join('、')}
                </td>
                <td>
                  {row.clashes.length === 0 ? null : (
                    <button
                      type="button"
                      className="button-link"
                      aria-expanded={isOpen}
                      onClick={() => setOpen(isOpen ? null : row.person.id)}
                    >
                      {t(isOpen ? texts.less : texts.more)}
                    </button>
                  )}
                </td>
              </tr>
              {isOpen
                ? row.clashes.map((clash) => (
                    <tr key={clash.region.code} className="clash-why">
                      <td />
                      <td colSpan={2}>{clash.region.name}</td>
                      <td colSpan={3}>
                        <ClashMarks marks={clash.marks} />
                      </td>
                    </tr>
                  ))
                : null}
            </Fragment>
          )
        })}
      </tbody>
    </table>
  )
}
