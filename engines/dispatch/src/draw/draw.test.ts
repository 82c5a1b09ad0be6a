import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abortDraw } from './abort-draw.ts'
import { beaconOf } from './beacon.ts'
import { commitSecrets, secretFromDice } from './commit-secrets.ts'
import { hashValue } from './digest.ts'
import type { DrawPortfolio } from './draw.ts'
import { makePortfolio } from './make-portfolio.ts'
import { pickTicket } from './pick-ticket.ts'
import { holdsBranch, provePerson, proveRecord } from './prove-record.ts'
import { revealSecret } from './reveal-secret.ts'
import { committed, drawn, frozen, KEY, opened, PARTIES, secretOf, TERMS } from './testing/run-ceremony.ts'
import { smallRound } from './testing/small-round.ts'
import { freezeDraw } from './freeze-draw.ts'
import { verifyDraw } from './verify/verify-draw.ts'
import { withdrawPerson } from './withdraw-person.ts'

const wide = { ...TERMS.tolerance, travelPermille: 10_000 }

describe('a draw', () => {
  it('is replayed from its files to the same plans', async () => {
    const { files, plans } = await drawn(frozen(smallRound()))
    const verdict = await verifyDraw(files)
    expect(verdict.findings).toEqual([])
    expect(verdict.plans.map(hashValue)).toEqual(files.portfolio?.plans)
    expect(verdict.plans).toEqual(plans)
  })

  it('is checked as far as it goes without the problem, and says how far', async () => {
    const { files } = await drawn(frozen(smallRound()))
    const verdict = await verifyDraw({ ...files, problem: null, salts: null })
    expect(verdict).toMatchObject({ holds: true, plans: [], unchecked: [{ en: expect.stringContaining('without the problem') }] })
  })

  it('depends on every secret of every party', () => {
    const base = opened(committed(frozen(smallRound())), 1)
    fc.assert(
      fc.property(fc.nat(2), fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }), (which, number) => {
        const secret = number.toString(16).padStart(64, '0')
        const reveals = base.reveals.map((reveal, k) => (k === which ? { ...reveal, secret } : reveal))
        expect(beaconOf({ ...base, reveals }, 1) === beaconOf(base, 1)).toBe(base.reveals[which]?.secret === secret)
      }),
      { seed: 3, numRuns: 100 },
    )
  })

  it('is not begun with two parties, without the inspected side, with one party twice, or off the record', () => {
    const refusal = (more: object): string => {
      const answer = freezeDraw(smallRound(), { ...TERMS, ...more }, KEY)
      return answer.kind === 'refused' ? answer.en : answer.kind
    }
    expect(refusal({ parties: PARTIES.slice(0, 2) })).toBe('a draw needs at least three parties')
    expect(refusal({ parties: PARTIES.map((party) => ({ ...party, side: 'sending' })) })).toBe(
      'one party must stand for the inspected side',
    )
    expect(refusal({ parties: [...PARTIES, PARTIES[0]] })).toBe('a party is listed twice')
    expect(refusal({ number: 2 })).toBe('every earlier draw of the round must be on record')
  })
})

describe('a party', () => {
  const { root } = frozen(smallRound()).freeze

  it('opens nothing before everybody has committed, nothing else than it committed to, and nothing twice', () => {
    const open = (files: Parameters<typeof revealSecret>[0], secret: string, stage: 1 | 2 = 1): string => {
      const answer = revealSecret(files, 'host', stage, secret)
      return answer.kind === 'refused' ? answer.en : answer.kind
    }
    const all = committed(frozen(smallRound()))
    expect(open({ ...all, commitments: all.commitments.slice(0, 2) }, secretOf('host', 1))).toBe(
      'not everybody has committed: supervisor',
    )
    expect(open(all, secretOf('office', 1))).toBe('the secret is not the one committed to')
    expect(open(all, secretOf('host', 2), 2)).toBe('the tickets must be published before the second secrets are opened')
    expect(open(opened(all, 1), secretOf('host', 1))).toBe('this secret has been opened already')
  })

  it('that does not open is named by the abort, and one that did open is not', () => {
    const all = committed(frozen(smallRound()))
    expect(abortDraw(all, 'host', 'did not open by the deadline')).toMatchObject({
      kind: 'aborted',
      abort: { party: 'host', number: 1, root },
    })
    expect(abortDraw(opened(all, 1), 'host', 'late')).toMatchObject({ kind: 'refused' })
    expect(abortDraw(all, 'nobody', 'late')).toMatchObject({ kind: 'refused' })
  })

  it('that does not open once others have is named with how far the draw had come, by verify of every later draw too', async () => {
    const all = committed(frozen(smallRound()))
    const first = revealSecret(all, 'office', 1, secretOf('office', 1))
    if (first.kind !== 'revealed') throw new Error(first.en)
    const some = { ...all, reveals: [first.reveal] }
    const answer = abortDraw(some, 'host', 'did not open')
    expect(answer).toMatchObject({ kind: 'aborted', abort: { party: 'host', after: 'some-first' } })
    if (answer.kind !== 'aborted') throw new Error(answer.en)
    expect(await verifyDraw({ ...some, abort: answer.abort })).toMatchObject({ holds: true, noted: [] })
    const entry = { number: 1, root: all.freeze.root, abort: hashValue(answer.abort) }
    const next = { ...frozen(smallRound(), { number: 2, earlier: [entry] }), earlier: [answer.abort] }
    expect(await verifyDraw(next)).toMatchObject({
      holds: true,
      noted: [{ en: 'draw 1 was ended after a first secret was open, since host did not open' }],
    })
  })

  it('cannot say that there are no tickets before that is known, or where they are published', () => {
    const all = committed(frozen(smallRound()))
    expect(abortDraw(all, null, 'none', true)).toMatchObject({ kind: 'refused' })
    expect(abortDraw(opened(all, 1), null, 'none', true)).toMatchObject({ abort: { after: 'all-first', noTickets: true } })
    const portfolio = { ...opened(all, 1), portfolio: {} as DrawPortfolio }
    expect(abortDraw(portfolio, null, 'none', true)).toMatchObject({ kind: 'refused' })
  })

  it('may throw its secret with dice, fifty times at least', () => {
    expect(secretFromDice('12345 '.repeat(10))).toMatchObject({ kind: 'secret', secret: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(secretFromDice('123456')).toMatchObject({ kind: 'refused', en: 'at least 50 throws are needed' })
    expect(secretFromDice('7'.repeat(60))).toMatchObject({ kind: 'refused', en: 'dice show 1 to 6' })
  })

  it('cannot open a commitment of another party, stage or draw', () => {
    const { first, second } = commitSecrets(root, 'host', KEY, KEY)
    const others = [commitSecrets(root, 'office', KEY, KEY), commitSecrets(hashValue('other'), 'host', KEY, KEY)]
    expect(new Set([first, second, ...others.flatMap((other) => [other.first, other.second])]).size).toBe(6)
  })

  it('checks its own record by its branch, and a changed record leads nowhere', () => {
    const files = frozen(smallRound())
    const branch = files.salts === null ? null : proveRecord(smallRound(), files.freeze, files.salts, 'ties', 1)
    if (branch === null) throw new Error('no branch')
    expect(JSON.parse(branch.record)).toEqual(['ties', 1, smallRound().ties[1]])
    expect(holdsBranch(branch)).toBe(true)
    expect(holdsBranch({ ...branch, record: branch.record.replace('600', '300') })).toBe(false)
  })
})

describe('a person', () => {
  it('is given the branches of every record that names him, and of no other', async () => {
    const problem = smallRound({
      apart: [['p1', 'p9']],
      pins: [{ person: 'p2', team: 't1' }],
      barred: [{ person: 'p1', target: 'u1', why: 'objection', source: 'unit' }],
    })
    const { freeze, salts } = frozen(problem)
    const branches = salts === null ? [] : provePerson(problem, freeze, salts, 'p1')
    expect(branches.map(({ record }) => (JSON.parse(record) as [string])[0])).toEqual(['people', 'ties', 'apart', 'barred'])
    expect(branches.every((branch) => holdsBranch(branch) && branch.record.includes('"p1"'))).toBe(true)
    const alone = { ...frozen(problem), problem: null, salts: null, branches }
    expect((await verifyDraw(alone)).findings).toEqual([])
    expect(salts === null ? [] : provePerson(problem, freeze, salts, 'nobody')).toEqual([])
  })
})

describe('a cap on the largest probability', () => {
  it('holds over all tickets: no best guess of an insider is right more often', async () => {
    const files = opened(committed(frozen(smallRound(), { capPermille: 350, tickets: 40, tolerance: wide })), 1)
    const made = await makePortfolio(files)
    if (made.kind !== 'portfolio') throw new Error(made.kind)
    const pairs = new Map<string, number>()
    for (const plan of made.plans)
      for (const team of plan.teams)
        for (const { person } of team.members)
          for (const target of team.targets) pairs.set(`${person} ${target}`, (pairs.get(`${person} ${target}`) ?? 0) + 1)
    expect(Math.max(...pairs.values())).toBe(made.portfolio.largestPair)
    expect(made.portfolio.largestPair).toBeLessThanOrEqual(14)
  })

  it('that cannot be met is refused, with what can be reached', async () => {
    const files = opened(committed(frozen(smallRound(), { capPermille: 10, tickets: 20 })), 1)
    const made = await makePortfolio(files)
    expect(made).toMatchObject({ kind: 'cap-not-met', quota: 1, tickets: 20 })
    if (made.kind === 'cap-not-met') expect(made.reached).toBeGreaterThan(1)
  })
})

describe('whoever withdraws', () => {
  it.each(['next-ticket', 'least-change'] as const)('is replaced by %s, and the record is replayed', async (withdrawal) => {
    const { files, plans } = await drawn(frozen(smallRound(), { withdrawal, tickets: 20, tolerance: wide }))
    const person = files.plans[0]?.teams[1]?.members[1]?.person ?? ''
    const answer = await withdrawPerson(files, plans, { person, reason: '病假', by: '市委巡察办' })
    if (answer.kind !== 'withdrawn') throw new Error(answer.kind)
    expect(answer.plan.teams.flatMap((team) => team.members.map((member) => member.person))).not.toContain(person)
    expect(answer.withdrawal.ticket === null).toBe(withdrawal === 'least-change')
    const after = { ...files, withdrawals: [answer.withdrawal], plans: [...files.plans, answer.plan] }
    expect((await verifyDraw(after)).findings).toEqual([])
    const again = await withdrawPerson(after, plans, { person, reason: '病假', by: '市委巡察办' })
    expect(again).toMatchObject({ kind: 'refused' })
  })

  it('cannot withdraw before the draw', async () => {
    const files = opened(committed(frozen(smallRound())), 1)
    expect(await withdrawPerson(files, [], { person: 'p1', reason: 'ill', by: 'x' })).toMatchObject({ kind: 'refused' })
    expect(pickTicket(files, [])).toMatchObject({ kind: 'refused', en: 'the tickets are not published yet' })
  })
})
