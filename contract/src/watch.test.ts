import { expect, it } from 'vitest'
import * as contract from './index.ts'
import type { Endpoint } from './endpoint.ts'

const endpoints = Object.values(contract as Record<string, unknown>).filter(
  (value): value is Endpoint => typeof value === 'object' && value !== null && 'method' in value && 'reply' in value,
)

/** An empty sheet, and what the ledger publishes to everybody. */
const NOTHING_OF_ANYBODY = ['downloadCheckpoint', 'downloadLedgerPolicy', 'downloadVerifier', 'getSheetTemplate']

it('every file that leaves the product is recorded, but for those that hold nothing of anybody', () => {
  const files = endpoints.filter(({ reply }) => reply !== null && 'file' in reply)
  expect(files.length).toBeGreaterThan(10)
  expect(
    files
      .filter(({ logged }) => logged === undefined)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(NOTHING_OF_ANYBODY)
})

it('every read of evidence on a person is recorded', () => {
  const evidence = endpoints.filter(({ logged }) => logged === 'evidence').map(({ id }) => id)
  expect(evidence).toEqual(expect.arrayContaining(['readCertificate', 'listCertificates', 'listTies']))
})
