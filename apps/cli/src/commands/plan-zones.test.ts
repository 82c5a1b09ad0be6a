import { readFile } from 'node:fs/promises'
import { hashProblem, readProblem, type Plan, type Problem } from '@shengmian/dispatch'
import { verifyPlan } from '@shengmian/dispatch/verify'
import { describe, expect, it } from 'vitest'
import { aNation, asLines } from '../testing/a-nation.ts'
import { aDesk, shengmian } from '../testing/run-shengmian.ts'

const ENGLISH = { env: { LC_ALL: 'en_US.UTF-8' } }

type Line = Record<string, unknown> & { zone: string; plan: Plan; objective: Plan['objective']; bound: Plan['bound'] }

async function planned(problem: Problem, more: readonly string[] = []) {
  const desk = await aDesk()
  const path = await desk.lay('nation.jsonl', asLines(problem))
  const out = desk.path('plan.jsonl')
  const ended = await shengmian(['plan', path, '--out', out, '--effort', 'quick', ...more], ENGLISH)
  const lines = async (): Promise<Line[]> =>
    (await readFile(out, 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  const verify = async (spoilt: readonly unknown[]) => {
    await desk.lay('spoilt.jsonl', spoilt.map((line) => JSON.stringify(line)).join('\n'))
    return shengmian(['verify', path, desk.path('spoilt.jsonl')], ENGLISH)
  }
  return { desk, path, out, ended, lines, verify }
}

describe('a nation by zones', () => {
  it('is planned zone by zone, and the zones together are a plan of the whole that verify accepts', async () => {
    const nation = aNation()
    const { path, out, ended, lines } = await planned(nation)
    expect(ended).toMatchObject({ code: 0 })
    for (const count of ['1/3 zone', '2/3 zone', '3/3 zone']) expect(ended.err).toContain(count)
    expect(ended.err).toContain('2 lines join what can never meet')
    const [head, ...zones] = await lines()
    expect(zones.map(({ zone }) => zone)).toEqual(['zone 31', 'zone 32', 'zone 33'])

    // As one plan of the whole problem, which the readers take from the same lines in the same order
    const whole = readProblem(asLines(nation))
    if (whole.kind === 'refused' || head === undefined) throw new Error('no problem or no plan')
    expect(head['problem']).toBe(hashProblem(whole.value))
    const joined = {
      ...(zones[0] as Line).plan,
      problem: head['problem'] as string,
      objective: head.objective,
      bound: head.bound,
      teams: zones.flatMap(({ plan }) => plan.teams),
      unassigned: zones.flatMap(({ plan }) => plan.unassigned),
      certificates: [],
    }
    expect(verifyPlan(whole.value, joined)).toMatchObject({ isValid: true, breaches: [], objective: head.objective })
    expect(await shengmian(['verify', path, out], ENGLISH)).toMatchObject({ code: 0, out: expect.stringMatching(/valid/) })
  })

  it('gives the same bytes however many threads work on it', async () => {
    const [one, two] = [await planned(aNation(), ['--workers', '1']), await planned(aNation(), ['--workers', '3', '--progress'])]
    expect(await readFile(two.out, 'utf8')).toBe(await readFile(one.out, 'utf8'))
  })

  it('sees a tie that leads over two other zones', async () => {
    const nation = aNation()
    // Only 31p0002 leads in zone 31, and there is one team: he has to go, and it shows
    const people = nation.people.map((person) =>
      person.id.startsWith('31') ? { ...person, roles: [person.id === '31p0002' ? 'leader' : 'member'] } : person,
    )
    const { lines } = await planned({
      ...nation,
      people,
      teams: nation.teams.toSpliced(1, 1),
      targets: nation.targets.toSpliced(1, 1),
    })
    const [head] = await lines()
    expect(head?.objective.worstExposure).toBe(729)
  })

  it('is refused by verify with a zone missing or twice, a wrong sum or bound, another hash, or a person in two teams', async () => {
    const spoils = [
      [(lines: Line[]) => lines.toSpliced(2, 1), 'zone zone 32 — has no plan'],
      [(lines: Line[]) => [...lines, lines[1]], 'zone zone 31 — is no zone of the problem, or is there twice'],
      [
        ([head, ...zones]: Line[]) => [{ ...head, objective: { ...head?.objective, travel: 1 } }, ...zones],
        'objective travel — states 1, it is',
      ],
      [
        ([head, ...zones]: Line[]) => [{ ...head, bound: { ...head?.bound, travel: 99_999 } }, ...zones],
        'bound travel — states 99999, the zones prove',
      ],
      [([head, ...zones]: Line[]) => [{ ...head, problem: `sha256:${'0'.repeat(64)}` }, ...zones], 'problem —'],
      [
        ([head, first, ...zones]: Line[]) => {
          const [a, b] = first?.plan.teams ?? []
          const teams = [a, { ...b, members: [{ person: a?.members[0]?.person, slot: 0 }, ...(b?.members.slice(1) ?? [])] }]
          return [head, { ...first, plan: { ...first?.plan, teams } }, ...zones]
        },
        'one-team 31p',
      ],
    ] as const
    const { lines, verify } = await planned(aNation())
    const sound = await lines()
    for (const [spoil, words] of spoils) {
      const ended = await verify(spoil(sound))
      expect(ended.code).toBe(1)
      expect(ended.out).toContain(words)
    }
  })

  it('names the zone that has no plan, and what clashes there; nothing is written', async () => {
    const nation = aNation({ minSenior: 4 })
    const people = nation.people.map((person) =>
      person.id.startsWith('32') ? person : { ...person, experience: 'senior' as const },
    )
    const { desk, ended } = await planned({ ...nation, people })
    expect(ended.code).toBe(3)
    expect(ended.out).toContain('the zone “zone 32” has no plan')
    expect(ended.out).toMatch(/^senior /m)
    expect(await desk.names()).toEqual(['nation.jsonl'])
  })

  it('names the line of what leads nowhere, and writes nothing', async () => {
    const desk = await aDesk()
    const lines = [
      ...asLines(aNation()).split('\n'),
      '{"barred": {"person": "nobody", "target": "31u001", "why": "", "source": ""}}',
    ]
    const ended = await shengmian(
      ['plan', await desk.lay('n.jsonl', lines.join('\n')), '--out', desk.path('plan.jsonl')],
      ENGLISH,
    )
    expect(ended).toMatchObject({ code: 2, out: '' })
    expect(ended.err).toContain(`line ${lines.length}: there is no person nobody`)
    expect(await desk.names()).toEqual(['n.jsonl'])
  })

  it('that does not fall into zones is planned as one problem, and it says why', async () => {
    const nation = aNation()
    const teams = nation.teams.map((team) => ({ ...team, host: team.id === '31t001' ? null : team.host }))
    const { ended, out } = await planned({ ...nation, teams })
    expect(ended).toMatchObject({ code: 0 })
    expect(ended.err).toContain('is not planned zone by zone: the host of team 31t001 is not given')
    expect(JSON.parse(await readFile(out, 'utf8')).format).toBe('shengmian.dispatch-plan/1')
  })

  it('stopped by Ctrl-C writes nothing and leaves nothing behind', async () => {
    const desk = await aDesk()
    const path = await desk.lay('nation.jsonl', asLines(aNation()))
    let isAsked = false
    const ended = await shengmian(['plan', path, '--out', desk.path('plan.jsonl'), '--effort', 'quick', '--workers', '1'], {
      env: { LC_ALL: 'en_US.UTF-8', TMPDIR: desk.path('.'), NODE_DISABLE_COMPILE_CACHE: '1' },
      whenSaid: (err, child) => {
        if (!isAsked && /1\/3/.test(err)) isAsked = child.kill('SIGINT')
      },
    })
    expect(ended).toMatchObject({ code: 130, out: '' })
    expect(ended.err).toContain('nothing was written')
    expect(await desk.names()).toEqual(['nation.jsonl'])
  })
})
