import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { Day, Id, PlaceCode } from './forms.ts'
import { closed, NamedPlace, RoundKind, RoundMode, RoundState, Sentence } from './round-forms.ts'

export const readCalendar = defineEndpoint({
  method: 'GET',
  path: '/calendar',
  id: 'readCalendar',
  zh: '查看全盘日历',
  tag: 'calendar',
  summary:
    'Rounds of the caller’s office and of every office below it on one calendar, with people and target load and conflicts.',
  query: { from: Day, to: Day, authority: Type.Optional(PlaceCode) },
  reply: closed(
    {
      rounds: Type.Array(
        closed({
          id: Id,
          title: Type.String(),
          authority: NamedPlace,
          kinds: Type.Array(RoundKind),
          mode: RoundMode,
          state: RoundState,
          starts: Day,
          ends: Day,
          people: Type.Integer(),
          targets: Type.Integer(),
        }),
      ),
      /** The same person or the same target in two rounds of overlapping time. */
      conflicts: Type.Array(
        closed({
          kind: Type.Enum(['person', 'target']),
          id: Id,
          name: Type.String(),
          rounds: Type.Array(Id),
          from: Day,
          to: Day,
          text: Sentence,
        }),
      ),
    },
    'Calendar',
  ),
  problems: ['unfit'],
})
