import { Problem as Refusal, type BodyOf, type setTeams as endpoint, type Warning } from '@shengmian/contract'
import { placeNumber, wireCode } from '../../../platform/places.ts'
import type { Transaction } from '../../../platform/transaction.ts'
import { demandPlaces } from '../round/round-names.ts'
import type { RoundRecord } from '../round/round-record.ts'
import { touchRound } from '../round/round-store.ts'
import { poolOf, replaceTeams, teamsOf, type TeamRecord } from './team-store.ts'
import { refuseBarredPins } from './check-pins.ts'

type Asked = BodyOf<typeof endpoint>['teams']

/** Replaces the teams of a draft; whoever is pinned to a team must not be barred from where it goes. */
export async function setTeams(tx: Transaction, round: RoundRecord, asked: Asked): Promise<void> {
  if (round.state !== 'draft')
    throw new Refusal('wrong-state', { zh: '只有筹备中的轮次可以改编组', en: 'teams are changed in a draft' })
  refuseDoubles(asked)
  await demandPlaces(
    tx,
    asked.flatMap((team) => [team.home, team.host].filter((code) => code !== null)),
  )
  refuseSame(asked, round.types.includes('cross-region'))
  await putTeams(tx, round, asked.map(recordOf))
}

/** Writes teams that are known to be well-formed; who is pinned must keep his team and not be barred from where it goes. */
export async function putTeams(tx: Transaction, round: RoundRecord, teams: readonly TeamRecord[]): Promise<void> {
  const pinned = (await poolOf(tx, round.id)).flatMap((entry) => entry.pinned ?? [])
  const lost = pinned.filter((id) => !teams.some((team) => team.id === id))
  if (lost.length > 0) {
    throw new Refusal('unfit', {
      zh: '有人固定在被删去的组，请先解除固定',
      en: 'somebody is pinned to a team that would go: unpin first',
    })
  }
  await replaceTeams(tx, round, teams)
  await touchRound(tx, round)
  await refuseBarredPins(tx, round)
}

function recordOf(team: Asked[number]): TeamRecord {
  const { id, number, name, slots } = team
  return {
    id,
    number,
    name,
    sending: team.home === null ? null : placeNumber(team.home),
    host: team.host === null ? null : placeNumber(team.host),
    slots,
  }
}

function refuseDoubles(asked: Asked): void {
  const errors = asked.flatMap((team, index) => {
    const isDouble = asked.findIndex((other) => other.id === team.id || other.number === team.number) !== index
    return isDouble ? [{ at: `teams[${index}]`, zh: `第${team.number}组重复`, en: `team ${team.number} stands twice` }] : []
  })
  if (errors.length > 0) throw new Refusal('unfit', { errors })
}

/** A body never inspects itself; in a cross-region round it inspects nothing that lies in it either. */
function refuseSame(asked: Asked, isCross: boolean): void {
  const errors = asked.flatMap(({ name, home, host }, index) => {
    if (home === null || host === null) return []
    const at = `teams[${index}].host`
    if (home === host) return [{ at, zh: `${name}的派出地与被巡地相同`, en: `${name} would inspect its own home` }]
    if (!isCross || !host.startsWith(home)) return []
    return [
      {
        at,
        zh: `异地巡察：${name}由${home}派出，被巡地${host}属于${home}，是同一地方`,
        en: `same authority: ${name} is sent by ${home}, and ${host} lies in it; a cross-region round needs two`,
      },
    ]
  })
  if (errors.length > 0) throw new Refusal('unfit', { errors })
}

export async function viewTeams(tx: Transaction, round: string): Promise<{ items: Asked; seats: number; warnings: Warning[] }> {
  const teams = await teamsOf(tx, round)
  const people = (await poolOf(tx, round)).length
  const seats = teams.reduce((sum, team) => sum + team.slots.length, 0)
  return {
    items: teams.map((team) => ({
      id: team.id,
      number: team.number,
      name: team.name,
      home: team.sending === null ? null : wireCode(team.sending),
      host: team.host === null ? null : wireCode(team.host),
      slots: team.slots.map((slot) => ({ ...slot })),
    })),
    seats,
    warnings:
      people > 0 && people < seats
        ? [
            {
              level: 'bar',
              rule: 'capacity',
              zh: `席位${seats}个，人员只有${people}人`,
              en: `${seats} seats, but only ${people} people`,
            },
          ]
        : [],
  }
}
