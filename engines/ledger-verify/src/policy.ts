// Whom to believe (C2SP tlog-policy): the log's keys, the witnesses, and which of them are enough together.
import type { Hashes } from './bytes.ts'
import { readKey, type KnownKey } from './keys.ts'

export interface Policy {
  readonly logs: readonly KnownKey[]
  readonly witnesses: readonly { readonly name: string; readonly key: KnownKey }[]
  /** What the names of witnesses that cosigned amount to. */
  readonly isEnough: (cosigned: ReadonlySet<string>) => boolean
  /** The quorum as it is written, for people. */
  readonly quorum: string
}

interface Group {
  readonly needs: number
  readonly members: readonly string[]
}

/** Reads a policy; otherwise the first line that is wrong, counted from 1, and why. */
export function readPolicy(hashes: Hashes, text: string): Policy | { readonly line: number; readonly why: string } {
  const logs: KnownKey[] = []
  const witnesses = new Map<string, KnownKey>()
  const groups = new Map<string, Group>()
  const taken = new Set<string>()
  let quorum: string | null = null
  for (const [k, line] of text.split('\n').entries()) {
    const [word = '', ...rest] = line.split(/[ \t]+/).filter((part) => part !== '')
    if (word === '' || word.startsWith('#')) continue
    const wrong = (why: string) => ({ line: k + 1, why })
    const isKnown = (name: string) => witnesses.has(name) || groups.has(name)
    if (word === 'log') {
      const key = readKey(hashes, rest[0] ?? '')
      if (key === null || key.type === 'cosignature') return wrong('this is no key of a log')
      if (logs.some((other) => other.type === key.type && String(other.publicKey) === String(key.publicKey)))
        return wrong('this key stands here twice')
      logs.push(key)
    } else if (word === 'witness') {
      const [name = '', text2 = ''] = rest
      const key = readKey(hashes, text2)
      if (key?.type !== 'cosignature') return wrong('this is no key of a witness')
      if (isKnown(name) || name === 'none' || name === '') return wrong(`the name "${name}" is taken`)
      if ([...witnesses.values()].some((other) => String(other.publicKey) === String(key.publicKey)))
        return wrong('this key stands here twice')
      witnesses.set(name, key)
    } else if (word === 'group') {
      const [name = '', needs = '', ...members] = rest
      const count = needs === 'all' ? members.length : needs === 'any' ? 1 : /^[1-9]\d*$/.test(needs) ? Number(needs) : 0
      if (isKnown(name) || name === 'none' || name === '') return wrong(`the name "${name}" is taken`)
      if (count < 1 || count > members.length) return wrong(`${needs} of ${members.length} members is not possible`)
      const bad = members.find((member) => !isKnown(member) || taken.has(member))
      if (bad !== undefined || new Set(members).size < members.length)
        return wrong(`"${bad ?? name}" is not known, or counted twice`)
      for (const member of members) taken.add(member)
      groups.set(name, { needs: count, members })
    } else if (word === 'quorum') {
      if (quorum !== null) return wrong('a policy has one quorum')
      const [name = ''] = rest
      if (name !== 'none' && !isKnown(name)) return wrong(`"${name}" is not known`)
      quorum = name
    } else return wrong(`"${word}" is no word of a policy`)
  }
  if (quorum === null) return { line: text.split('\n').length, why: 'a policy needs a quorum' }
  const wanted = quorum
  const has = (name: string, cosigned: ReadonlySet<string>): boolean => {
    const group = groups.get(name)
    if (group === undefined) return cosigned.has(name)
    return group.members.filter((member) => has(member, cosigned)).length >= group.needs
  }
  return {
    logs,
    witnesses: [...witnesses].map(([name, key]) => ({ name, key })),
    isEnough: (cosigned) => wanted === 'none' || has(wanted, cosigned),
    quorum: wanted,
  }
}
