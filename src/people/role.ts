import type { OrganisationKind } from './organisation.ts'

/** What someone may be here. A visitor without an account has no role. */
export type RoleName =
  | 'professional'
  | 'student'
  | 'team lead'
  | 'editor'
  | 'reader'
  | 'chair'
  | 'panellist'
  | 'workplace coordinator'
  | 'provider'
  | 'municipality'
  | 'registrar'
  | 'admin'

/** A role someone holds now: everywhere (`organisation` null) or at one organisation only. */
export interface Role {
  role: RoleName
  organisation: string | null
}

/** Whoever can hold roles. */
interface Holder {
  roles: readonly Role[]
}

interface RoleRule {
  /** The word on screen. */
  word: string
  /** Where the role counts: everywhere, or only at the organisation it was given for. */
  scope: 'everywhere' | 'organisation'
  /** Whether a second factor is forced; true for every role that sees what others entrusted to us. */
  secondFactor: boolean
  /** Why the second factor is or is not asked. */
  because: string
  /** The kind of organisation this role belongs to, where only one makes sense. */
  kind?: OrganisationKind
}

/** Every role, once. Who sees only their own things signs in by mail alone: a second step would keep them away. */
export const roleRules: Record<RoleName, RoleRule> = {
  professional: { word: 'professional', scope: 'everywhere', secondFactor: false, because: 'sees only own things' },
  student: { word: 'student', scope: 'everywhere', secondFactor: false, because: 'sees only own things' },
  'team lead': {
    word: 'teamleider',
    scope: 'organisation',
    secondFactor: true,
    because: 'sees who is in a team and what the team counts together',
  },
  editor: {
    word: 'redacteur',
    scope: 'everywhere',
    secondFactor: true,
    because: 'sees unpublished texts and the people behind them',
  },
  reader: {
    word: 'meelezer',
    scope: 'everywhere',
    secondFactor: true,
    because: 'sees nominations with names and contact details',
  },
  chair: { word: 'voorzitter', scope: 'everywhere', secondFactor: true, because: 'sees who is invited to a panel' },
  panellist: {
    word: 'deelnemer',
    scope: 'everywhere',
    secondFactor: false,
    because: 'sees only own answers; a resident must be able to join with a mail alone',
  },
  'workplace coordinator': {
    word: 'werkplaatscoördinator',
    scope: 'organisation',
    secondFactor: true,
    because: 'sees the learning needs of a region and who named them',
    kind: 'workplace',
  },
  provider: {
    word: 'opleider',
    scope: 'organisation',
    secondFactor: false,
    because: 'manages only the own catalogue, which is public',
    kind: 'provider',
  },
  municipality: {
    word: 'gemeente',
    scope: 'organisation',
    secondFactor: true,
    because: 'sees purchasing texts before they are public',
    kind: 'municipality',
  },
  registrar: {
    word: 'registrator',
    scope: 'everywhere',
    secondFactor: true,
    because: 'sees dossiers of registered professionals',
  },
  admin: { word: 'beheerder', scope: 'everywhere', secondFactor: true, because: 'decides who sees what' },
}

export const roleNames = Object.keys(roleRules) as RoleName[]

/** Whether someone holds a role; with an organisation: there, or everywhere. */
export function hasRole(person: Holder | undefined, role: RoleName, organisation?: string): boolean {
  return (
    person?.roles.some(
      (held) =>
        held.role === role &&
        (organisation === undefined || held.organisation === null || held.organisation === organisation),
    ) ?? false
  )
}

/** Whether any role of this person sees what others entrusted to us. */
export function needsSecondFactor(person: Holder): boolean {
  return person.roles.some((held) => roleRules[held.role].secondFactor)
}

/** Why a role cannot be given like this, as a sentence for the field it belongs to; undefined when it can. */
export function grantFault(
  role: RoleName,
  organisation: { kind: OrganisationKind } | undefined,
): { field: 'rol' | 'organisatie'; message: string } | undefined {
  const rule = roleRules[role]
  if (rule.scope === 'organisation' && !organisation)
    return { field: 'organisatie', message: `Kies de organisatie waar deze ${rule.word} bij hoort` }
  if (rule.scope === 'everywhere' && organisation)
    return { field: 'organisatie', message: `Een ${rule.word} hoort niet bij één organisatie. Kies “geen organisatie”` }
  if (rule.kind && organisation && organisation.kind !== rule.kind)
    return { field: 'organisatie', message: `Deze organisatie past niet bij de rol ${rule.word}. Kies een andere` }
  return undefined
}

/** The last admin stays, or nobody could ever give a role again. */
export function mayEnd(role: RoleName, holders: number): boolean {
  return role !== 'admin' || holders > 1
}
