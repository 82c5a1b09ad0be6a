import * as contract from '@shengmian/contract'
import { serve, type Route } from '../../http/serve.ts'
import { makeSeal } from '../../platform/seal.ts'
import { dropLead } from './drop-lead.ts'
import * as desk from './receive-leads.ts'
import * as reporter from './unseal-reporter.ts'

const DEFAULT_LIMIT = 50

/** The endpoints of leads; `secret` is that of the data folder, without which the database holds only sealed bytes. */
export function leadRoutes(secret: string): readonly Route[] {
  const seal = makeSeal(secret, 'leads')
  return [
    serve(contract.dropLead, ({ tx, body, caller, clock }) => dropLead(tx, body, caller.id, seal, clock.now().getUTCFullYear())),
    serve(contract.listLeads, ({ tx, query }) => desk.listLeads(tx, { ...query, limit: query.limit ?? DEFAULT_LIMIT })),
    serve(contract.openLead, ({ tx, params, body, caller }) => desk.openLead(tx, params.lead, body, caller)),
    serve(contract.readLead, ({ tx, params }) => desk.readLead(tx, params.lead, seal)),
    serve(contract.listLeadDesks, ({ tx }) => desk.listDesks(tx)),
    serve(contract.handOverLead, ({ tx, params, body, caller }) => desk.handOverLead(tx, params.lead, body, caller)),
    serve(contract.askUnsealing, ({ tx, params, body, caller }) => reporter.askUnsealing(tx, params.lead, body, caller)),
    serve(contract.listUnsealings, ({ tx, caller }) => reporter.listUnsealings(tx, caller)),
    serve(contract.approveUnsealing, ({ tx, params, caller }) => reporter.approveUnsealing(tx, params.unsealing, caller)),
    serve(contract.readReporter, ({ tx, params }) => reporter.readReporter(tx, params.lead, seal)),
    serve(contract.listLeadOpenings, ({ tx, query }) => reporter.listOpenings(tx, query.lead)),
  ]
}
