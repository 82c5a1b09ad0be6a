// For tests: sends sheets to an office's desk and looks at what came of them.
import type { Person, SheetImport } from '@shengmian/contract'
import ExcelJS from 'exceljs'
import { v7 as uuidv7 } from 'uuid'
import { expect } from 'vitest'
import type { Staff } from './open-office.ts'

interface Checked {
  readonly id: string
  readonly report: SheetImport
}

export interface SheetDesk {
  readonly check: (noun: string, bytes: Buffer) => Promise<Checked>
  /** Checks and imports; fails the test where the file has errors. */
  readonly importFile: (noun: string, bytes: Buffer) => Promise<SheetImport>
  /** People of the pool by a part of name or number. */
  readonly people: (q: string) => Promise<readonly Person[]>
}

export function openSheetDesk(staff: Staff, pool: string): SheetDesk {
  const check = async (noun: string, bytes: Buffer): Promise<Checked> => {
    const id = uuidv7()
    const { status, body } = await staff.upload(`/sheets/${noun}/imports/${pool}/${id}`, bytes)
    expect(status, JSON.stringify(body)).toBe(201)
    return { id, report: body as SheetImport }
  }
  return {
    check,
    importFile: async (noun, bytes) => {
      const { id, report } = await check(noun, bytes)
      expect(report.firstErrors).toEqual([])
      const { status, body } = await staff.send('POST', `/imports/${pool}/${id}/commit`)
      expect(status, JSON.stringify(body)).toBe(200)
      return body as SheetImport
    },
    people: async (q) => {
      const { body } = await staff.get(`/people?authority=${pool}&q=${encodeURIComponent(q)}`)
      return (body as { items: { person: Person }[] }).items.map(({ person }) => person)
    },
  }
}

export async function openSheet(bytes: Buffer): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer)
  return workbook
}
