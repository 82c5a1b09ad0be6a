// A form of a village's questionnaire with a group, a condition and a limit, and a generator of others.
import fc from 'fast-check'
import type { Choice, Form, Item, Line } from '../form.ts'

const blank = { indicator: '村务公开', isRequired: false, relevant: '' }

export const sampleForm: Form = {
  title: '村级巡察问卷',
  items: [
    { kind: 'note', name: 'hello', label: '不问姓名。', relevant: '' },
    {
      ...blank,
      kind: 'one',
      name: 'knows',
      label: '您知道巡察组来村里了吗？',
      isRequired: true,
      choices: [
        { name: 'yes', label: '知道' },
        { name: 'no', label: '不知道' },
      ],
    },
    {
      kind: 'group',
      name: 'accounts',
      label: '村里的账',
      relevant: "${knows} = 'yes'",
      items: [
        {
          ...blank,
          kind: 'many',
          name: 'where',
          label: '在哪里看到的？',
          choices: [
            { name: 'board', label: '公开栏' },
            { name: 'phone', label: '手机' },
          ],
        },
        {
          ...blank,
          kind: 'integer',
          name: 'times',
          label: '去年看过几次？',
          relevant: "selected(${where}, 'board')",
          constraint: '. >= 0 and . <= 12',
          constraintMessage: '0到12次',
        },
      ],
    },
    { ...blank, kind: 'text', name: 'wish', label: '还想说什么？', constraint: '', constraintMessage: '' },
  ],
  awareness: { question: 'knows', choices: ['yes'] },
  satisfaction: null,
}

const words = fc.string({ minLength: 1, maxLength: 12 }).map((text) => `题${text.trim()}`)
const choicesArb: fc.Arbitrary<readonly Choice[]> = fc
  .uniqueArray(fc.stringMatching(/^[a-z0-9_-]{1,6}$/), { minLength: 2, maxLength: 5 })
  .chain((names) => fc.tuple(...names.map((name) => words.map((label) => ({ name, label })))))

/** Forms that `checkForm` accepts, without names: they are numbered in order. */
export const formArb: fc.Arbitrary<Form> = fc
  .record({
    title: words,
    plan: fc.array(
      fc.record({
        grouped: fc.boolean(),
        kind: fc.nat(5),
        label: words,
        required: fc.boolean(),
        choices: choicesArb,
        condition: fc.nat(3),
      }),
      { minLength: 1, maxLength: 10 },
    ),
  })
  .map(({ title, plan }) => {
    const lines = plan.map(({ kind, label, required, choices, condition }, at): Line => {
      const before = plan.slice(0, at).findLastIndex((one) => one.kind < 5)
      const relevant =
        condition === 0 && before >= 0 ? `\${q${before}} != 'x' or count-selected(\${q${before}}) > ${condition}` : ''
      const asked = { name: `q${at}`, label, indicator: condition === 1 ? '指标' : '', isRequired: required, relevant }
      if (kind === 0 || kind === 1) return { ...asked, kind: kind === 0 ? 'one' : 'many', choices }
      if (kind === 5) return { kind: 'note', name: asked.name, label, relevant }
      const limit =
        condition === 2 ? { constraint: '. >= 0', constraintMessage: '不小于0' } : { constraint: '', constraintMessage: '' }
      return { ...asked, ...limit, kind: (['integer', 'decimal', 'text'] as const)[kind - 2] ?? 'text' }
    })
    const items = lines.map((line, at): Item =>
      plan[at]?.grouped === true ? { kind: 'group', name: `g${at}`, label: '一组', relevant: '', items: [line] } : line,
    )
    const one = lines.find((line) => line.kind === 'one')
    const share = one?.kind === 'one' ? { question: one.name, choices: one.choices.slice(0, 1).map(({ name }) => name) } : null
    return { title, items, awareness: share, satisfaction: null }
  })
