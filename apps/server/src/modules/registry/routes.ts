import {
  checkSheet,
  classifyUnit,
  commitImport,
  countUnits,
  declareTie,
  evaluateTrainee,
  exportSheet,
  getCapacity,
  getMarkedFile,
  getPerson,
  getRegion,
  getSheetImport,
  getSheetTemplate,
  getUnit,
  listDossierVersions,
  listPeople,
  listProvinces,
  listSheetErrors,
  listTieKinds,
  listTies,
  listUnits,
  putDossierFacts,
  putDossierSection,
  putOfficial,
  putPerson,
  putUnit,
  readOwnPerson,
  reviewTie,
  searchRegions,
  setPersonState,
  withdrawTie,
  withdrawUnit,
} from '@shengmian/contract'
import { serve, type Route } from '../../http/serve.ts'
import { findPeople } from './people/find-people.ts'
import { measureCapacity } from './people/measure-capacity.ts'
import { evaluateTrainee as evaluate, readPerson, setPersonState as setState, writePerson } from './people/write-person.ts'
import { showOwnPerson } from './people/show-own-person.ts'
import { describeRegion, findRegions, listProvinceNames } from './places/find-regions.ts'
import * as imports from './sheets/check-sheet.ts'
import * as sheets from './sheets/export-sheet.ts'
import * as ties from './ties/declare-tie.ts'
import * as units from './units/list-units.ts'
import { listDossierVersions as listVersions, readDossier } from './units/read-dossier.ts'
import { classifyUnit as classify, writeDossierFacts, writeDossierSection } from './units/write-dossier.ts'
import { withdrawUnit as withdraw, writeOfficial, writeUnit } from './units/write-unit.ts'

/** Regions, units with dossiers, the talent pool, ties, and the sheets of all of them. */
export function registryRoutes(): Route[] {
  return [...regionRoutes(), ...unitRoutes(), ...personRoutes(), ...tieRoutes(), ...sheetRoutes()]
}

function regionRoutes(): Route[] {
  return [
    serve(searchRegions, ({ query }) => ({ items: [...findRegions(query)] })),
    serve(listProvinces, () => ({ items: listProvinceNames() })),
    serve(getRegion, ({ params }) => describeRegion(params.code)),
  ]
}

function unitRoutes(): Route[] {
  return [
    serve(listUnits, ({ tx, query }) => units.listUnits(tx, query)),
    serve(countUnits, ({ tx, query }) => units.countUnits(tx, query.within)),
    serve(getUnit, ({ tx, params }) => readDossier(tx, params.unit)),
    serve(putUnit, ({ tx, params, body, clock }) => writeUnit(tx, params.unit, body, clock.now())),
    serve(withdrawUnit, ({ tx, params, body, clock }) => withdraw(tx, params.unit, body.reason, clock.now())),
    serve(putDossierFacts, ({ tx, params, body, caller, clock }) =>
      writeDossierFacts(tx, params.unit, body, { id: caller.id, now: clock.now() }),
    ),
    serve(putDossierSection, ({ tx, params, body, caller, clock }) =>
      writeDossierSection(tx, params.unit, params.section, body, { id: caller.id, now: clock.now() }),
    ),
    serve(classifyUnit, ({ tx, params, body, caller, clock }) =>
      classify(tx, params.unit, body, { id: caller.id, now: clock.now() }),
    ),
    serve(listDossierVersions, ({ tx, params, query }) => listVersions(tx, params.unit, query)),
    serve(putOfficial, ({ tx, params, body, clock }) => writeOfficial(tx, params.unit, params.official, body, clock.now())),
  ]
}

function personRoutes(): Route[] {
  return [
    serve(listPeople, ({ tx, query, clock }) => findPeople(tx, query, clock.now().toISOString().slice(0, 10))),
    serve(getPerson, ({ tx, params }) => readPerson(tx, params.authority, params.person)),
    serve(readOwnPerson, async ({ tx }) => ({ person: await showOwnPerson(tx) })),
    serve(putPerson, ({ tx, params, body, clock }) => writePerson(tx, params.authority, params.person, body, clock.now())),
    serve(setPersonState, ({ tx, params, body, clock }) => setState(tx, params.authority, params.person, body, clock.now())),
    serve(evaluateTrainee, ({ tx, params, body, clock }) => evaluate(tx, params.authority, params.person, body, clock.now())),
    serve(getCapacity, ({ tx, query }) => measureCapacity(tx, query.authority, query.demand)),
  ]
}

function tieRoutes(): Route[] {
  return [
    serve(listTieKinds, () => ({ items: ties.listTieKinds() })),
    serve(listTies, async ({ tx, params }) => ({ items: await ties.listTies(tx, params.authority, params.person) })),
    serve(declareTie, ({ tx, params, body, caller, clock }) =>
      ties.declareTie(tx, params, body, { id: caller.id, now: clock.now() }),
    ),
    serve(reviewTie, ({ tx, params, body }) => ties.reviewTie(tx, params, body)),
    serve(withdrawTie, ({ tx, params, body }) => ties.withdrawTie(tx, params, body.reason)),
  ]
}

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

function sheetRoutes(): Route[] {
  return [
    serve(getSheetTemplate, async ({ params }) => ({ ...(await sheets.makeTemplate(params.noun)), type: xlsx })),
    serve(exportSheet, async ({ tx, params, query }) => ({
      ...(await sheets.exportSheet(tx, params.noun, query.within)),
      type: xlsx,
    })),
    serve(checkSheet, ({ tx, params, upload, caller, clock }) =>
      imports.checkSheet(tx, params.noun, params, upload, { id: caller.id, name: caller.name, now: clock.now() }),
    ),
    serve(getSheetImport, ({ tx, params }) => imports.readImport(tx, params)),
    serve(listSheetErrors, ({ tx, params, query }) => imports.listErrors(tx, params, query)),
    serve(getMarkedFile, async ({ tx, params }) => ({ ...(await imports.markFile(tx, params)), type: xlsx })),
    serve(commitImport, ({ tx, params, caller, clock }) =>
      imports.commitImport(tx, params, { id: caller.id, name: caller.name, now: clock.now() }),
    ),
  ]
}
