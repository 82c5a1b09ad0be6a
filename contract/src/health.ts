import { Type } from 'typebox'
import { defineEndpoint } from './endpoint.ts'

const Part = Type.Object(
  {
    name: Type.String(),
    state: Type.Union([Type.Literal('up'), Type.Literal('down'), Type.Literal('off')]),
    note: Type.String(),
  },
  { additionalProperties: false },
)

export const getHealth = defineEndpoint({
  method: 'GET',
  path: '/health',
  id: 'getHealth',
  zh: '查看系统状态',
  tag: 'health',
  summary: 'What runs and what does not. Open to everybody; says nothing about business.',
  open: true,
  reply: Type.Object(
    { state: Type.Union([Type.Literal('up'), Type.Literal('down')]), version: Type.String(), parts: Type.Array(Part) },
    { additionalProperties: false, title: 'Health' },
  ),
})
