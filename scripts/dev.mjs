/** `npm run dev`: builds what browsers get and runs the server from source; node starts this again after every change. */
await import('../build.mjs')
await import('../src/server.ts')
