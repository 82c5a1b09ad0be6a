import * as contract from '@shengmian/contract'
import { serve, type Route } from '../../http/serve.ts'
import * as glass from './break-glass.ts'

/** The endpoints of emergency access. */
export const emergencyRoutes: readonly Route[] = [
  serve(contract.listEmergencies, ({ tx, caller }) => glass.listEmergencies(tx, caller.id)),
  serve(contract.askEmergency, ({ tx, body, caller }) => glass.askEmergency(tx, body, caller.id)),
  serve(contract.confirmEmergency, ({ tx, params, caller }) => glass.confirmEmergency(tx, params.emergency, caller.id)),
  serve(contract.reportEmergency, ({ tx, params, body, caller }) =>
    glass.reportEmergency(tx, params.emergency, body.report, caller.id),
  ),
  serve(contract.listEmergencyReadings, ({ tx, params }) => glass.listReadings(tx, params.emergency)),
]
