// The ledger: every change of a business row leaves a leaf in one append-only log that witnesses cosign.
export { coverTables } from './cover-store.ts'
export { ledgerRoutes } from './routes.ts'
export { runLedger } from './run-ledger.ts'
export type { RunningLedger } from './run-ledger.ts'
