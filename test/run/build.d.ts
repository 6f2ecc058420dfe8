declare module '*/build.packages.mjs' {
  export const forNode: import('esbuild').BuildOptions & { banner: { js: string } }
}
