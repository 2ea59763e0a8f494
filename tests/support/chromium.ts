import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { chromium, type Browser } from 'playwright-core'

const INSTALLED_NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

/** Chromium's own calls home are off, or they would clutter what the tests listen to; WebGL is drawn by the processor. */
const FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-rasterization',
]

/** Debian's packages of the libraries that the npm-shipped Chromium leaves to the system. */
const PACKAGE_OF: Record<string, string> = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libplc4.so': 'libnspr4',
  'libplds4.so': 'libnspr4',
  'libexpat.so.1': 'libexpat1',
}

/**
 * Starts a headless Chromium: `CHROMIUM_PATH`, else one that is installed, else the one from npm.
 * @throws Error that names the Debian package where a system library is missing
 */
export async function launchChromium(extraFlags: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH || installedChromium() || (await npmChromium())
  const asRoot = process.getuid?.() === 0
  try {
    return await chromium.launch({
      executablePath,
      args: [...FLAGS, ...(asRoot ? ['--no-sandbox'] : []), ...extraFlags],
    })
  } catch (error) {
    throw new Error(launchAdvice(executablePath, String(error)), { cause: error })
  }
}

/** What to do about a Chromium that did not start. */
export function launchAdvice(executablePath: string, message: string): string {
  const library = /error while loading shared libraries: ([^\s:]+)/.exec(message)?.[1]
  if (library === undefined) return `Chromium did not start (${executablePath}): ${message}`
  const known = PACKAGE_OF[library]
  const install = known
    ? 'apt-get install -y --no-install-recommends libnss3 libnspr4 libexpat1'
    : 'apt-get install -y --no-install-recommends chromium'
  return `Chromium did not start: the system library ${library} is missing${known ? ` (Debian package ${known})` : ''}. Run: ${install}`
}

function installedChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter)
  for (const name of INSTALLED_NAMES)
    for (const folder of folders) if (folder && existsSync(join(folder, name))) return join(folder, name)
  return null
}

/**
 * Unpacks @sparticuz/chromium once per version. It unpacks into the temp folder by plain writes and takes any file that is there
 * for whole, so it is given a folder of its own that gets its final name when all is in.
 */
async function npmChromium(): Promise<string> {
  const { default: packed } = await import('@sparticuz/chromium')
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const { version } = JSON.parse(readFileSync(join(packageFolder(entry), 'package.json'), 'utf8')) as {
    version: string
  }
  const folder = join(tmpdir(), `lagesbild-chromium-${version}`)
  if (!existsSync(folder)) {
    const half = `${folder}.${process.pid}`
    const before = process.env.TMPDIR
    mkdirSync(half, { recursive: true })
    process.env.TMPDIR = half
    try {
      await packed.executablePath()
    } finally {
      if (before === undefined) delete process.env.TMPDIR
      else process.env.TMPDIR = before
    }
    try {
      renameSync(half, folder)
    } catch (error) {
      if (!existsSync(folder)) throw error
      rmSync(half, { recursive: true })
    }
  }
  // A system without fonts has no fontconfig either; the package brings a few of both.
  if (!existsSync('/etc/fonts')) process.env.FONTCONFIG_PATH ??= join(folder, 'fonts')
  return join(folder, 'chromium')
}

function packageFolder(file: string): string {
  let folder = dirname(file)
  while (!folder.endsWith(join('@sparticuz', 'chromium'))) folder = dirname(folder)
  return folder
}
