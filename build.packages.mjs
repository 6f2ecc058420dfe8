// Which packages are taken into what we bundle, for the build and for the tests: of many small files, read one by one,
// they are half of the time a start takes. The rest stays where it is.
import { readFileSync } from 'node:fs'

const takenIn = [
  ...['@hono/node-server', '@hono/zod-openapi', 'drizzle-orm', 'hono'],
  ...['nodemailer', 'openid-client', 'otpauth', 'uqr', 'zod'],
]
const { dependencies, optionalDependencies, devDependencies } = JSON.parse(
  readFileSync(new URL('package.json', import.meta.url), 'utf8'),
)
const all = Object.keys({ ...dependencies, ...optionalDependencies, ...devDependencies })

/** How every program for node is bundled. */
export const forNode = {
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  external: [...all.filter((name) => !takenIn.includes(name)), 'pg-native'],
  // Some of what is taken in still asks for node's own modules in the older way.
  banner: { js: "import { createRequire as asker } from 'node:module';const require = asker(import.meta.url);" },
  sourcemap: true,
  sourcesContent: false,
  // Node keeps the text of a program in memory for as long as it runs.
  minifyWhitespace: true,
  minifySyntax: true,
  lineLimit: 200,
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
}
