import type { readProposal, ReplyOf } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { Button } from '../../../ui/antd.ts'
import { WaysOut } from '../relaxations/ways-out.tsx'
import { texts } from './texts.ts'

interface NoPlanProps {
  readonly round: string
  readonly proposal: string
  readonly noPlan: NonNullable<ReplyOf<typeof readProposal>['noPlan']>
}

/** Why no plan can exist: the smallest set that clashes, and the way out. Legal bars are not offered. */
export function NoPlan({ round, proposal, noPlan }: NoPlanProps) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <div className="block-body" role="alert">
      <h2>{t(texts.noPlan)}</h2>
      <p>{noPlan.summary[language]}</p>
      {noPlan.clashes.length === 0 ? null : (
        <p>{t(noPlan.irreducible ? texts.noPlanWhy : texts.noPlanWays, { n: noPlan.clashes.length })}</p>
      )}
      <table className="list">
        <thead>
          <tr>
            <th className="right" />
            <th>{t(texts.fact)}</th>
          </tr>
        </thead>
        <tbody>
          {noPlan.clashes.map((clash, at) => (
            <tr key={`${clash.rule} ${clash.fact.zh}`}>
              <td className="right number">{at + 1}</td>
              <td>{clash.fact[language]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {noPlan.relaxations.length === 0 ? null : <WaysOut round={round} proposal={proposal} ways={noPlan.relaxations} />}
      <p className="muted">{t(texts.legal)}</p>
      <Link to="/rounds/$round/plan/$step" params={{ round: round, step: 'rules' }}>
        <Button>{t(texts.changeRules)}</Button>
      </Link>{' '}
      <Link to="/rounds/$round/plan/$step" params={{ round: round, step: 'teams' }}>
        <Button>{t(texts.changePeople)}</Button>
      </Link>
    </div>
  )
}
