import { Problem } from '@shengmian/contract'
import type { PersonRow } from '../people/person-store.ts'

export function missingEnd(): Problem {
  return new Problem('unfit', {
    errors: [{ at: 'body/other/id', zh: '没有找到关系的另一方', en: 'the other end was not found' }],
  })
}

/**
 * The end of a tie that is a person of a pool. Somebody out of the caller's sight is answered as if he did not exist, whatever
 * authority the caller wrote: an answer that differs would say who is in a pool that is not his.
 */
export function personEnd(inSight: Pick<PersonRow, 'id' | 'authority'> | undefined, name: string) {
  if (inSight === undefined) throw missingEnd()
  return {
    otherKind: 'person',
    other: inSight.id,
    otherAuthority: inSight.authority,
    otherCounty: null,
    otherName: name,
  } as const
}
