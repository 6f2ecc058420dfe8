/** The routes for machines: reading only, for everyone. What is made up is there for whoever asks for it. */
import type { Permission } from './permission.ts'

const file: Permission = { may: 'everyone', isPage: false }
const made = '?voorbeelden=ja'

const api: Record<string, Permission> = {
  'GET /api': { may: 'everyone' },
  'GET /api/v1/openapi.json': file,
  'GET /api/v1/wijzigingen': file,
  'GET /api/v1/praktijken': { ...file, at: `/api/v1/praktijken${made}` },
  'GET /api/v1/praktijken/:slug': { ...file, at: `/api/v1/praktijken/{slug}${made}` },
  'GET /api/v1/normen': file,
  'GET /api/v1/normenkaders': file,
  'GET /api/v1/competenties': file,
  'GET /api/v1/normen/:id': { ...file, at: '/api/v1/normen/{norm}' },
  'GET /api/v1/normenkaders/:id': { ...file, at: '/api/v1/normenkaders/{kader}' },
  'GET /api/v1/competenties/:id': { ...file, at: '/api/v1/competenties/{competentie}' },
  'GET /api/v1/opleidingen': { ...file, at: `/api/v1/opleidingen${made}&bij=Assen&orde=prijs` },
  'GET /api/v1/opleidingen/:slug': { ...file, at: `/api/v1/opleidingen/de-kunst-van-het-wachten${made}` },
  'GET /api/v1/uitvoeringen': { ...file, at: `/api/v1/uitvoeringen${made}&wanneer=2026-12` },
  'GET /api/v1/uitvoeringen/:id': { ...file, at: `/api/v1/uitvoeringen/{offering}${made}` },
  'GET /api/v1/opleiders': { ...file, at: `/api/v1/opleiders${made}` },
  'GET /api/v1/opleiders/:slug': { ...file, at: `/api/v1/opleiders/leerplaats-kompas${made}` },
  'GET /api/v1/leermaterialen': { ...file, at: `/api/v1/leermaterialen${made}` },
  'GET /api/v1/leermaterialen/:slug': { ...file, at: `/api/v1/leermaterialen/het-eerste-gesprek${made}` },
  'GET /api/v1/leervormen': file,
  'GET /api/v1/leervormen/:slug': { ...file, at: '/api/v1/leervormen/intervisie' },
}

const frameworks: Record<string, Permission> = {
  'GET /ims/case/v1p1/CFDocuments': file,
  'GET /ims/case/v1p1/CFDocuments/:id': { ...file, at: '/ims/case/v1p1/CFDocuments/{document}' },
  'GET /ims/case/v1p1/CFPackages/:id': { ...file, at: '/ims/case/v1p1/CFPackages/{document}' },
  'GET /ims/case/v1p1/CFItems/:id': { ...file, at: '/ims/case/v1p1/CFItems/{cfItem}' },
  'GET /ims/case/v1p1/CFItemAssociations/:id': { ...file, at: '/ims/case/v1p1/CFItemAssociations/{cfItem}' },
  'GET /ims/case/v1p1/CFAssociations/:id': { ...file, at: '/ims/case/v1p1/CFAssociations/{association}' },
}

const education: Record<string, Permission> = {
  'GET /oeapi/v6': file,
  'GET /oeapi/v6/': file,
  'GET /oeapi/v6/organisations': { ...file, at: `/oeapi/v6/organisations${made}` },
  'GET /oeapi/v6/organisations/:id': { ...file, at: `/oeapi/v6/organisations/{provider}${made}` },
  'GET /oeapi/v6/organisations/:id/courses': { ...file, at: `/oeapi/v6/organisations/{provider}/courses${made}` },
  'GET /oeapi/v6/organisations/:id/course-offerings': {
    ...file,
    at: `/oeapi/v6/organisations/{provider}/course-offerings${made}`,
  },
  'GET /oeapi/v6/courses': { ...file, at: `/oeapi/v6/courses${made}` },
  'GET /oeapi/v6/courses/:id': { ...file, at: `/oeapi/v6/courses/{course}${made}` },
  'GET /oeapi/v6/courses/:id/course-offerings': { ...file, at: `/oeapi/v6/courses/{course}/course-offerings${made}` },
  'GET /oeapi/v6/course-offerings/:id': { ...file, at: `/oeapi/v6/course-offerings/{offering}${made}` },
  'GET /oeapi/v6/learning-outcomes': file,
  'GET /oeapi/v6/learning-outcomes/:id': { ...file, at: '/oeapi/v6/learning-outcomes/{item}' },
}

export const machines: Record<string, Permission> = { ...api, ...frameworks, ...education }
