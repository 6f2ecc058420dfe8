import { found } from '../foundation/http/index.ts'
import { isId } from '../foundation/id.ts'
import { type PeopleContext, type Person, withRole } from '../people/index.ts'
import { holdCourse, readCourseById } from './course.store.ts'
import type { Course } from './course.ts'
import type { Hand } from './hand.ts'
import { holdModule, readModuleById } from './module.store.ts'
import type { Module } from './module.ts'
import { holdProviderOf, providersById, readProvider } from './provider.store.ts'
import { mayManage, type Provider } from './provider.ts'

/** Whoever offers training, and for which provider; what another provider made is not there. */
export interface ProviderDesk {
  person: Person
  provider: Provider
  hand: Hand
}

const deskOf = (c: PeopleContext, person: Person, provider: Provider | undefined): ProviderDesk => {
  const own = found(provider && mayManage(person, provider) ? provider : undefined)
  return { person, provider: own, hand: { by: person.id, at: c.var.now } }
}

/** The provider of this address, for one of its own people. */
export async function providerDesk(c: PeopleContext): Promise<ProviderDesk> {
  const person = withRole(c, 'provider')
  return deskOf(c, person, await readProvider(c.var.db, c.req.param('aanbieder') ?? ''))
}

/** The course of this address, for one of its provider's own people. A sent form holds it and its provider until the end. */
export async function courseDesk(c: PeopleContext): Promise<ProviderDesk & { course: Course }> {
  const person = withRole(c, 'provider')
  const id = c.req.param('training')
  const { db } = c.var
  const isRead = c.req.method === 'GET'
  if (isId(id) && !isRead) await holdProviderOf(db, id)
  const course = isId(id) ? await (isRead ? readCourseById(db, id) : holdCourse(db, id)) : undefined
  const provider = course && (await providersById(db, [course.provider])).get(course.provider)
  return { ...deskOf(c, person, provider), course: found(course) }
}

/** The material of this address, for one of its provider's own people. A sent form holds it until the end. */
export async function moduleDesk(c: PeopleContext): Promise<ProviderDesk & { module: Module }> {
  const person = withRole(c, 'provider')
  const id = c.req.param('materiaal')
  const { db } = c.var
  const module = isId(id) ? await (c.req.method === 'GET' ? readModuleById(db, id) : holdModule(db, id)) : undefined
  const provider = module && (await providersById(db, [module.provider])).get(module.provider)
  return { ...deskOf(c, person, provider), module: found(module) }
}
