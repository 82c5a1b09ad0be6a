import * as contract from '@shengmian/contract'
import { serve, type Route } from '../../http/serve.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Transaction } from '../../platform/transaction.ts'
import { dayOf } from '../intake/index.ts'
import { holdRound, seeRound, type RoundRecord } from '../rounds/index.ts'
import { viewCardBatches } from './cards/card-batch-view.ts'
import { makeCardBatch } from './cards/make-card-batch.ts'
import { revokeCardBatch } from './cards/revoke-card-batch.ts'
import { decideDesk } from './desk/decide-desk.ts'
import { viewDesk } from './desk/desk-view.ts'
import { proposeDesk } from './desk/propose-desk.ts'
import { publishManifest } from './desk/publish-manifest.ts'
import { passRehearsal, startRehearsal } from './desk/rehearse.ts'
import { listOwnPaperDesks } from './list-paper-desks.ts'
import { viewDays } from './notices/intake-days.ts'
import { logPublication } from './notices/log-publication.ts'
import { viewNotices } from './notices/notice-view.ts'
import { decideNotice, writeNotice } from './notices/write-notice.ts'
import { makePosters } from './posters/make-posters.ts'
import { viewPosters } from './posters/poster-view.ts'
import { revokePoster } from './posters/revoke-poster.ts'

const both = ['office', 'leading-group'] as const

interface At {
  readonly tx: Transaction
  readonly caller: { readonly id: string; readonly name: string }
  readonly clock: Clock
}
const acting = ({ caller, clock }: At) => ({ by: caller, at: clock.now() })

/** The endpoints of desks; `acknowledge` is the public key with which this server signs what it received. */
export function deskRoutes(acknowledge: string): readonly Route[] {
  const shown = (round: RoundRecord, { tx, caller, clock }: At) =>
    viewDesk(tx, round, { caller: caller.id, acknowledge, now: clock.now() })
  const noticesOf = (round: RoundRecord, { tx, caller }: At) => viewNotices(tx, round, caller.id)
  return [
    serve(contract.readDeskOfRound, async (call) => shown(await seeRound(call.tx, call.params.round), call)),
    serve(contract.proposeDesk, async (call) => {
      const round = await holdRound(call.tx, call.params.round, ['office'])
      await proposeDesk(call.tx, round, call.body, acting(call))
      return shown(round, call)
    }),
    serve(contract.decideDesk, async (call) => {
      const round = await holdRound(call.tx, call.params.round, both)
      await decideDesk(call.tx, round, call.params.proposal, call.body, acting(call))
      return shown(round, call)
    }),
    serve(contract.publishManifest, async (call) => {
      const round = await holdRound(call.tx, call.params.round, both)
      await publishManifest(call.tx, round, call.body.signed, acknowledge, acting(call))
      return shown(round, call)
    }),
    serve(contract.startRehearsal, async (call) => {
      const round = await holdRound(call.tx, call.params.round, both)
      const file = await startRehearsal(call.tx, round, call.body.id, acting(call))
      return { id: call.body.id, file: file.toString('base64') }
    }),
    serve(contract.passRehearsal, async (call) => {
      const round = await holdRound(call.tx, call.params.round, both)
      await passRehearsal(call.tx, round, call.params.rehearsal, call.body, call.clock.now())
      return shown(round, call)
    }),
    serve(contract.listPosters, async ({ tx, params }) => viewPosters(tx, (await seeRound(tx, params.round)).id)),
    serve(contract.makePosters, async (call) => {
      await makePosters(call.tx, await holdRound(call.tx, call.params.round, both), call.body, acting(call))
      return viewPosters(call.tx, call.params.round)
    }),
    serve(contract.revokePoster, async (call) => {
      const round = await holdRound(call.tx, call.params.round, both)
      await revokePoster(call.tx, round, call.params.poster, call.body.reason, acting(call))
      return viewPosters(call.tx, round.id)
    }),
    serve(contract.listCardBatches, async ({ tx, params }) => viewCardBatches(tx, (await seeRound(tx, params.round)).id)),
    serve(contract.makeCardBatch, async (call) => {
      const round = await holdRound(call.tx, call.params.round, both)
      await makeCardBatch(call.tx, round.id, call.body, acting(call))
      return viewCardBatches(call.tx, round.id)
    }),
    serve(contract.revokeCardBatch, async (call) => {
      const round = await holdRound(call.tx, call.params.round, both)
      await revokeCardBatch(call.tx, round.id, { batch: call.params.cardBatch, reason: call.body.reason }, acting(call))
      return viewCardBatches(call.tx, round.id)
    }),
    serve(contract.listNotices, async (call) => noticesOf(await seeRound(call.tx, call.params.round), call)),
    serve(contract.writeNotice, async (call) => {
      const round = await holdRound(call.tx, call.params.round, ['office'])
      await writeNotice(call.tx, round, call.body, acting(call))
      return noticesOf(round, call)
    }),
    serve(contract.decideNotice, async (call) => {
      const round = await holdRound(call.tx, call.params.round, both)
      await decideNotice(call.tx, round, call.params.notice, call.body, acting(call))
      return noticesOf(round, call)
    }),
    serve(contract.logPublication, async (call) => {
      const round = await seeRound(call.tx, call.params.round)
      await logPublication(call.tx, round.id, call.params.notice, call.body, acting(call))
      return noticesOf(round, call)
    }),
    serve(contract.readIntakeDays, async ({ tx, params, clock }) =>
      viewDays(tx, (await seeRound(tx, params.round)).id, clock.now()),
    ),
    serve(contract.listPaperDesks, ({ tx, clock }) => listOwnPaperDesks(tx, dayOf(clock.now()))),
  ]
}
