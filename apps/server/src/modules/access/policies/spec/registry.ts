// Who sees and changes places, units, dossiers, officials, the talent pool and ties.
import {
  all,
  any,
  covers,
  derived,
  holdsAt,
  listed,
  ownAccount,
  ownPerson,
  recused,
  signedIn,
  type TablePolicy,
} from '../condition.ts'

const office = covers('place', 'office')
const ordered = derived('ordered_targets', { unit: 'unit', place: 'place' })
/** What is known of an inspected unit: its superiors in the inspection line, whoever has part in a round on it, and whoever is ordered to it. */
const file = any(
  covers('place', 'office', 'leading-group'),
  derived('partner_targets', { unit: 'unit', place: 'place' }, 'office', 'leading-group'),
  ordered,
)
const ownUnit = derived('own_units', { county: 'county', unit: 'unit' })
const pool = covers('authority', 'office')
const poolReaders = covers('authority', 'office', 'leading-group')

export const registryPolicies: readonly TablePolicy[] = [
  {
    table: 'registry.region',
    key: 'public',
    select: signedIn,
    worker: ['select'],
  },
  {
    table: 'registry.region_edition',
    key: 'public',
    select: signedIn,
    worker: ['select'],
  },
  // Names of villages, bureaus and schools are public; what is known of them is not.
  {
    table: 'registry.unit',
    key: 'county',
    select: signedIn,
    insert: office,
    update: office,
    worker: ['select'],
    owner: ['select'],
  },
  {
    table: 'registry.dossier',
    key: 'county',
    select: file,
    insert: office,
    update: office,
    except: recused('place'),
    worker: ['select'],
  },
  {
    table: 'registry.dossier_section',
    key: 'county',
    select: file,
    insert: office,
    update: office,
    except: recused('place'),
    worker: ['select'],
  },
  {
    table: 'registry.dossier_version',
    key: 'county',
    select: file,
    insert: all(office, ownAccount('changed_by')),
    except: recused('place'),
    worker: ['select'],
  },
  {
    table: 'registry.class_change',
    key: 'county',
    select: file,
    insert: all(office, ownAccount('recorded_by')),
    except: recused('place'),
    worker: ['select'],
  },
  {
    // What one body's petition office told it, to the office that entered it. Judgements of it are worked out as the worker.
    table: 'registry.petition_volume',
    key: 'authority',
    select: holdsAt('authority', 'office'),
    insert: all(holdsAt('authority', 'office'), office, ownAccount('by_account')),
    worker: ['select'],
  },
  {
    table: 'registry.official',
    key: 'county',
    select: file,
    insert: office,
    update: office,
    except: recused('place'),
    worker: ['select'],
  },
  {
    table: 'registry.objection',
    key: 'county',
    select: any(
      covers('place', 'office', 'leading-group'),
      derived('partner_targets', { unit: 'unit', place: 'place' }, 'office', 'leading-group'),
      ownUnit,
    ),
    insert: all(any(covers('place', 'office', 'leading-group'), ownUnit), ownAccount('recorded_by')),
    update: covers('place', 'office', 'leading-group'),
    // The person objected to never learns of it here.
    except: ownPerson('person'),
    worker: ['select'],
  },
  {
    table: 'registry.person',
    key: 'person',
    select: any(poolReaders, ownPerson('id')),
    insert: pool,
    update: pool,
    worker: ['select'],
    owner: ['select'],
  },
  {
    table: 'registry.tie',
    key: 'person',
    // Whoever approves reads what he approves: boards and certificates are worked out from what the reader sees.
    select: any(poolReaders, ownPerson('person')),
    insert: all(any(pool, all(ownPerson('person'), listed('source', 'self'))), ownAccount('recorded_by')),
    update: any(pool, all(ownPerson('person'), listed('source', 'self'), ownAccount('recorded_by'))),
    worker: ['select'],
  },
  {
    table: 'registry.sheet_import',
    key: 'authority',
    select: pool,
    insert: all(pool, ownAccount('created_by')),
    update: pool,
    worker: ['select', 'delete'],
  },
  { table: 'registry.sheet_error', key: 'authority', select: pool, insert: pool, worker: ['select', 'delete'] },
]
