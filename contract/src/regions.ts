import { Type, type Static } from 'typebox'
import { defineEndpoint } from './endpoint.ts'
import { PlaceCode } from './forms.ts'
import { closed, NamedPlace } from './round-forms.ts'

const RegionLevel = Type.Enum(['province', 'city', 'county', 'township', 'village'], { title: 'RegionLevel' })

const Region = closed(
  {
    code: PlaceCode,
    level: RegionLevel,
    name: Type.String(),
    /** What people say: 天津市, where the register has the bracket 市辖区. */
    called: Type.String(),
    /** From the province down to the place above it. */
    ancestors: Type.Array(NamedPlace),
  },
  'Region',
)
const RegionDetail = closed(
  {
    ...Region.properties,
    children: Type.Array(closed({ code: PlaceCode, name: Type.String() })),
  },
  'RegionDetail',
)

export type Region = Static<typeof Region>
export type RegionDetail = Static<typeof RegionDetail>

export const searchRegions = defineEndpoint({
  method: 'GET',
  path: '/regions',
  id: 'searchRegions',
  zh: '查找行政区划',
  tag: 'regions',
  summary: 'Places by a part of the name, pinyin, initials or code, best first; "荆州 沿河" names the place around it first.',
  query: {
    q: Type.String({ minLength: 1, maxLength: 100 }),
    /** Only this place and what lies in it. */
    within: Type.Optional(PlaceCode),
    level: Type.Optional(RegionLevel),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 20 })),
  },
  reply: closed({ items: Type.Array(Region) }, 'RegionList'),
})

export const listProvinces = defineEndpoint({
  method: 'GET',
  path: '/provinces',
  id: 'listProvinces',
  zh: '查看省份',
  tag: 'regions',
  summary: 'The 31 provinces, with which every tree of places begins.',
  reply: closed({ items: Type.Array(NamedPlace) }, 'Provinces'),
})

export const getRegion = defineEndpoint({
  method: 'GET',
  path: '/regions/:code',
  id: 'getRegion',
  zh: '查看行政区划',
  tag: 'regions',
  summary: 'A place with its ancestors and its children, in one call.',
  params: { code: PlaceCode },
  reply: RegionDetail,
  problems: ['unknown-place'],
})
