// The walk through retention: what was kept long enough is proposed by the office and destroyed once two others agree.
import { v7 } from 'uuid'
import { authorityOf } from '../../modules/access/authority.ts'
import { ELSEWHERE, OWN } from './callers.ts'
import type { Steps } from './step.ts'

const TABLE = 'rounds.cooperation_event'
const BASIS = '个人信息保护法第四十七条，保存期限届满'

export async function walkLedger(steps: Steps): Promise<void> {
  const { act, who } = steps
  const office = who('office')
  const due = await oldEvent(steps, OWN)
  const asked = await oldEvent(steps, OWN)
  const far = await oldEvent(steps, ELSEWHERE)
  await steps.walk.server.settle()
  // One that is foreign to 荆州市, whose address must not open it there.
  await steps.quietly(who('office', 'elsewhere'), 'POST', '/ledger/erasures', {
    id: v7(),
    table: TABLE,
    record: far,
    basis: BASIS,
  })
  await act(office, 'proposeDueErasures', {}, { items: [{ id: v7(), kind: 'cooperation-event', record: due }] })
  const erasure = v7()
  await act(office, 'proposeErasure', {}, { id: erasure, table: TABLE, record: asked, basis: BASIS })
  await act(who('leading-group'), 'approveErasure', { erasure })
  await act(who('second office'), 'approveErasure', { erasure })
  await steps.walk.server.settle()
}

/** An event that ended twelve years ago; answers its key. */
async function oldEvent({ walk, who }: Steps, place: string): Promise<string> {
  const [id, { authority }] = [v7(), authorityOf(place)]
  await walk.server.admin.query(
    `insert into ${TABLE} (authority, id, kind, title, starts, ends, people, units, recorded_by, recorded_name, recorded_at)
     values ($1, $2, 'area', '片区协作', '2014-03-01', '2014-03-05', '[]', '[]', $3, '测试', access.clock())`,
    [authority, id, who('office').account],
  )
  return `${authority}/${id}`
}
