import { downloadPlan, downloadProblem, type listPlans, type ReplyOf } from '@shengmian/contract'
import { Link } from '@tanstack/react-router'
import { addressOf } from '../../../lib/api.ts'
import { shortInstant } from '../../../lib/dates.ts'
import { useLanguage, useText } from '../../../lib/language.tsx'
import { levelFigure, levels } from '../words.ts'
import './version-list.css'

type Version = ReplyOf<typeof listPlans>['items'][number]

const texts = {
  version: { zh: '第{n}版', en: 'Version {n}' },
  holds: { zh: '现行', en: 'in force' },
  proposal: { zh: '求解器方案', en: 'by the solver' },
  'by-hand': { zh: '手工调整', en: 'by hand' },
  undo: { zh: '撤销调整', en: 'undone' },
  repair: { zh: '补报后修复', en: 'repair' },
  loaded: { zh: '载入', en: 'loaded' },
  draw: { zh: '抽签产生', en: 'by draw' },
  reason: { zh: '理由：{reason}', en: 'Reason: {reason}' },
  board: { zh: '看编组', en: 'Board' },
  problem: { zh: '问题文件', en: 'Problem file' },
  plan: { zh: '方案文件', en: 'Plan file' },
  first: { zh: '全部席位', en: 'all seats' },
}

/** Every version, newest first: who made it, why, what it changed, what it reaches. Nothing is overwritten. */
export function VersionList({
  round,
  versions,
  isOffice,
}: {
  readonly round: string
  readonly versions: readonly Version[]
  readonly isOffice: boolean
}) {
  const t = useText()
  const { language } = useLanguage()
  return (
    <ol className="versions">
      {versions.map((version, index) => (
        <li key={version.version}>
          <div className="version-head">
            <strong className="number">{t(texts.version, { n: version.version })}</strong>
            <span>{t(texts[version.origin])}</span>
            {index === 0 ? <strong className="version-holds">{t(texts.holds)}</strong> : null}
            <span className="muted">
              {version.by} <span className="number">{shortInstant(version.at, language)}</span>
            </span>
            <span className="version-acts">
              <Link to="/rounds/$round/board" params={{ round }} search={index === 0 ? {} : { version: version.version }}>
                {t(texts.board)}
              </Link>
              {isOffice ? <a href={addressOf(downloadProblem, { round, version: version.version })}>{t(texts.problem)}</a> : null}
              <a href={addressOf(downloadPlan, { round, version: version.version })}>{t(texts.plan)}</a>
            </span>
          </div>
          {version.reason === null ? null : <p>{t(texts.reason, { reason: version.reason })}</p>}
          <p>{version.changes.length === 0 ? t(texts.first) : version.changes.map((change) => t(change)).join('；')}</p>
          <p className="muted">
            {version.objective.map(({ level, value }) => `${t(levels[level])} ${levelFigure(level, value)}`).join('，')}
          </p>
        </li>
      ))}
    </ol>
  )
}
