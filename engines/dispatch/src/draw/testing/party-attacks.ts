// Attacks on who takes part and on what was frozen: re-rolls, ground inputs, last revealers, late, copied and replayed commitments.
import { abortDraw } from '../abort-draw.ts'
import { whatIsSeen } from '../beacon.ts'
import { commitSecrets } from '../commit-secrets.ts'
import { hashValue } from '../digest.ts'
import type { DrawReveal } from '../draw.ts'
import { proveRecord } from '../prove-record.ts'
import { committed, drawn, frozen, PARTIES, secretOf } from './run-ceremony.ts'
import { smallRound } from './small-round.ts'
import { abortOf, beforePortfolio, endedAt, finish, nextAfter, refused, revealOf, type Attack } from './bend-draw.ts'

export const PARTY_ATTACKS: readonly Attack[] = [
  {
    name: 're-roll: the office runs a second draw with new secrets and shows only that one',
    foundBy: ['receipts'],
    commit: async ({ files }) => ({ files: (await drawn(frozen(smallRound()), 1)).files, receipts: files.commitments }),
  },
  {
    name: 're-roll: a salt is replaced, so that everything after it falls differently',
    foundBy: ['receipts'],
    commit: async ({ files }) => ({
      files: (await drawn(frozen(smallRound(), {}, 'cd'.repeat(32)))).files,
      receipts: [files.freeze],
    }),
  },
  {
    name: 're-roll: an aborted draw is left off the record',
    foundBy: ['earlier'],
    commit: async () => {
      const abort = await refused()
      const entry = { number: 1, root: abort.root, abort: hashValue(abort) }
      return { files: (await drawn(frozen(smallRound(), { number: 2, earlier: [entry] }))).files }
    },
  },
  {
    name: 'grind the inputs: a person’s native place is changed after the randomness is known',
    foundBy: ['root'],
    commit: ({ files }) => {
      const [first, ...others] = smallRound().people
      if (first === undefined) throw new Error('nobody')
      return beforePortfolio(files, { problem: { ...smallRound(), people: [{ ...first, native: '120119' }, ...others] } })
    },
  },
  {
    name: 'replaced salt: the key of the salts is another than the frozen one',
    foundBy: ['root'],
    commit: ({ files }) => ({
      files: { ...files, salts: files.salts === null ? null : { ...files.salts, key: 'ef'.repeat(32) } },
    }),
  },
  {
    name: 'changed rule: the tolerance is widened after the freeze',
    foundBy: ['root'],
    commit: ({ files }) => {
      const { terms } = files.freeze
      const tolerance = { ...terms.tolerance, travelPermille: 999 }
      return beforePortfolio(files, { freeze: { ...files.freeze, terms: { ...terms, tolerance } } })
    },
  },
  {
    name: 'last revealer: a party opens another secret, which makes a beacon that suits it',
    foundBy: ['reveals'],
    commit: ({ files }) => {
      const base = committed(frozen(smallRound()))
      const reveals = PARTIES.map(({ id }): DrawReveal => ({
        ...revealOf(files, id, 1),
        secret: secretOf(id, 1, id === 'supervisor' ? 7 : 0),
        sees: whatIsSeen(base, 1),
      }))
      return finish({ ...base, reveals }, 0)
    },
  },
  {
    name: 'last revealer: a party does not open, and its secret is left out',
    foundBy: ['opened', 'secondBeacon'],
    commit: ({ files }) => ({
      files: { ...files, reveals: files.reveals.filter((each) => each.party !== 'supervisor' || each.stage === 1) },
    }),
  },
  {
    name: 'last revealer: a party opens twice',
    foundBy: ['opened'],
    commit: ({ files }) => ({ files: { ...files, reveals: [...files.reveals, revealOf(files, 'host', 2)] } }),
  },
  {
    name: 'last revealer: the draw is aborted in the name of a party that did open',
    foundBy: ['aborted'],
    commit: ({ files }) => {
      const open = { ...files, pick: null, plans: [], portfolio: null, reveals: files.reveals.filter(({ stage }) => stage === 1) }
      return {
        files: {
          ...open,
          abort: { format: 'shengmian.draw/1', kind: 'abort', root: files.freeze.root, number: 1, party: 'host', why: 'late' },
        },
      }
    },
  },
  {
    name: 're-roll: a draw is ended once all secrets are open, since its outcome does not please',
    foundBy: ['aborted'],
    commit: ({ files }) => {
      const open = { ...files, pick: null, plans: [] }
      const answer = abortDraw(open, null, 'the machine failed')
      if (answer.kind !== 'aborted') throw new Error(answer.en)
      const { fixed: _said, ...unsaid } = answer.abort
      return { files: { ...open, abort: unsaid } }
    },
  },
  {
    name: 're-roll: the draw before was ended once its outcome was fixed',
    foundBy: ['earlier'],
    commit: async ({ files }) => {
      const answer = abortDraw({ ...files, pick: null }, null, 'the machine failed')
      if (answer.kind !== 'aborted') throw new Error(answer.en)
      return nextAfter(answer.abort)
    },
  },
  {
    name: 're-roll: whoever has all first secrets computes the tickets, and ends the draw in nobody’s name',
    foundBy: ['aborted'],
    commit: ({ files }) => ({ files: endedAt(files, 'all-first') }),
  },
  {
    name: 're-roll: the draw is ended in nobody’s name, and its record does not say that the tickets could be computed',
    foundBy: ['aborted'],
    commit: ({ files }) => {
      const ended = endedAt(files, 'all-first')
      const { after: _said, ...unsaid } = abortOf(ended)
      return { files: { ...ended, abort: unsaid } }
    },
  },
  {
    name: 're-roll: the draw before was ended in nobody’s name once its tickets could be computed',
    foundBy: ['earlier'],
    commit: async ({ files }) => nextAfter(abortOf(endedAt(files, 'all-first'))),
  },
  {
    name: 're-roll: the draw before was ended in nobody’s name once its tickets were published',
    foundBy: ['earlier'],
    commit: async ({ files }) => nextAfter(abortOf(endedAt(files, 'tickets'))),
  },
  {
    name: 're-roll: the draw is ended since there are no tickets, as it says, and there are',
    foundBy: ['excuse'],
    commit: ({ files }) => ({ files: endedAt(files, 'all-first', true) }),
  },
  {
    name: 'last revealer: the record of a refusal does not say that others’ secrets were open',
    foundBy: ['aborted'],
    commit: ({ files }) => {
      const open = { ...beforePortfolio(files, {}).files, reveals: [revealOf(files, 'office', 1)] }
      const answer = abortDraw(open, 'host', 'did not open')
      if (answer.kind !== 'aborted') throw new Error(answer.en)
      const { after: _said, ...unsaid } = answer.abort
      return { files: { ...open, abort: unsaid } }
    },
  },
  {
    name: 'last revealer: whoever has seen the others’ secrets ends the draw, and nobody is named',
    foundBy: ['aborted'],
    commit: ({ files }) => {
      const open = {
        ...files,
        pick: null,
        plans: [],
        reveals: files.reveals.filter((each) => each.party !== 'office' || each.stage === 1),
      }
      return {
        files: {
          ...open,
          abort: { format: 'shengmian.draw/1', kind: 'abort', root: files.freeze.root, number: 1, party: null, why: 'late' },
        },
      }
    },
  },
  {
    name: 'duplicate party: one body sits at the table twice',
    foundBy: ['parties'],
    commit: () => {
      const base = frozen(smallRound())
      const { terms } = base.freeze
      const freeze = { ...base.freeze, terms: { ...terms, parties: [...PARTIES, ...PARTIES.slice(0, 1)] } }
      return { files: { ...base, freeze, problem: null } }
    },
  },
  {
    name: 'duplicate party: a party copies another’s commitment',
    foundBy: ['copied'],
    commit: () => {
      const base = committed(frozen(smallRound()))
      const [office] = base.commitments
      if (office === undefined) throw new Error('no commitment')
      return { files: { ...base, commitments: [office, ...base.commitments.slice(1, 2), { ...office, party: 'supervisor' }] } }
    },
  },
  {
    name: 'late commitment: a party commits a second time once it has seen the others',
    foundBy: ['commitments'],
    commit: ({ files }) => ({
      files: {
        ...files,
        commitments: [
          ...files.commitments,
          commitSecrets(files.freeze.root, 'host', secretOf('host', 1, 5), secretOf('host', 2, 5)),
        ],
      },
    }),
  },
  {
    name: 'late commitment: the last party commits after the others have opened',
    foundBy: ['sees'],
    commit: ({ files }) => {
      const { root } = files.freeze
      const late = commitSecrets(root, 'supervisor', secretOf('supervisor', 1, 5), secretOf('supervisor', 2))
      const now = { ...files, pick: null, plans: [], portfolio: null, commitments: [...files.commitments.slice(0, 2), late] }
      const own = { ...revealOf(files, 'supervisor', 1), secret: secretOf('supervisor', 1, 5), sees: whatIsSeen(now, 1) }
      return { files: { ...now, reveals: [revealOf(files, 'office', 1), revealOf(files, 'host', 1), own] } }
    },
  },
  {
    name: 'late dice: the dice are recorded anew after the secrets are known',
    foundBy: ['sees'],
    commit: ({ files }) => ({
      files: {
        ...beforePortfolio(files, {}).files,
        dice: [
          { format: 'shengmian.draw/1', kind: 'dice', root: files.freeze.root, stage: 1, rolls: '1234561234', witness: 'office' },
        ],
      },
    }),
  },
  {
    name: 'replayed commitment: it comes from another draw',
    foundBy: ['foreign'],
    commit: () => {
      const [other] = committed(frozen(smallRound(), { round: '2025-2' })).commitments
      const base = committed(frozen(smallRound()))
      if (other === undefined) throw new Error('no commitment')
      return { files: { ...base, commitments: [other, ...base.commitments.slice(1)] } }
    },
  },
  {
    name: 'forged record: a person is shown a branch with other facts than the frozen ones',
    foundBy: ['branches'],
    commit: ({ files }) => {
      const branch = files.salts === null ? null : proveRecord(smallRound(), files.freeze, files.salts, 'people', 0)
      if (branch === null) throw new Error('no branch')
      return { files: { ...files, branches: [{ ...branch, record: branch.record.replace('120101', '120102') }] } }
    },
  },
]
