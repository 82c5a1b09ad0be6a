// What the reporter has said so far. It lives on the screen and in memory, and is never written anywhere before it is sealed.
import type { IntakeDesk } from '@shengmian/contract'
import type { Printed } from '@shengmian/sealing/printed'
import { byId, chosen, filled, make, on, press, sayError } from './dom.ts'
import type { Draft, Piece, Said } from './parts.ts'
import { shrinkPhoto } from './photos.ts'
import { startRecording, voiceOf, type Recording } from './voice.ts'

const MOST_PIECES = 12
const MOST_BYTES = 6 * 1_048_576

let pieces: readonly Piece[] = []

export function readDraft(): Draft {
  const lives = chosen('lives')
  const named = chosen('named') !== null
  return {
    text: byId('text', 'textarea').value.trim(),
    lives: lives === 'here' || lives === 'away' ? lives : null,
    village: byId('village', 'select').value || null,
    card: byId('card', 'input').value.trim() || null,
    pieces,
    sendsOriginals: byId('originals', 'input').checked,
    disguises: byId('disguise', 'input').checked,
    named: named ? { name: byId('name', 'input').value.trim(), reach: byId('reach', 'input').value.trim() } : null,
    keepsNothing: byId('borrowed', 'input').checked,
  }
}

export function forgetDraft(): void {
  pieces = []
  for (const form of ['write-form', 'check-form']) byId(form, 'form').reset()
  for (const id of ['goes-text', 'goes-pieces', 'goes-photos', 'pieces']) byId(id).replaceChildren()
  byId('pieces', 'ul').hidden = byId('voice-row').hidden = true
  showChoices()
}

/** Listens to all that a draft consists of; `begun` is told at the first letter or piece. */
export function collectDraft(said: Said, begun: () => void): void {
  on('text', 'input', () => {
    sayErrorGone()
    begun()
  })
  const photoFile = byId('photo-file', 'input')
  // Android's WeChat opens no file at all for an input that names types.
  if (!/Android.*MicroMessenger/.test(navigator.userAgent)) {
    photoFile.accept = 'image/*'
    byId('voice-file', 'input').accept = 'audio/*'
  }
  on('photo', 'click', () => photoFile.click())
  on('photo-file', 'change', () => void addPhotos(said, begun))
  collectVoice(said, begun)
  for (const form of ['write-form', 'check-form']) on(form, 'change', showChoices)
}

function sayErrorGone(): void {
  byId('write-error').textContent = ''
  byId('text').removeAttribute('aria-invalid')
}

/** Marks what is chosen, for eyes that do not see a small dot. */
function showChoices(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('.card input'))
    input.closest('.card')?.classList.toggle('on', input.checked)
  byId('who').hidden = chosen('named') === null
  showVillage()
}

/** The head says which village it is about, on every screen. */
function showVillage(): void {
  const { value, selectedOptions } = byId('village', 'select')
  byId('here').textContent = value === '' ? '' : (selectedOptions[0]?.text ?? '')
}

/** The villages of the round, the one of the paper chosen; and the card of the paper. Both can be changed. */
export function offerPlaces(villages: IntakeDesk['villages'], printed: Printed | null): void {
  const choice = byId('village', 'select')
  const card = byId('card', 'input')
  if (choice.length > 1) return
  for (const { code, name } of villages) choice.add(new Option(name, code, code === printed?.village, code === printed?.village))
  if (typeof printed?.card === 'string') {
    // As it is printed; whoever sends it sees it.
    card.defaultValue = printed.card.toUpperCase()
    card.closest('details')?.setAttribute('open', '')
  }
  showVillage()
}

async function addPhotos(said: Said, begun: () => void): Promise<void> {
  begun()
  const input = byId('photo-file', 'input')
  const files = [...(input.files ?? [])]
  input.value = ''
  sayError('write-error', '')
  for (const file of files) add(await shrinkPhoto(file), said.notPhoto, said)
}

function collectVoice(said: Said, begun: () => void): void {
  let recording: Recording | null = null
  const button = byId('say', 'button')
  const usual = button.textContent
  const toggle = async () => {
    begun()
    sayError('write-error', '')
    if (recording !== null) {
      const ended = recording
      recording = null
      button.textContent = usual
      press(button, false)
      return add(await ended.stop(), said.notVoice, said)
    }
    recording = await startRecording((seconds) => {
      button.textContent = filled(said.recording, { seconds })
    })
    if (recording !== null) return press(button, true)
    sayError('write-error', said.notVoice)
    byId('voice-file', 'input').click()
  }
  on(button, 'click', () => void toggle())
  on('voice-file', 'change', () => {
    const input = byId('voice-file', 'input')
    const [file] = input.files ?? []
    input.value = ''
    if (file !== undefined) void voiceOf(file, 0).then((piece) => add(piece, said.notVoice, said))
  })
}

function add(piece: Piece | null, why: string, said: Said): void {
  if (piece === null) return sayError('write-error', why)
  if (piece.bytes.length > MOST_BYTES) return sayError('write-error', said.tooLarge)
  if (pieces.length >= MOST_PIECES) return sayError('write-error', filled(said.tooMany, { n: MOST_PIECES }))
  sayError('write-error', '')
  pieces = [...pieces, piece]
  showPieces(said)
}

function showPieces(said: Said): void {
  const rows = pieces.map((piece) => {
    const row = make('li', '')
    const n = pieces.filter(({ kind }) => kind === piece.kind).indexOf(piece) + 1
    const name = filled(piece.kind === 'photo' ? said.photo : said.voice, { n, seconds: piece.seconds })
    const remove = make('button', said.remove, { type: 'button', class: 'plain', 'aria-label': `${said.remove} ${name}` })
    on(remove, 'click', () => {
      pieces = pieces.filter((one) => one !== piece)
      showPieces(said)
      byId(piece.kind === 'photo' ? 'photo' : 'say').focus()
    })
    row.append(piece.kind === 'photo' ? thumbnail(piece) : make('i', '', { class: 'say' }), make('span', name), remove)
    return row
  })
  byId('pieces', 'ul').hidden = rows.length === 0
  byId('voice-row').hidden = !pieces.some(({ kind }) => kind === 'voice')
  showChoices()
  byId('pieces', 'ul').replaceChildren(...rows)
}

function thumbnail(piece: Piece): HTMLImageElement {
  const image = make('img', '', { alt: '' })
  image.src = URL.createObjectURL(new Blob([piece.bytes.slice().buffer], { type: piece.type }))
  image.addEventListener('load', () => URL.revokeObjectURL(image.src))
  return image
}

/** Shows once more what will go. */
export function showDraft(said: Said): void {
  const { text, disguises } = readDraft()
  const photos = pieces.filter(({ kind }) => kind === 'photo')
  byId('goes-text').textContent = text === '' ? said.goesNothing : text
  byId('goes-pieces').textContent =
    pieces.length === 0 ? '' : filled(said.goesPieces, { photos: photos.length, voices: pieces.length - photos.length })
  byId('goes-photos').replaceChildren(...photos.map(thumbnail))
  byId('evidence').hidden = photos.length === 0
  byId('gone-voice').hidden = !disguises || photos.length === pieces.length
  sayError('check-error', '')
  showChoices()
}
