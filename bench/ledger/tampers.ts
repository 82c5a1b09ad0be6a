import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { startEmbeddedPostgres } from '../../apps/server/src/platform/embedded-postgres/index.ts'
import type { Figure, Measure } from '../figure.ts'
import { findingsAfter, isNamed, SCRIPTS, UNTOUCHED } from './tampers/run-tampers.ts'
import { makeWorld } from './tampers/world.ts'

/** Scripts of a superuser with the database, the files and the log's own key, each against what others keep. */
export const measureTampers: Measure = async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-bench-'))
  const cluster = await startEmbeddedPostgres({ folder, isThrowaway: true })
  const world = await makeWorld(cluster.adminUrl)
  try {
    const alarms = (await findingsAfter(world, UNTOUCHED)).length
    let [found, named] = [0, 0]
    for (const script of SCRIPTS) {
      const findings = await findingsAfter(world, script)
      if (findings.length > 0) found++
      if (isNamed(script, findings)) named++
    }
    const how = `${SCRIPTS.length} scripts as superuser on rows, log and files, each taken back; judged with a policy, a checkpoint and a copy kept outside`
    const count = (figure: string, value: number, wanted: number): Omit<Figure, 'topic'> => ({
      figure,
      value,
      unit: 'scripts',
      target: `= ${wanted}`,
      holds: value === wanted,
      how,
    })
    return [
      count(`tampering that is found, of ${SCRIPTS.length}`, found, SCRIPTS.length),
      count('tampering that is named with its row or place', named, SCRIPTS.length),
      count('findings in a database that nobody touched', alarms, 0),
    ]
  } finally {
    await world.stop()
    await cluster.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
