import type { Breach, Words } from '../finding.ts'
import { liesIn } from '../places.ts'
import type { Member, SeatedTeam, World } from '../world.ts'

/** Every slot holds exactly one person, who has its role, skill and origin and is available. */
export function slot(world: World): Breach[] {
  return [
    ...strangers(world),
    ...world.problem.teams.flatMap(({ id, slots }) => [...fillings(world, id, slots.length), ...fitness(world, id)]),
  ]
}

/** Teams and people that the problem does not know. */
function strangers({ plan, teamOf, personOf }: World): Breach[] {
  const breaches: Breach[] = []
  const seen = new Set<string>()
  for (const team of plan.teams) {
    if (!teamOf.has(team.id))
      breaches.push(broken(team.id, { zh: '问题文件中没有这个组', en: 'there is no such team in the problem' }))
    if (seen.has(team.id)) breaches.push(broken(team.id, { zh: '计划中写了两次', en: 'the plan lists this team twice' }))
    seen.add(team.id)
    for (const { person, slot } of team.members) {
      if (!personOf.has(person))
        breaches.push(
          broken(`${team.id}/${slot}`, { zh: `问题文件中没有 ${person}`, en: `there is no person ${person} in the problem` }),
        )
    }
  }
  return breaches
}

function fillings({ plan }: World, team: string, slots: number): Breach[] {
  const filled = plan.teams.filter((each) => each.id === team).flatMap((each) => each.members)
  const breaches: Breach[] = []
  for (let number = 0; number < slots; number++) {
    const people = filled.filter((member) => member.slot === number).map((member) => member.person)
    if (people.length === 0) breaches.push(broken(`${team}/${number}`, { zh: '岗位空缺', en: 'the slot is empty' }))
    if (people.length > 1) {
      const words = { zh: `一岗多人：${people.join('、')}`, en: `the slot is filled more than once: ${people.join(', ')}` }
      breaches.push(broken(`${team}/${number}`, words))
    }
  }
  for (const { person, slot } of filled.filter((member) => member.slot >= slots))
    breaches.push(
      broken(`${team}/${slot}`, { zh: `${person} 所在岗位不存在`, en: `${person} sits in a slot that does not exist` }),
    )
  return breaches
}

function fitness({ teams }: World, id: string): Breach[] {
  return teams
    .filter((team) => team.id === id)
    .flatMap((team) =>
      team.members.flatMap((member) => lacks(team, member).map((fact) => broken(`${id}/${member.slotNumber}`, fact))),
    )
}

function lacks(team: SeatedTeam, { person, slot }: Member): Words[] {
  if (slot === null) return []
  const facts: Words[] = []
  const { role, skill, origin } = slot
  if (!person.roles.includes(role))
    facts.push({ zh: `${person.id} 的可任职务里没有 ${role}`, en: `${person.id} lacks the role ${role}` })
  if (skill !== undefined && !person.skills.includes(skill))
    facts.push({ zh: `${person.id} 不具备专长 ${skill}`, en: `${person.id} lacks the skill ${skill}` })
  if (person.unavailable) facts.push({ zh: `${person.id} 不能参加`, en: `${person.id} is unavailable` })
  if (origin !== undefined) {
    const place = origin === 'sender' ? team.home : team.host
    const comesFrom = person.home !== null && place !== null && liesIn(person.home, place)
    const where = place ?? '?'
    if (!comesFrom)
      facts.push(
        origin === 'sender'
          ? { zh: `${person.id} 不是派出地 ${where} 的人员`, en: `${person.id} does not come from the team's home ${where}` }
          : { zh: `${person.id} 不是被巡察地 ${where} 的人员`, en: `${person.id} does not come from the team's host ${where}` },
      )
  }
  return facts
}

function broken(subject: string, fact: Words): Breach {
  return { rule: 'slot', subject, fact }
}
