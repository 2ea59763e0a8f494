import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { text } from 'node:stream/consumers'
import { contentSecurityPolicy } from '../../vite.config.ts'

const MIME_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.geojson': 'application/geo+json',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}

export interface StaticServer {
  /** Address of the page, with a closing slash. */
  url: string
  origin: string
  /** Requests for other origins, from a browser that takes this server for its proxy. */
  foreign: string[]
  /** Breaches of the policy as the browser reports them, those inside workers too. */
  breaches: string[]
  close(): Promise<void>
}

/**
 * Serves a folder below a sub-path of 127.0.0.1, with the policy that the built page carries, and nothing else. It also
 * stands as a proxy that lets nothing through: a browser that is sent here with everything it asks for can hide no request,
 * whichever thread makes it.
 */
export async function serveFolder(folder: string, subPath = '/lagesbild/'): Promise<StaticServer> {
  const foreign: string[] = []
  const breaches: string[] = []
  const reportPath = `${subPath}policy-report`
  const headers = {
    'Content-Security-Policy': `${contentSecurityPolicy}; report-uri ${reportPath}`,
    'X-Content-Type-Options': 'nosniff',
  }
  let origin = ''

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refuse = (status: number) =>
      void response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${status}`)
    const url = new URL(request.url ?? '/', origin)
    if (url.origin !== origin) {
      foreign.push(url.href)
      return refuse(403)
    }
    if (request.method === 'POST' && url.pathname === reportPath) {
      breaches.push(await text(request))
      return void response.writeHead(204).end()
    }
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405)
    const path = decodeURIComponent(url.pathname)
    if (!path.startsWith(subPath)) return refuse(404)
    const inside = normalize(path.slice(subPath.length) || 'index.html')
    const type = MIME_TYPES[extname(inside)]
    if (inside.startsWith(`..${sep}`) || type === undefined) return refuse(404)
    const file = join(folder, inside)
    const found = await stat(file).catch(() => null)
    if (!found?.isFile()) return refuse(404)
    response.writeHead(200, {
      ...headers,
      'Content-Type': type,
      'Content-Length': found.size,
      'Cache-Control': inside.startsWith(`assets${sep}`) ? 'max-age=31536000, immutable' : 'no-cache',
    })
    if (request.method === 'HEAD') response.end()
    else createReadStream(file).pipe(response)
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: Error) => response.destroy(error))
  })
  server.on('connect', (request, socket) => {
    foreign.push(request.url ?? '')
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    origin,
    url: origin + subPath,
    foreign,
    breaches,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()))
        server.closeAllConnections()
      }),
  }
}
