import type { Desk, DeskOfRound } from '@shengmian/contract'
import { acceptManifest, readManifest, rootFingerprint } from '@shengmian/sealing'
import type { Transaction } from '../../../platform/transaction.ts'
import { dayOf } from '../../intake/index.ts'
import { rolesAt, type RoundRecord } from '../../rounds/index.ts'
import { findDeskOf, manifestsOf, proposalsOf, reportsByDay, type DeskRow, type ProposalRow } from './desk-store.ts'
import { rehearsalsOf } from './rehearsal-store.ts'

interface Reader {
  readonly caller: string
  readonly acknowledge: string
  readonly now: Date
}

/** The desk of a round as the caller sees it, with what he may do. */
export async function viewDesk(tx: Transaction, round: RoundRecord, { caller, acknowledge, now }: Reader): Promise<DeskOfRound> {
  const roles = await rolesAt(tx, round.authority)
  const proposals = await proposalsOf(tx, round.id)
  const desk = await findDeskOf(tx, round.id)
  const waits = proposals.some(({ state }) => state === 'asked')
  return {
    proposals: proposals.map((row) => proposalView(row, roles.length > 0 && row.state === 'asked' && row.asked_by !== caller)),
    desk: desk === null ? null : await deskView(tx, desk, dayOf(now)),
    acknowledge,
    mayPropose: roles.includes('office') && desk === null && !waits,
    mayRun: roles.length > 0 && desk !== null,
  }
}

function proposalView(row: ProposalRow, mayDecide: boolean): DeskOfRound['proposals'][number] {
  return {
    id: row.id,
    ...termsOf(row),
    askedBy: row.asked_name,
    askedAt: row.asked_at.toISOString(),
    state: row.state as DeskOfRound['proposals'][number]['state'],
    decidedBy: row.decided_name,
    decidedAt: row.decided_at?.toISOString() ?? null,
    opinion: row.opinion,
    mayDecide,
  }
}

async function deskView(tx: Transaction, row: DeskRow, today: string): Promise<Desk> {
  const { code, until, root } = row
  const manifests = await manifestsOf(tx, code)
  const newest = Buffer.from(manifests.at(-1)?.signed ?? '')
  const hasKeys = acceptManifest(newest, { root, round: code, seen: null, today }).kind === 'accepted'
  const days = await reportsByDay(tx, code)
  return {
    ...termsOf(row),
    state: until < today ? 'over' : hasKeys ? 'open' : 'no-keys',
    epochs: manifests.flatMap(({ signed, by_name, day }) => {
      const manifest = readManifest(Buffer.from(signed), root)
      if (manifest === null) return []
      const { seq, from, until: last, team, escrow } = manifest
      return [{ seq, from, until: last, team, escrow, by: by_name, on: day }]
    }),
    rehearsals: (await rehearsalsOf(tx, code)).map((one) => ({
      id: one.id,
      seq: one.seq,
      askedOn: one.asked_on,
      by: one.by_name,
      passedOn: one.passed_on,
      shares: one.shares ?? [],
      witnesses: one.witnesses,
    })),
    reports: days.reduce((sum, { reports }) => sum + reports, 0),
  }
}

/** What stands on paper of a desk, proposed or open. */
function termsOf({ code, until, root, sender, host, phone, site }: DeskRow | ProposalRow) {
  return { code, until, root, sender, host, phone, site, fingerprint: fingerprintOf(root) }
}

/** Empty where the desk names no root: one that a technician opened before roots were written down. */
function fingerprintOf(root: string): string {
  return root === '' ? '' : rootFingerprint(Buffer.from(root, 'hex'))
}
