/** Work that only one process does at a time. */
export { alone } from './alone.ts'
/** Copies the embedded database while it runs. */
export { backUpCluster } from './backup.ts'
/** The embedded PostgreSQL on its own: for the test cluster and for tools. */
export { type Cluster, startCluster } from './cluster.ts'
/**
 * Opens the house's database: the embedded cluster in DATA_DIR, or the one behind DATABASE_URL. `joinDatabase` also joins
 * a house that already runs; `databaseAt` takes one that is already migrated: for tests and tools.
 */
export { type Database, databaseAt, joinDatabase, migrationsFolder, openDatabase } from './database.ts'
/** Is this "the database can't answer now" (503)? Which constraint refused a row? What may a log say about an error? */
export { failureFacts, isAway, isUnavailable, violated } from './failure.ts'
/** Applies the numbered files of db/migrations. */
export { MigrationFault, migrate, readMigrations } from './migrate.ts'
/** Why the embedded database can't start, as one sentence. */
export { ClusterFault } from './native.ts'
/** The database as the code sees it; `dbOn` gives it for a pool, `openPool` a pool of one's own, `connectionOf` tells a transaction, `poolOf` what is outside of it. */
export { connectionOf, type Db, dbOn, openPool, poolOf } from './pool.ts'
/** Removes the embedded database for good: for `npm run db:reset`. */
export { removeCluster } from './reset.ts'
/** Does the work in another PostgreSQL role, inside the transaction. */
export { asRole } from './role.ts'
/** The roles of PostgreSQL: owner of the embedded cluster, application, and who alone reads the reflection. */
export { APP, OWNER, REFLECTOR } from './roles.ts'
/** A named prepared statement: hot paths and recursive queries. */
export { statement } from './statement.ts'
/**
 * One transaction, joined when it is already open; `attempt` undoes only its own work; `afterRollback` undoes what was
 * done outside the database; `begin` is for middleware.
 */
export { afterRollback, attempt, begin, inTransaction, type Transaction } from './transaction.ts'
