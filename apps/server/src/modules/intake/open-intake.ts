// Hangs the parts of the intake together: one register for each desk, one meter of the load for all.
import { Problem, type IntakeDesk, type RegisterProof } from '@shengmian/contract'
import { readManifest } from '@shengmian/sealing'
import type { Clock } from '../../platform/clock.ts'
import type { Transact } from '../../platform/transaction.ts'
import { openReportDesk, type ReportDesk } from './accept-reports.ts'
import { acknowledgementKey } from './acknowledge.ts'
import { openChallenges, type Challenges } from './challenge.ts'
import { dayOf } from './day.ts'
import { measureLoad, USUAL_TERMS, type Load, type Terms } from './load.ts'
import { readMailbox } from './read-mailbox.ts'
import { openParts, type Parts } from './receive-parts.ts'
import { openReleases, USUAL_HOLD_HOURS } from './release-reports.ts'
import type { Disk } from './watch-disk.ts'
import { readDesk, readManifests, readRevoked, readVillages, type Desk } from './store.ts'

/** How long what is known of a desk may be old: a desk that closes takes reports for so long. */
const DESK_MS = 5_000

export interface Intake {
  /** The public half of what acknowledges. */
  readonly acknowledge: string
  readonly challenges: Challenges
  readonly load: Load
  readonly parts: Parts
  readonly disk: Disk
  /** A desk that takes reports today, or `not-found`, `intake-closed`. */
  readonly openDesk: (code: string) => Promise<Desk>
  readonly describe: (code: string) => Promise<IntakeDesk>
  readonly reportDesk: (code: string) => ReportDesk
  readonly mailbox: (code: string, fetch: string) => Promise<string>
  readonly prove: (code: string, number: number) => Promise<RegisterProof>
  /** Puts reports whose time has come into the lists of their teams. */
  readonly release: () => Promise<void>
  readonly tidy: () => Promise<void>
}

export function openIntake({
  transact,
  clock,
  secret,
  terms = USUAL_TERMS,
  roots = [],
  holdHours = USUAL_HOLD_HOURS,
  disk,
}: {
  readonly transact: Transact
  readonly clock: Clock
  readonly secret: string
  readonly terms?: Terms
  /** Public keys of roots that this installation knows, for desks that do not name theirs. */
  readonly roots?: readonly string[]
  /** Hours, up to which a report waits before its team can see it; 0: it comes into the list at once. */
  readonly holdHours?: number
  readonly disk: Disk
}): Intake {
  const signing = acknowledgementKey(secret)
  const load = measureLoad(clock, terms, disk.room)
  const desks = new Map<string, { readonly desk: Desk; readonly until: number }>()
  const releases = openReleases({ transact, clock, holdHours })
  const reportDesks = new Map<string, ReportDesk>()

  const findDesk = async (code: string): Promise<Desk> => {
    const known = desks.get(code)
    if (known !== undefined && known.until > clock.now().getTime()) return known.desk
    const desk = await transact({ kind: 'intake' }, (tx) => readDesk(tx, code))
    if (desk === null) throw new Problem('not-found')
    desks.set(code, { desk, until: clock.now().getTime() + DESK_MS })
    return desk
  }
  // Only for a code that was found: the number of registers is that of desks, whatever is asked for.
  const reportDesk = (code: string): ReportDesk => {
    const made = reportDesks.get(code) ?? openReportDesk(code, { transact, clock, signing, isReleasedAtOnce: releases.isAtOnce })
    reportDesks.set(code, made)
    return made
  }
  const isOpen = ({ until }: Desk) => dayOf(clock.now()) <= until
  const parts = openParts({ transact, clock })

  return {
    acknowledge: signing.verify,
    challenges: openChallenges(clock, load),
    load,
    parts,
    disk,
    openDesk: async (code) => {
      const desk = await findDesk(code)
      if (!isOpen(desk)) throw new Problem('intake-closed')
      return desk
    },
    describe: async (code) => {
      const desk = await findDesk(code)
      const register = await reportDesk(code).closed()
      const { manifests, revoked, villages } = await transact({ kind: 'intake' }, async (tx) => ({
        manifests: await readManifests(tx, code),
        revoked: await readRevoked(tx, code),
        villages: await readVillages(tx, code),
      }))
      return {
        desk: code,
        until: desk.until,
        isOpen: isOpen(desk),
        root: desk.root === '' ? rootOfManifests(manifests, roots) : desk.root,
        names: { sender: desk.sender, host: desk.host, phone: desk.phone },
        manifests: [...manifests],
        revoked: [...revoked],
        villages: [...villages],
        register: { size: register.size, root: Buffer.from(register.root).toString('hex') },
      }
    },
    reportDesk,
    mailbox: async (code, fetch) => {
      await findDesk(code)
      return transact({ kind: 'intake' }, (tx) => readMailbox(tx, code, fetch))
    },
    prove: async (code, number) => {
      await findDesk(code)
      return reportDesk(code).prove(number)
    },
    release: releases.release,
    tidy: async () => {
      await parts.tidy()
      for (const desk of reportDesks.values()) await desk.refresh()
    },
  }
}

/** The root that signed the newest manifest; empty where none of these did. */
function rootOfManifests(manifests: readonly string[], roots: readonly string[]): string {
  const newest = Buffer.from(manifests.at(-1) ?? '')
  return roots.find((root) => readManifest(newest, root) !== null) ?? ''
}
