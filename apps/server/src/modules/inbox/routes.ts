import * as contract from '@shengmian/contract'
import { serve, type Route } from '../../http/serve.ts'
import { answerReport, listReplies } from './answer-report.ts'
import { decideReport, listDecisions } from './decide-report.ts'
import { listMarks, listPrinted } from './list-cards.ts'
import { listDesks } from './list-desks.ts'
import { listReports } from './list-reports.ts'
import { listHandlings, logHandling } from './log-handling.ts'
import { markCard } from './mark-card.ts'
import { takeAttachment, takeReport } from './take-report.ts'

const LIMIT = 50

/** The endpoints of the inbox. */
export const inboxRoutes: readonly Route[] = [
  serve(contract.listInboxDesks, ({ tx, params }) => listDesks(tx, params.round)),
  serve(contract.listSealedReports, ({ tx, params, query }) =>
    listReports(tx, params.desk, { limit: LIMIT, lane: 'usual', show: 'all', ...query }),
  ),
  serve(contract.takeReport, ({ tx, params }) => takeReport(tx, params.desk, params.number)),
  serve(contract.takeReportAttachment, ({ tx, params }) => takeAttachment(tx, params.desk, params.number, params.attachment)),
  serve(contract.listSealedReplies, ({ tx, params }) => listReplies(tx, params.desk, params.number)),
  serve(contract.postReply, ({ tx, params, body }) => answerReport(tx, params.desk, params.number, body)),
  serve(contract.decideReport, ({ tx, params, body, caller }) => decideReport(tx, params.desk, params.number, body, caller)),
  serve(contract.listDecisions, ({ tx, params, query }) => listDecisions(tx, params.desk, { limit: LIMIT, ...query })),
  serve(contract.noteNameOpening, ({ tx, params, body, caller }) =>
    logHandling(tx, { ...body, desk: params.desk, report: params.number, referred: null }, caller),
  ),
  serve(contract.noteReferral, ({ tx, params, body: { addressee, textHash, ...body }, caller }) =>
    logHandling(tx, { ...body, desk: params.desk, report: params.number, referred: { addressee, textHash } }, caller),
  ),
  serve(contract.listPrintedCards, ({ tx, params }) => listPrinted(tx, params.desk)),
  serve(contract.listCardMarks, ({ tx, params, query }) => listMarks(tx, params.desk, query.after ?? 0)),
  serve(contract.markCard, ({ tx, params, body }) => markCard(tx, params.desk, params.number, body.mark)),
  serve(contract.listHandlings, ({ tx, params, query }) => listHandlings(tx, params.desk, { limit: LIMIT, ...query })),
]
