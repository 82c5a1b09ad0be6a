// The walk through a draw, from its rehearsal to a replacement.
import { randomBytes } from 'node:crypto'
import { commitSecrets } from '@shengmian/dispatch'
import type { Party, Steps } from './step.ts'

interface Draw {
  readonly round: string
  readonly draw: string
  readonly office: Party
  readonly parties: readonly Party[]
}

export const drawTerms = (id: string, [office, host, group]: readonly Party[]) => ({
  id,
  tickets: 4,
  capPermille: null,
  withdrawal: 'least-change',
  deadline: '2026-11-25 18:00',
  tolerance: {
    worstExposure: 0,
    totalExposure: 0,
    unverified: 1000,
    memory: 0,
    workloadSpread: 100,
    travelPermille: 500,
    travelKm: 50,
  },
  parties: [
    { account: office?.account, name: '市委巡察办', side: 'commissioning' },
    { account: host?.account, name: '被巡区代表', side: 'inspected' },
    { account: group?.account, name: '监督员', side: 'supervisor' },
  ],
})

export async function walkDraw(steps: Steps, { round, draw, office, parties }: Draw): Promise<void> {
  const { act } = steps
  const { root } = (await steps.read(office, `/draws/${draw}`)) as { root: string }
  await act(office, 'rehearseDraw', { round }, { tickets: 4, tolerance: drawTerms('', parties).tolerance, capPermille: null })
  const secrets = parties.map(() => [randomBytes(32).toString('hex'), randomBytes(32).toString('hex')] as const)
  for (const [index, party] of parties.entries()) await act(party, 'commitToDraw', { draw }, commitmentsOf(root, index, secrets))
  await act(office, 'recordDice', { draw }, { stage: 1, rolls: '1234561234', witness: '公证员' })
  for (const [index, party] of parties.entries())
    await act(party, 'openSecret', { draw }, { stage: 1, secret: secrets[index]?.[0] })
  await steps.walk.server.admin.query(`update rounds.draw set solver = 'queued' where id = $1`, [draw])
  await act(office, 'cancelTickets', { draw })
  await act(office, 'solveTickets', { draw })
  await steps.solved(office, `/draws/${draw}`)
  for (const [index, party] of parties.entries())
    await act(party, 'openSecret', { draw }, { stage: 2, secret: secrets[index]?.[1] })
  await act(office, 'pickTicket', { draw })
  const board = (await steps.read(office, `/rounds/${round}/board`)) as { rows: { cells: { person: { id: string } | null }[] }[] }
  await act(office, 'replaceInDraw', { draw }, { person: board.rows[0]?.cells[1]?.person?.id, reason: '病假三个月' })
  await steps.solved(office, `/draws/${draw}`)
  await act(office, 'takeReplacement', { draw })
}

function commitmentsOf(root: string, index: number, secrets: readonly (readonly [string, string])[]): object {
  const [one, two] = secrets[index] ?? ['', '']
  const { first, second } = commitSecrets(root, `p${index + 1}`, one, two)
  return { first, second }
}
