import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import ExcelJS from 'exceljs'
import type { Figure, Measure } from '../figure.ts'

interface Measured {
  readonly checkSeconds: number
  readonly importSeconds: number
  readonly againSeconds: number
  readonly growthMegabytes: number
  readonly peakMegabytes: number
  readonly added: number
  readonly same: number
}

/** People by the hundred thousand through the server's own routes, in a process of its own so that its memory can be told. */
export const measureSheets: Measure = async ({ quick }) => {
  const rows = quick ? 10_000 : 100_000
  const folder = mkdtempSync(path.join(tmpdir(), 'shengmian-bench-sheets-'))
  try {
    const file = path.join(folder, 'people.xlsx')
    await writePeople(file, rows)
    const script = path.join(import.meta.dirname, 'import-people.ts')
    const { stdout } = await promisify(execFile)(process.execPath, [script, folder, file], { maxBuffer: 1 << 20 })
    const found = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as Measured
    const isWhole = found.added === rows && found.same === rows
    const seconds = quick ? 6 : 30
    const of = `${rows} people of 14 columns by upload over HTTP, embedded database; all: 100,000`
    const figure = (name: string, value: number, unit: string, most: number, how: string): Omit<Figure, 'topic'> => ({
      figure: name,
      value,
      unit,
      target: `≤ ${most}${quick ? ` for ${rows} rows` : ''}`,
      holds: isWhole && value <= most,
      how,
    })
    return [
      figure('sheet of 100,000 rows checked', found.checkSeconds, 's', seconds, `${of}; dry run`),
      figure('sheet of 100,000 rows imported', found.importSeconds, 's', seconds, `${of}; after the dry run, in one transaction`),
      figure('the same sheet imported again', found.againSeconds, 's', seconds, `${of}; nothing changed`),
      figure(
        'memory that the import takes',
        found.growthMegabytes,
        'MB',
        300,
        `${of}; growth of the server's resident memory over its state with the places loaded, highest of dry run and both imports; the whole process stood at ${Math.round(found.peakMegabytes)} MB`,
      ),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function writePeople(filename: string, rows: number): Promise<void> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename, useSharedStrings: false })
  const sheet = workbook.addWorksheet('人才库')
  const header = [
    '编号',
    '姓名',
    '工作单位',
    '工作地',
    '成长地',
    '任职经历',
    '专长',
    '角色',
    '职级',
    '经验',
    '语言',
    '不可抽调',
    '来源',
    '培养锻炼',
  ]
  sheet.addRow(header).commit()
  for (let i = 0; i < rows; i++) {
    const postings = `421022 2015.03-2018.06；荆州市江陵县 2018.07-至今`
    sheet
      .addRow([
        `P${i}`,
        `某人${i}`,
        `荆州区某局${i % 50}`,
        '421003',
        '421024',
        postings,
        '审计、财务',
        '组长、组员',
        '四级主任科员',
        '骨干',
        '普通话',
        '无',
        '审计',
        '否',
      ])
      .commit()
  }
  sheet.commit()
  await workbook.commit()
}
