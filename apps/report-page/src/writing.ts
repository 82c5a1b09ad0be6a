// The first script: the page can be read and written in when it has arrived. The two others come later, over the same slow link.
import type { IntakeDesk } from '@shengmian/contract'
import { readPrinted } from '@shengmian/sealing/printed'
import { askDesk } from './connection.ts'
import { all, byId, dayIn, filled, on, press, sayError } from './dom.ts'
import { collectDraft, forgetDraft, offerPlaces, readDraft, showDraft } from './draft.ts'
import { awaitParts, type Band, type Page, type Said } from './parts.ts'
import { offerReadAloud } from './read-aloud.ts'
import { readSeen, today } from './seen.ts'
import { doWork } from './work.ts'

const said = JSON.parse(byId('said').textContent) as Said
const parts = awaitParts()
const work = doWork(parts.sealing)
const printed = readPrinted(location.hash)
const place = { desk: location.pathname.split('/')[2] ?? '', poster: printed?.poster ?? null }
const bands = { screen: said.bandScreen, phone: said.bandPhone, arrived: said.bandArrived, checked: said.bandChecked }

let fingerprint = printed?.fingerprint ?? ''
let screen = 'first'
let desk: IntakeDesk | null = null

function draw(name: string, band: Band): void {
  if ('speechSynthesis' in globalThis) speechSynthesis.cancel()
  for (const section of all('main > section')) section.hidden = section.id !== name
  const strip = byId('band', 'p')
  strip.hidden = band === null
  strip.textContent = band === null ? '' : bands[band]
  strip.dataset['band'] = band ?? ''
  screen = name
  scrollTo(0, 0)
  all(`#${name} h1`)[0]?.focus()
}

/** Goes to a screen: the phone's own key leads back from it. */
function show(name: string, band: Band = null): void {
  if (name !== screen) history.pushState({ screen: name, band }, '')
  draw(name, band)
}

/** The server's description of the desk, asked for again as long as it has not answered. */
async function knownDesk(): Promise<IntakeDesk | null> {
  if (desk !== null) return desk
  const answer = await askDesk(place.desk)
  if (answer.kind === 'answered') desk = answer.value
  if (answer.kind === 'refused') {
    byId('doors').hidden = true
    sayError('first-error', said.noDesk)
  }
  return desk
}

async function openPage(): Promise<void> {
  const known = await knownDesk()
  if (known === null) return
  describe(known)
  if (place.poster !== null && known.revoked.includes(place.poster)) return draw('closed', null)
  const sealing = await parts.sealing
  if (printed === null) return compare(sealing.fingerprint(known.root))
  const trust = sealing.trust(known, fingerprint, readSeen(known.desk), today())
  // The date is looked at once more when it is sealed, and told then: here the question is only whose keys these are.
  if (trust.kind === 'refused' && !['not-yet', 'expired', 'too-new'].includes(trust.why)) return draw('refused', null)
  performance.mark('ready-to-seal')
}

function describe({ until, isOpen, names: { sender, host, phone }, villages }: IntakeDesk): void {
  offerPlaces(villages, printed)
  byId('until', 'b').textContent = isOpen ? filled(said.until, { day: dayIn(said.day, until) }) : ''
  if (sender !== '') {
    byId('from', 'span').textContent = filled(host === '' ? said.fromSender : said.from, { sender, host })
    byId('team', 'b').textContent = filled(said.team, { sender })
  }
  for (const link of all('a.phone')) {
    link.hidden = phone === ''
    link.textContent = filled(said.phone, { phone })
    link.setAttribute('href', `tel:${phone.replace(/[^\d+]/g, '')}`)
  }
  byId('over').hidden = isOpen
  byId('to-write').hidden = !isOpen
}

/** Somebody typed the address by hand: the paper is in the hand, so its fingerprint is compared by eye. */
function compare(found: string): void {
  byId('fingerprint').textContent = (found.match(/.{4}/g) ?? []).join(' ')
  if (found === '') return draw('refused', null)
  for (const id of ['compare-same', 'compare-other']) byId(id).hidden = false
  on('compare-same', 'click', () => {
    fingerprint = found
    byId('compare').hidden = true
    byId('doors').hidden = false
    all('#doors button')[0]?.focus()
    performance.mark('ready-to-seal')
  })
  on('compare-other', 'click', () => show('refused'))
}

const page: Page = {
  said,
  place,
  sealing: parts.sealing,
  show,
  desk: knownDesk,
  fingerprint: () => fingerprint,
  work: work.take,
  refuse: () => draw('refused', null),
  forgetDraft,
}
const after = parts.after.then((bringAfter) => bringAfter(page))

function start(): void {
  byId('no-lock').remove()
  byId(printed === null ? 'compare' : 'doors').hidden = false
  byId('large', 'button').hidden = false
  on('large', 'click', () => press(byId('large'), document.documentElement.classList.toggle('large')))
  offerReadAloud(() => byId(screen, 'section'))
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) link.hash = location.hash

  collectDraft(said, () => work.begin(place.desk))
  on('to-write', 'click', () => show('write', 'screen'))
  on('to-edit', 'click', () => history.back())
  // Some of these buttons are further down than this script, and not there yet.
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('.wipe, .to-back') : null
    if (button === null) return
    void after.then(({ toBack, forgetAll }) => {
      if (button.matches('.to-back')) return toBack()
      forgetDraft()
      return forgetAll().then(() => draw('first', null))
    })
  })
  on('write-form', 'submit', () => {
    const { text, pieces } = readDraft()
    if (text === '' && pieces.length === 0) return sayError('write-error', said.writeFirst, 'text')
    sayError('write-error', '', 'text')
    showDraft(said)
    show('check', 'screen')
  })
  on('check-form', 'submit', () => {
    const draft = readDraft()
    const missing = draft.named?.name === '' ? 'name' : draft.named?.reach === '' ? 'reach' : null
    for (const field of ['name', 'reach']) sayError('name-error', '', field)
    if (missing !== null) return sayError('name-error', said.nameFirst, missing)
    sayError('check-error', said.loading)
    void after.then(({ toCode }) => toCode(draft))
  })
  addEventListener('popstate', ({ state }) => {
    const back = state as { readonly screen: string; readonly band: Band } | null
    // A code is shown once, and what is under way or sent is not gone back to.
    const isOver = ['sending', 'sent'].includes(screen) || ['code', 'sending', 'sent', 'wait'].includes(back?.screen ?? '')
    draw(isOver ? 'first' : (back?.screen ?? 'first'), isOver ? null : (back?.band ?? null))
  })
  addEventListener('online', () => void knownDesk().then((known) => known !== null && describe(known)))
  history.replaceState(null, '')
  void openPage()
  performance.mark('usable')
}

// What sealing needs, and old browsers lack: without it there is no form at all.
if ('WebAssembly' in globalThis && 'BigInt' in globalThis && 'indexedDB' in globalThis && 'replaceChildren' in Element.prototype)
  start()
