// The walk through a desk: opened by two hands, its keys and its spare key, codes and texts; then sealed reports answered and decided.
import { openFile } from '@shengmian/sealing'
import { v7 } from 'uuid'
import { holdCeremony } from '../../modules/desks/testing/ceremony.ts'
import type { Steps } from './step.ts'

const DESK = 'matrix1'

export async function walkDesk(steps: Steps, round: string): Promise<void> {
  const { act, who, read, walk } = steps
  const [office, group] = [who('office'), who('leading-group')] as const
  const ceremony = holdCeremony(DESK, walk.server.composed.intake.acknowledge)
  const proposal = v7()
  await act(
    office,
    'proposeDesk',
    { round },
    {
      id: proposal,
      code: DESK,
      until: '2026-12-31',
      root: ceremony.root,
      sender: '江陵县',
      host: '荆州区',
      phone: '0716-8330000',
      site: 'https://xc.jingzhou.example',
    },
  )
  await act(group, 'decideDesk', { round, proposal }, { approve: true, opinion: '与会议决定一致' })
  await act(office, 'publishManifest', { round }, { signed: ceremony.signed })
  const rehearsal = v7()
  const { file } = (await act(office, 'startRehearsal', { round }, { id: rehearsal })) as { file: string }
  const word = Buffer.from(openFile(new Uint8Array(Buffer.from(file, 'base64')), [ceremony.escrow]) ?? []).toString()
  await act(office, 'passRehearsal', { round, rehearsal }, { word, shares: [1, 3, 5], witnesses: '档案馆、法律顾问' })
  await act(office, 'makePosters', { round }, { medium: 'card', places: [{ unit: null, place: '集市' }] })
  const { items } = (await read(office, `/rounds/${round}/desk/posters`)) as { items: { code: string }[] }
  const cardBatch = v7()
  const hashes = Buffer.from('07'.repeat(16), 'hex').toString('base64')
  await act(office, 'makeCardBatch', { round }, { id: cardBatch, poster: items[0]?.code ?? '', hashes })
  await act(office, 'revokeCardBatch', { round, cardBatch }, { reason: '印坏了' })
  await act(office, 'revokePoster', { round, poster: items[0]?.code ?? '' }, { reason: '海报被撕' })
  const notice = v7()
  const text = '江陵县派来的巡察组到了荆州区，12月31日前收您的话。扫码或投意见箱都行。'
  await act(office, 'writeNotice', { round }, { id: notice, channel: 'group', text })
  await act(group, 'decideNotice', { round, notice }, { approve: true, opinion: '可以发布' })
  await act(office, 'logPublication', { round, notice }, { id: v7(), place: '村微信群', on: '2026-11-20' })
  await walkInbox(steps)
}

async function walkInbox({ act, who, walk }: Steps): Promise<void> {
  const member = who('member', 'ordered')
  // As the public intake writes them; what is inside opens nowhere here.
  await walk.server.admin.query(
    `insert into intake.report (desk, number, key, mailbox, hash, day, is_slow, acknowledgement, envelope)
     values ($1, 1, decode(repeat('01', 16), 'hex'), decode(repeat('02', 32), 'hex'), decode(repeat('03', 32), 'hex'), '2026-11-20', false, 'x', 'x')`,
    [DESK],
  )
  await walk.server.admin.query(
    `insert into intake.attachment (desk, id, length, is_whole, report, day) values ($1, decode(repeat('04', 32), 'hex'), 1, true, 1, '2026-11-20')`,
    [DESK],
  )
  await walk.server.admin.query(
    `insert into intake.piece (desk, attachment, at, bytes) values ($1, decode(repeat('04', 32), 'hex'), 0, 'x')`,
    [DESK],
  )
  await walk.server.admin.query(
    `insert into intake.release (desk, number, arrival, mailbox, day, is_slow, bytes)
     select desk, number, number, mailbox, day, is_slow, length(envelope) from intake.report where desk = $1`,
    [DESK],
  )
  await walk.server.admin.query(
    `insert into intake.released_attachment (desk, report, id) select desk, report, id from intake.attachment where desk = $1`,
    [DESK],
  )
  const at = { desk: DESK, number: 1 }
  await act(member, 'postReply', at, { seq: 1, prev: null, envelope: 'A'.repeat(9000) })
  await act(member, 'decideReport', at, { verdict: 'accept', reason: '属于巡察受理范围', addressee: null })
  await act(member, 'noteNameOpening', at, { id: v7(), reason: '回访核实' })
  await act(member, 'markCard', at, { mark: Buffer.alloc(56, 7).toString('base64') })
  const textHash = '05'.repeat(32)
  await act(member, 'noteReferral', at, { id: v7(), addressee: '县农业农村局', reason: '行业问题', textHash })
}
