// A registry may lack the builds for other systems; npm then leaves them out of package-lock.json, and `npm ci` refuses the
// file as incomplete. This adds them by the exact versions that their owners ask for: nothing here installs them.
// Run after changing dependencies: node tools/complete-lockfile.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const file = path.join(import.meta.dirname, '..', 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))
const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openharmony', 'sunos', 'win32']
const processors = {
  x64: 'x64',
  arm64: 'arm64',
  aarch64: 'arm64',
  ia32: 'ia32',
  arm: 'arm',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
}

let added = 0
for (const [owner, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const isThere = lock.packages[`node_modules/${name}`] ?? lock.packages[`${owner}/node_modules/${name}`]
    const words = name.split(/[/-]/)
    const os = systems.find((each) => words.includes(each)) ?? (words.includes('win') ? 'win32' : undefined)
    const cpu = Object.entries(processors).find(([word]) => words.includes(word))?.[1]
    // Only an exact version of a build for one system; anything else is npm's to resolve.
    if (isThere || os === undefined || cpu === undefined || !/^\d+\.\d+\.\d+[\w.-]*$/.test(version)) continue
    const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined
    const isDev = lock.packages[owner].dev === true
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(isDev ? { dev: true } : {}),
      ...(libc === undefined ? {} : { libc: [libc] }),
      optional: true,
      os: [os],
    }
    added += 1
  }
}
if (process.argv.includes('--check')) {
  console.log(`${added} entries are missing`)
  process.exit(added === 0 ? 0 : 1)
}
const root = lock.packages['']
const sorted = Object.entries(lock.packages).toSorted(([a], [b]) => a.localeCompare(b, 'en'))
lock.packages = { '': root, ...Object.fromEntries(sorted.filter(([name]) => name !== '')) }
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} entries added`)
