export {
  /** Whoever holds a role, proven, before a request's transaction began. */
  holderOf,
  /** A handler's context from this floor up. */
  type PeopleContext,
  /** What handlers find in `c.var` from this floor up: the house's, and `person`. */
  type PeopleEnv,
  /** Whether this session gave the second factor that a role asks for. */
  provenFor,
  /** Whoever is signed in; a visitor is sent to sign in and comes back. */
  signedIn,
  /** Whoever proved less than five minutes ago that it is them: before taking data out or erasing it. */
  stepUp,
  /** Middleware: loads the person behind the session into `c.var.person`. */
  whoIsHere,
  /** Whoever holds the role, second factor given where the role asks it; 404 for others. */
  withRole,
} from './access.ts'
export type {
  /** A member of the cast of the trial installation. */
  CastMember,
} from './demo.page.tsx'
export {
  /** `/demo`: become anyone of the cast. Answers 404 outside a trial installation. */
  demoRoutes,
} from './demo.routes.tsx'
export {
  /** Notes that someone wants to be erased, and signs them out everywhere. */
  askErasure,
  /** Whoever asked for it and was not erased yet. */
  erasuresAsked,
} from './erasure.store.ts'
export {
  /** Notes that someone belongs to an organisation. */
  joinOrganisation,
  /** Where people belong now, by person: id and name of each organisation. */
  placesOf,
} from './membership.store.ts'
export type {
  /** An organisation. */
  Organisation,
  /** A kind of organisation. */
  OrganisationKind,
} from './organisation.ts'
export {
  /** The nightly clean-up of this domain. */
  peopleJobs,
} from './people.jobs.ts'
export {
  /** Every URL of this domain. */
  peopleRoutes,
} from './people.routes.tsx'
export {
  /** One organisation by id, or undefined. */
  findOrganisation,
  /** Someone by id; undefined when erased or never there. */
  findPerson,
  /** Names by id, for screens; who was erased or has no name is absent. */
  nameOf,
  /** The first fifty organisations by name, narrowed by a part of it or by kind, and how many there are. */
  organisations,
  /** Everyone whose account was made before a moment. */
  peopleBefore,
  /** People with an account by the beginning of a name, to choose one of them. */
  peopleNamed,
  /** Gives a person of the cast back their own name and address. */
  resettlePerson,
  /** Puts an organisation of the cast in place under a fixed id. */
  settleOrganisation,
  /** Puts a person of the cast in place under a fixed id. */
  settlePerson,
} from './person.store.ts'
export type {
  /** Someone with an account. */
  Person,
} from './person.ts'
export {
  /** The key of a person, or undefined when there never was one or it was destroyed. */
  knownPersonKey,
  /** The 32-byte key of a person, made at first use, wrapped by SECRET_KEY. */
  personKey,
} from './person-key.store.ts'
export {
  /** The mail addresses of everyone who holds a role at an organisation now: for a mail, never for a screen. */
  addressesOf,
  /** Ends a role, as a row with who and when. */
  endRole,
  /** Gives a role, as a row with who and when. */
  grantRole,
  /** Whoever holds a role now, with name, to choose from. */
  holdersOf,
} from './role.store.ts'
export {
  /** Whether someone holds a role (at an organisation). */
  hasRole,
  /** A role someone holds now. */
  type Role,
  /** Every role there is. */
  type RoleName,
  /** Every role, for tables of permissions. */
  roleNames,
} from './role.ts'
export {
  /** A path of our own, or undefined: for every "verder" and "terug" that comes from outside. */
  ownPath,
} from './sign-in.ts'
export {
  /** Empties an account and destroys its key; safe to run twice. */
  erasePerson,
  /** All this domain keeps about someone. */
  exportPerson,
  /** One table of what we keep about someone. */
  type Takeout,
} from './takeout.store.ts'
export {
  /** Tells and empties the columns of a schema that say who did something. */
  tracesIn,
} from './trace.store.ts'
export {
  /** One column that says who did something. */
  type Trace,
  /** One line of a list of them. */
  trace,
} from './trace.ts'
