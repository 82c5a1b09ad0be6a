import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { loadDivisions, prepareDatabase } from '@shengmian/server/compose'
import { startEmbeddedPostgres } from '@shengmian/server/embedded-postgres'
import type { Measure } from '../figure.ts'

/** Places and village units into an empty database, indexes and statistics included. Quick: one province. */
export const measureDivisions: Measure = async ({ quick }) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-bench-divisions-'))
  const postgres = await startEmbeddedPostgres({ folder })
  try {
    await prepareDatabase(postgres.adminUrl, 'for measuring only')
    const began = performance.now()
    const { places, units } = await loadDivisions(postgres.adminUrl, quick ? ['42'] : null)
    const seconds = (performance.now() - began) / 1000
    const most = quick ? 4 : 20
    return [
      {
        figure: 'import of all divisions',
        value: seconds,
        unit: 's',
        target: quick ? '≤ 4 for one province (42)' : '≤ 20',
        holds: seconds <= most && places === (quick ? 28_652 : 665_276),
        how: `${places} places and ${units} units in one transaction into an embedded database with its usual safety; all: 665,276 places and 620,573 units`,
      },
    ]
  } finally {
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
