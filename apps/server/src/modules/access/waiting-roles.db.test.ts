// What waits for a second hand, through HTTP: who is shown it, whether he can approve it, and where a refusal stands.
import { startTestServer, type TestServer } from '@shengmian/testing'
import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSession, plantAccount } from './testing/accounts.ts'

let world: TestServer
beforeAll(async () => {
  world = await startTestServer()
})
afterAll(() => world.stop())

const CITY = '4210'
const COUNTY = '421003'
const PASSPHRASE = '荆江大堤 1998 守堤'

const callerOf = async (...wish: Parameters<typeof plantAccount> extends [unknown, infer W] ? [W] : never) => {
  const planted = await plantAccount(world.database.admin, ...wish)
  return { ...world.withToken(planted.token), account: planted.account }
}
type Caller = Awaited<ReturnType<typeof callerOf>>

interface Waiting {
  readonly items: readonly {
    readonly account: { readonly id: string }
    readonly role: { readonly id: string }
    readonly stop: string | null
  }[]
  readonly next: string | null
}
const waitingFor = async (caller: Caller, query = '') => (await caller.get(`/waiting-roles${query}`)).body as Waiting

const newRole = (role: string, authority: string) => ({ id: v7(), role, authority, body: '测试机构' })

describe('roles that wait for a second hand', () => {
  it('are shown with why the reader cannot approve them, and to nobody outside the range', async () => {
    const office = await callerOf({ authority: CITY, roles: ['office'] })
    const second = await callerOf({ authority: CITY, roles: ['office'] })
    const county = await callerOf({ authority: COUNTY, roles: ['office'] })
    const audit = await callerOf({ authority: CITY, roles: ['audit-admin'] })
    const elsewhere = await callerOf({ authority: '5305', roles: ['office'] })
    const below = await callerOf({ authority: COUNTY })
    const wish = newRole('scorer', COUNTY)
    expect((await office.send('POST', `/accounts/${below.account}/roles`, wish)).status).toBe(201)
    // Whoever a role is proposed for is signed out.
    const own = { ...world.withToken(await openSession(world.database.admin, below.account)), account: below.account }
    const stops = new Map<string, unknown>()
    for (const [name, caller] of Object.entries({ office, second, county, audit, own, elsewhere }))
      stops.set(name, (await waitingFor(caller)).items.find(({ role }) => role.id === wish.id)?.stop)
    expect(Object.fromEntries(stops)).toEqual({
      office: 'own-proposal',
      second: null,
      county: null,
      audit: 'not-yours',
      own: 'own-account',
      elsewhere: undefined,
    })
    const shown = (await waitingFor(second)).items.find(({ role }) => role.id === wish.id)
    expect(shown).toMatchObject({ account: { id: below.account }, role: { isPending: true, proposedBy: office.account } })
    await second.send('POST', `/accounts/${below.account}/roles/${wish.id}/approval`)
    expect((await waitingFor(second)).items.map(({ role }) => role.id)).not.toContain(wish.id)
  })

  it('that only a security administrator may give are shown to an office as not its own', async () => {
    const office = await callerOf({ authority: CITY, roles: ['office'] })
    const security = await callerOf({ authority: '00', roles: ['security-admin'] })
    const other = await callerOf({ authority: '00', roles: ['security-admin'] })
    const below = await callerOf({ authority: COUNTY })
    const wish = newRole('leading-group', COUNTY)
    await security.send('POST', `/accounts/${below.account}/roles`, wish)
    const stopFor = async (caller: Caller) => (await waitingFor(caller)).items.find(({ role }) => role.id === wish.id)?.stop
    expect([await stopFor(office), await stopFor(other)]).toEqual(['not-yours', null])
    // What the list says is what happens.
    const approval = `/accounts/${below.account}/roles/${wish.id}/approval`
    expect([(await office.send('POST', approval)).status, (await other.send('POST', approval)).status]).toEqual([403, 200])
  })

  it('are read page by page in the order of their proposal, without those revoked, past or of a closed account', async () => {
    const office = await callerOf({ authority: '3502', roles: ['office'] })
    const wishes = []
    for (const role of ['scorer', 'department', 'inspector', 'rectification-reviewer']) {
      const { account } = await callerOf({ authority: '350203' })
      const wish = newRole(role, '350203')
      await office.send('POST', `/accounts/${account}/roles`, wish)
      wishes.push({ account, id: wish.id })
    }
    const [first, second, third, fourth] = wishes
    await office.send('POST', `/accounts/${second?.account}/roles/${second?.id}/revocation`, { reason: '提错' })
    await office.send('POST', `/accounts/${third?.account}/disabling`, { reason: '离职' })
    const over = { ...newRole('scorer', '350203'), from: '2020-01-01T00:00:00Z', until: '2020-02-01T00:00:00Z' }
    await office.send('POST', `/accounts/${first?.account}/roles`, over)
    const page = await waitingFor(office, '?limit=1')
    const rest = await waitingFor(office, `?limit=1&cursor=${page.next}`)
    expect([page, rest].map(({ items }) => items.map(({ role }) => role.id))).toEqual([[first?.id], [fourth?.id]])
    expect(rest.next).toBeNull()
    expect((await office.get('/waiting-roles?cursor=elsewhere')).status).toBe(400)
  })
})

describe('what is wrong with an account or a role', () => {
  it('stands at its field: a sign-in name that is taken, a place outside the range', async () => {
    const office = await callerOf({ authority: CITY, roles: ['office'] })
    const wish = { id: v7(), signInName: `taken.${v7().slice(-12)}`, name: '新同志', authority: COUNTY, passphrase: PASSPHRASE }
    await office.send('POST', '/accounts', wish)
    const again = await office.send('POST', '/accounts', { ...wish, id: v7() })
    expect([again.status, again.body]).toMatchObject([409, { code: 'already-there', errors: [{ at: 'body/signInName' }] }])
    const outside = await office.send('POST', '/accounts', { ...wish, id: v7(), signInName: 'outside', authority: '5305' })
    expect([outside.status, outside.body]).toMatchObject([403, { errors: [{ at: 'body/authority' }] }])
  })

  it('stands at the role that the granter has not got to give', async () => {
    const office = await callerOf({ authority: CITY, roles: ['office'] })
    const below = await callerOf({ authority: COUNTY })
    const answer = await office.send('POST', `/accounts/${below.account}/roles`, newRole('leading-group', COUNTY))
    expect([answer.status, answer.body]).toMatchObject([403, { errors: [{ at: 'body/role' }] }])
  })

  it('is nothing where its administrator means the whole country, and the place where an office does', async () => {
    const security = await callerOf({ authority: '00', roles: ['security-admin'] })
    const wish = { id: v7(), signInName: 'nation.made', name: '新管理员', authority: '00', passphrase: PASSPHRASE }
    expect((await security.send('POST', '/accounts', wish)).status).toBe(201)
    const granted = await security.send('POST', `/accounts/${wish.id}/roles`, newRole('audit-admin', '00'))
    expect([granted.status, granted.body]).toMatchObject([201, { roles: [{ authority: { code: '00' } }] }])
    const office = await callerOf({ authority: CITY, roles: ['office'] })
    expect((await office.send('POST', '/accounts', { ...wish, id: v7(), signInName: 'nation.too' })).status).toBe(403)
  })
})
