import { downloadRotation, readRotation } from '@shengmian/contract'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { ArrowHeads } from '../features/dispatch/arrows/arrow-heads.tsx'
import '../features/dispatch/arrows/arrows.css'
import { AdoptBar } from '../features/dispatch/rotation/adopt-bar.tsx'
import { BarredPairs } from '../features/dispatch/rotation/barred-pairs.tsx'
import { RotationOptions } from '../features/dispatch/rotation/rotation-options.tsx'
import { ScheduleTable } from '../features/dispatch/rotation/schedule-table.tsx'
import type { RotationAsked } from '../features/dispatch/rotation/words.ts'
import { ZoneCard } from '../features/dispatch/rotation/zone-card.tsx'
import '../features/dispatch/rotation/rotation.css'
import { addressOf } from '../lib/api.ts'
import { useText } from '../lib/language.tsx'
import { useRead } from '../lib/use-endpoint.ts'
import { Alert, Button } from '../ui/antd.ts'
import { Empty } from '../ui/empty.tsx'
import { Loading } from '../ui/loading.tsx'
import { Page, Sheet } from '../ui/page.tsx'
import { Refused } from '../ui/refused.tsx'

const texts = {
  title: { zh: '片区轮转', en: 'Zone cycle' },
  counts: { zh: '{zones}个片区，{members}个成员，以往{past}轮', en: '{zones} zones, {members} members, {past} earlier rounds' },
  unzoned: { zh: '不分片区，{members}个成员，以往{past}轮', en: 'no zones, {members} members, {past} earlier rounds' },
  export: { zh: '导出 Excel', en: 'Export to Excel' },
  print: { zh: '打印', en: 'Print' },
  none: { zh: '还没有片区，也没有按地派出的组', en: 'There are no zones and no teams with a home' },
  noneWhy: {
    zh: '在“编制—轮次设置”里把情况相近的地区分成片区，每个地区只属于一个片区，并写明为什么相近。',
    en: 'In the settings of the round, group like places into zones, each place in one, and say why they are alike.',
  },
  settings: { zh: '去设片区', en: 'Set the zones' },
  ends: { zh: '第{n}轮排不出来，至多{possible}轮', en: 'Round {n} cannot be: {possible} at most' },
  fewer: { zh: '只排{n}轮', en: 'Schedule {n}' },
  alike: { zh: '片区与本轮箭头', en: 'Zones and arrows' },
  table: { zh: '排表', en: 'Schedule' },
  travel: { zh: '全部路程{value}公里', en: 'All travel {value} km' },
  proven: { zh: '已证最短', en: 'proven least' },
  bound: { zh: '下界{bound}公里', en: 'bound {bound} km' },
  memory: { zh: '与记忆相违{value}处', en: '{value} wishes of memory unmet' },
}

/** How many rounds the zones have, a checked schedule of them, and one of its rounds taken over into the teams. */
export function RotationPage() {
  const t = useText()
  const { round } = useParams({ from: '/frame/rounds/$round' })
  const navigate = useNavigate({ from: '/rounds/$round/rotation' })
  const search: Partial<RotationAsked> = useSearch({ from: '/frame/rounds/$round/rotation' })
  const asked: RotationAsked = { ...search, rounds: search.rounds ?? 2, way: search.way ?? 'nearest' }
  const setAsked = (next: RotationAsked) => void navigate({ search: next, replace: true })
  const [picked, setPicked] = useState(0)
  const { data, error, refetch } = useRead(readRotation, { params: { round }, query: asked }, { keep: true })
  if (data === undefined) {
    return (
      <Page title={t(texts.title)}>
        {error === null ? <Loading what={t(texts.title)} /> : <Refused error={error} onRetry={() => void refetch()} />}
      </Page>
    )
  }
  const rounds = data.schedule?.rounds ?? []
  const chosen = Math.min(picked, Math.max(0, rounds.length - 1))
  const members = data.zones.reduce((sum, zone) => sum + zone.members.length, 0)
  if (members === 0) {
    return (
      <Page title={t(texts.title)}>
        <Sheet>
          <Empty
            title={t(texts.none)}
            act={
              <Link to="/rounds/$round/plan/$step" params={{ round, step: 'settings' }}>
                {t(texts.settings)}
              </Link>
            }
          >
            {t(texts.noneWhy)}
          </Empty>
        </Sheet>
      </Page>
    )
  }
  const { schedule, ends } = data
  return (
    <Page
      title={t(texts.title)}
      note={
        data.zones.every(({ name }) => name === null)
          ? t(texts.unzoned, { members, past: data.pastRounds })
          : t(texts.counts, { zones: data.zones.length, members, past: data.pastRounds })
      }
      acts={
        <>
          <Button href={addressOf(downloadRotation, { round }, asked)} disabled={schedule === null}>
            {t(texts.export)}
          </Button>
          <Button onClick={() => window.print()}>{t(texts.print)}</Button>
        </>
      }
      foot={<AdoptBar round={round} rotation={data} asked={asked} chosen={chosen} />}
    >
      <ArrowHeads />
      <div className="rotation-stack">
        <Sheet>
          <RotationOptions asked={asked} rules={data.rules} onChange={setAsked} />
          <BarredPairs round={round} rotation={data} mayChange={data.mayChange} />
        </Sheet>
        {error === null ? null : <Refused error={error} onRetry={() => void refetch()} />}
        {ends === null ? null : (
          <Alert
            type="warning"
            title={t(texts.ends, { n: ends.possible + 1, possible: ends.possible })}
            description={ends.reasons.map((reason) => (
              <div key={reason.zh}>{t(reason)}</div>
            ))}
            action={
              ends.possible === 0 ? null : (
                <Button onClick={() => setAsked({ ...asked, rounds: ends.possible })}>
                  {t(texts.fewer, { n: ends.possible })}
                </Button>
              )
            }
          />
        )}
        <Sheet label={t(texts.alike)}>
          <div className="rotation-zones">
            {data.zones.map((zone) => (
              <ZoneCard
                key={zone.name ?? ''}
                zone={zone}
                now={rounds[chosen] ?? []}
                before={chosen === 0 ? data.last : (rounds[chosen - 1] ?? [])}
              />
            ))}
          </div>
        </Sheet>
        {schedule === null ? null : (
          <Sheet label={t(texts.table)}>
            <ScheduleTable rotation={data} chosen={chosen} onChoose={setPicked} />
            <div className="rotation-figures">
              <span>
                {t(texts.travel, { value: schedule.travel.toLocaleString('en') })}
                {schedule.travelBound === null
                  ? ''
                  : `，${schedule.travelBound === schedule.travel ? t(texts.proven) : t(texts.bound, { bound: schedule.travelBound.toLocaleString('en') })}`}
              </span>
              <span>{t(texts.memory, { value: schedule.memory })}</span>
            </div>
          </Sheet>
        )}
      </div>
    </Page>
  )
}
