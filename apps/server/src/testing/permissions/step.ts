// One step of the walk: an act that every caller tries before it is done, or a look at what came of it.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Member, World } from './callers.ts'
import { walkAct, type Walk } from './cells.ts'
import type { Places } from './places.ts'

type Reply = Record<string, unknown>
type Actor = ReturnType<World['who']>
export type Party = Actor

export interface Steps {
  readonly walk: Walk
  readonly who: World['who']
  readonly places: Places
  readonly members: ReadonlyMap<Member, string>
  /** Tried by everybody, then done. */
  readonly act: (
    actor: Actor,
    id: string,
    params?: Record<string, string | number>,
    body?: object,
    file?: Buffer,
  ) => Promise<Reply>
  /** Done without trials: what was tried already, on another subject. */
  readonly quietly: (actor: Actor, method: 'POST' | 'PUT', path: string, body?: object) => Promise<void>
  readonly read: (actor: Actor, path: string) => Promise<Reply>
  /** Waits for a job as a page does: asks again until it has an end. */
  readonly solved: (actor: Actor, path: string, isPossible?: boolean) => Promise<void>
  /** Puts a finished job into a state, so that it can be cancelled or shown. */
  readonly putState: (table: string, id: string, state: string) => Promise<void>
}

export function stepsOf(walk: Walk, world: World, places: Places, members: ReadonlyMap<Member, string>): Steps {
  const read = async (actor: Actor, path: string): Promise<Reply> => {
    const answer = await walk.server.act(actor.token, { method: 'GET', path })
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.toString()}`)
    return JSON.parse(answer.body.toString()) as Reply
  }
  return {
    walk,
    who: world.who,
    places,
    members,
    act: (actor, id, params = {}, body, file) =>
      walkAct(walk, actor, { id, params, ...(body === undefined ? {} : { body }), ...(file === undefined ? {} : { file }) }),
    quietly: async (actor, method, path, body) => {
      const answer = await walk.server.act(actor.token, { method, path, body })
      if (answer.status >= 500) throw new Error(`${path}: ${answer.status} ${answer.body.toString()}`)
    },
    read,
    solved: async (actor, path, isPossible = true) => {
      for (let turn = 0; turn < 2400; turn += 1) {
        const view = (await read(actor, path)) as { state?: string; solver?: { state: string }; proposal?: { state: string } }
        const state = view.solver?.state ?? view.proposal?.state ?? view.state
        if (state === 'failed' || (state === 'no-plan' && isPossible))
          throw new Error(`${path}: ${JSON.stringify(view).slice(0, 800)}`)
        if (state !== 'queued' && state !== 'running') return
        await sleep(25)
      }
      throw new Error(`${path} came to no end`)
    },
    putState: async (table, id, state) => {
      await walk.server.admin.query(`update ${table} set state = $2 where id = $1`, [id, state])
    },
  }
}

export const meetingOf = (id: string) => ({
  id,
  kind: 'leading-group',
  date: '2026-11-19',
  title: '领导小组会议',
  attendees: ['组长'],
  decision: '同意',
})
