// For trying out, development and a small office: 2 cores, a few GiB. Whoever needs more sets DATABASE_URL.

const common = {
  listen_addresses: '127.0.0.1',
  // No socket file, hence no socket lock that could be left behind.
  unix_socket_directories: '',
  max_connections: '80',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '16MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '2GB',
  wal_compression: 'on',
  random_page_cost: '1.1',
  // Two cores are Node's as well; and parallel workers need /dev/shm, which is tiny in containers.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  autovacuum_max_workers: '2',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  log_checkpoints: 'off',
}

/** What may be lost with the process: tests, generators. */
const throwaway = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', autovacuum: 'off', max_wal_size: '4GB' }

export function settingsFor(isThrowaway: boolean, port: number): string[] {
  const all = { ...common, ...(isThrowaway ? throwaway : {}), port: String(port) }
  return Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
