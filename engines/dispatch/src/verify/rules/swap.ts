import type { Breach } from '../finding.ts'
import { cut } from '../places.ts'
import type { World } from '../world.ts'

/** With `noSwap`, two regions do not inspect each other: each would hold the other's report in its hand. */
export function swap({ rules, teams }: World): Breach[] {
  if (!rules.noSwap) return []
  const moves = teams.flatMap(({ id, home, host }) =>
    home === null || host === null ? [] : [{ id, home: cut(home, rules.homeLevel), host: cut(host, rules.homeLevel) }],
  )
  const teamsOn = new Map<string, string[]>()
  for (const { id, home, host } of moves) teamsOn.set(`${home} ${host}`, [...(teamsOn.get(`${home} ${host}`) ?? []), id])
  return moves
    .filter(({ home, host }) => home < host)
    .flatMap(({ id, home, host }) =>
      (teamsOn.get(`${host} ${home}`) ?? []).map((other): Breach => ({
        rule: 'swap',
        subject: `${id} ${other}`,
        fact: { zh: `${home} 与 ${host} 互巡`, en: `${home} and ${host} inspect each other` },
      })),
    )
}
