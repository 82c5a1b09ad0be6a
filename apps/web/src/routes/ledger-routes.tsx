// The ledger: how it stands, the proof of a record, and a page for paper.
import { createRoute } from '@tanstack/react-router'
import type { RecordAsked } from '../features/ledger/record-proof.tsx'
import { LedgerPage } from './ledger-page.tsx'
import { LedgerPaperPage } from './ledger-paper-page.tsx'
import { RetentionPage } from './retention-page.tsx'
import { frame } from './parents.tsx'

/** The record that is asked about stands in the address, so that other pages can lead to its proof. */
const ledger = createRoute({
  getParentRoute: () => frame,
  path: '/ledger',
  component: LedgerPage,
  validateSearch: (search): RecordAsked =>
    Object.fromEntries(
      (['table', 'record'] as const).flatMap((key) => (typeof search[key] === 'string' ? [[key, search[key]]] : [])),
    ),
})
const paper = createRoute({ getParentRoute: () => frame, path: '/ledger/paper', component: LedgerPaperPage })

const retention = createRoute({ getParentRoute: () => frame, path: '/retention', component: RetentionPage })

export const ledgerRoutes = [ledger, paper, retention] as const
