// The code is noted before anything is sent, since afterwards people close the page. One face at a time; touching the answer covers it.
import { receiptCharacters } from '@shengmian/sealing/characters'
import { receiptGroups } from '@shengmian/sealing/phone'
import { byId, filled, make, on, press, sayError } from './dom.ts'
import type { Later, Sealing } from './parts.ts'
import { pictureOf } from './picture.ts'
import { speak } from './read-aloud.ts'

const FACES = ['digits', 'characters', 'picture'] as const
type Face = (typeof FACES)[number]

export interface CodeScreen {
  readonly open: (receipt: Uint8Array) => void
  /** Whether the answer is right; says so beside the field where it is not. */
  readonly isNoted: () => boolean
  readonly forget: () => void
}

export function openCodeScreen(later: Later, sealing: Sealing): CodeScreen {
  let shown: { readonly receipt: Uint8Array; readonly face: Face; readonly group: number } | null = null

  const open = (receipt: Uint8Array, face: Face = 'digits') => {
    // Which group is asked follows from the code itself, so that it stays the same however often one looks.
    shown = { receipt, face, group: 1 + ((receipt[0] ?? 0) % 6) }
    uncover()
    for (const one of FACES) press(byId(`face-${one}`), one === face)
    const isCharacters = face === 'characters'
    byId('face-hint').textContent = later[`${face}Hint`]
    byId('ask').textContent = isCharacters ? later.askHalf : filled(later.askGroup, { n: shown.group + 1 })
    byId('ask-hint').textContent = isCharacters ? later.askHalfHint : later.askGroupHint
    byId('group', 'input').hidden = isCharacters
    byId('group', 'input').value = ''
    byId('halves', 'fieldset').hidden = !isCharacters
    byId('halves', 'fieldset').replaceChildren(...(isCharacters ? halves(receiptCharacters(receipt).slice(4)) : []))
    sayError('code-error', '', 'group')
  }
  const uncover = () => {
    if (shown === null) return
    byId('look', 'button').hidden = true
    byId('face').className = ''
    byId('face').replaceChildren(drawn(shown))
  }
  const cover = () => {
    byId('look', 'button').hidden = false
    byId('face').className = 'cover'
    byId('face').replaceChildren(make('p', later.covered))
  }
  const drawn = ({ receipt, face }: { readonly receipt: Uint8Array; readonly face: Face }) => {
    const [groups, characters] = [receiptGroups(receipt), receiptCharacters(receipt)]
    if (face === 'characters') return make('p', `${characters.slice(0, 4)}\n${characters.slice(4)}`, { class: 'signs' })
    if (face === 'picture') return make('img', '', { alt: later.picture, src: pictureOf(groups, characters) })
    const list = make('ol', '')
    for (const [at, group] of groups.entries()) {
      const row = make('li', '', { 'data-n': String(at + 1) })
      row.append(make('b', group))
      list.append(row)
    }
    return list
  }
  const halves = (right: string) =>
    [right, ...[1, 2, 3].map(() => receiptCharacters(sealing.makeReceipt()).slice(4))].sort().map((value) => {
      const label = make('label', '', { class: 'card' })
      label.append(make('input', '', { type: 'radio', name: 'half', value }), make('span', [...value].join(' ')))
      on(label, 'change', cover)
      return label
    })

  for (const face of FACES) on(`face-${face}`, 'click', () => shown !== null && open(shown.receipt, face))
  on('group', 'focus', cover)
  on('look', 'click', () => {
    byId('group', 'input').value = ''
    uncover()
    byId(`face-${shown?.face ?? 'digits'}`).focus()
  })
  if ('speechSynthesis' in globalThis) {
    byId('code-aloud', 'button').hidden = false
    on('code-aloud', 'click', () => {
      if (shown === null) return
      const digits = receiptGroups(shown.receipt).map((group) => [...group].join(' '))
      const words = shown.face === 'characters' ? [...receiptCharacters(shown.receipt)] : digits
      speak(words.join('，'), () => undefined)
    })
  }

  return {
    open: (receipt) => open(receipt),
    isNoted: () => {
      if (shown === null) return false
      const isCharacters = shown.face === 'characters'
      const half = document.querySelector<HTMLInputElement>('input[name=half]:checked')?.value ?? ''
      const isRight = isCharacters
        ? half === receiptCharacters(shown.receipt).slice(4)
        : byId('group', 'input').value.normalize('NFKC').trim() === receiptGroups(shown.receipt)[shown.group]
      if (!isRight) sayError('code-error', later.wrong, isCharacters ? null : 'group')
      return isRight
    },
    forget: () => {
      shown = null
      byId('face').replaceChildren()
      byId('group', 'input').value = ''
    },
  }
}
