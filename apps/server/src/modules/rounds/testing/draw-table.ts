// A table at which a draw is taken: a stage with an office, its leading group, the inspected county and somebody who has no part in it.
import { randomBytes } from 'node:crypto'
import { commitSecrets, readDraw, verifyDraw } from '@shengmian/dispatch'
import { v7 as uuid } from 'uuid'
import { expect } from 'vitest'
import { newRound, ok, type Json } from './drive.ts'
import { openStage, type Staff } from './stage.ts'

const CITY = '5305'
const COUNTIES = ['530502', '530521', '530523', '530524']

interface Table {
  readonly round: string
  readonly draw: string
  readonly root: string
}

/** Opens the stage and answers who is there and the steps of a draw as they take them. */
export async function openDrawTable() {
  const stage = await openStage(['5305'])
  const office = await stage.staff(CITY, 'office', '段文')
  const group = await stage.staff(CITY, 'leading-group', '赵启')
  const host = await stage.staff('530502', 'office', '李县')
  const stranger = await stage.staff('530521', 'office', '外人')
  const secrets = new Map<string, readonly [string, string]>()
  const secretsOf = (staff: Staff): readonly [string, string] => {
    const own = secrets.get(staff.account) ?? [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')]
    secrets.set(staff.account, own)
    return own
  }
  const seats = (): Staff[] => [office, host, group]

  /** A round of four teams with sixteen people, ready to be planned. */
  async function aRound(): Promise<string> {
    const round = await newRound(office, { authority: CITY, types: ['cross-region'] })
    const { rows } = await stage.server.database.admin.query<{ id: string; county: number }>(
      `select distinct on (county) id, county from registry.unit where kind in ('village', 'community') and county = any($1) order by county, id`,
      [COUNTIES.map(Number)],
    )
    const people: string[] = []
    for (let k = 0; k < 16; k++) {
      const home = COUNTIES[k % 4] ?? null
      people.push(await stage.person({ name: `员${k + 1}`, authority: CITY, home, native: home, roles: ['leader', 'member'] }))
    }
    await ok(office.send('PUT', `/rounds/${round}/targets`, { targets: rows.map(({ id }) => ({ unit: id })) }))
    await ok(
      office.send('PUT', `/rounds/${round}/teams`, {
        teams: COUNTIES.map((code, k) => ({
          id: uuid(),
          number: k + 1,
          name: `第${k + 1}组`,
          home: null,
          host: code,
          slots: [{ role: 'leader' }, { role: 'member' }, { role: 'member' }],
        })),
      }),
    )
    await ok(office.send('PUT', `/rounds/${round}/pool`, { people }))
    return round
  }

  const terms = (id: string, more: object = {}): Json => ({
    id,
    tickets: 12,
    tolerance: {
      worstExposure: 0,
      totalExposure: 0,
      unverified: 0,
      memory: 0,
      workloadSpread: 0,
      travelPermille: 500,
      travelKm: 50,
    },
    capPermille: null,
    withdrawal: 'least-change',
    deadline: '2026-11-25 18:00',
    parties: [
      { account: office.account, name: '市委巡察办', side: 'commissioning' },
      { account: host.account, name: '隆阳区代表', side: 'inspected' },
      { account: group.account, name: '领导小组监督员', side: 'supervisor' },
    ],
    ...more,
  })

  async function freeze(round: string, more: object = {}): Promise<Table> {
    const draw = uuid()
    const view = await ok(office.send('POST', `/rounds/${round}/draws`, terms(draw, more)))
    return { round, draw, root: String(view['root']) }
  }

  async function commitAll({ draw, root }: Table): Promise<void> {
    for (const [k, staff] of seats().entries()) {
      const { first, second } = commitSecrets(root, `p${k + 1}`, ...secretsOf(staff))
      await ok(staff.send('POST', `/draws/${draw}/commitment`, { first, second }))
    }
  }

  async function openAll({ draw }: Table, stageNumber: 1 | 2): Promise<void> {
    for (const staff of seats())
      await ok(staff.send('POST', `/draws/${draw}/secrets`, { stage: stageNumber, secret: secretsOf(staff)[stageNumber - 1] }))
  }

  async function solved({ draw }: Table): Promise<Json> {
    for (;;) {
      const view = await ok(office.get(`/draws/${draw}`))
      const solver = view['solver'] as { state: string }
      if (solver.state !== 'queued' && solver.state !== 'running') return view
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }

  async function bundleOf(staff: Staff, draw: string): Promise<unknown> {
    const { status, body } = await staff.get(`/draws/${draw}/draw.json`)
    expect(status).toBe(200)
    return body
  }

  async function verdictOf(staff: Staff, draw: string) {
    const outcome = readDraw([{ name: 'draw.json', content: await bundleOf(staff, draw) }])
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.issues))
    return { files: outcome.value, verdict: await verifyDraw(outcome.value) }
  }

  /** A draw of a new round, taken up to the pick. */
  async function drawn(): Promise<Table> {
    const table = await freeze(await aRound())
    await commitAll(table)
    await openAll(table, 1)
    await ok(office.send('POST', `/draws/${table.draw}/tickets`))
    await solved(table)
    await openAll(table, 2)
    await ok(office.send('POST', `/draws/${table.draw}/pick`))
    return table
  }

  return {
    stage,
    office,
    group,
    host,
    stranger,
    secretsOf,
    aRound,
    terms,
    freeze,
    commitAll,
    openAll,
    solved,
    verdictOf,
    drawn,
  }
}
