// The permission matrix: who may do and see what, asked of HTTP, of the database and of the oracle, cell by cell.
import { plantCallers, DIVISIONS } from './callers.ts'
import { readGenerated, type Found, type Walk } from './cells.ts'
import { plantPlaces } from './places.ts'
import { openMatrixServer } from './server.ts'
import { takeWalk } from './walk.ts'
import { readAll } from './reads.ts'

/** Runs the whole matrix on a fresh database; `isFew` leaves out relations of the roles that only look on. */
export async function runMatrix(adminUrl: string, secret: string, isFew: boolean): Promise<Found> {
  const server = await openMatrixServer(adminUrl, secret, DIVISIONS)
  const found: Found = { cells: 0, denials: 0, foreign: 0, acted: new Set(), roles: new Set(), callers: 0, faults: [] }
  try {
    await readGenerated(server)
    const { places, members, units } = await plantPlaces(server.admin)
    const world = await plantCallers(server.admin, units, members, isFew)
    found.callers = world.callers.length
    for (const { role } of world.callers) found.roles.add(role)
    const walk: Walk = { server, every: isFew ? 5 : 1, callers: world.callers, found }
    await takeWalk(walk, world, places, members)
    await readAll(walk)
    return found
  } finally {
    await server.stop()
  }
}
