/** The web application with its workers in one process, until it is told to stop. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApi } from '../api/create-api.ts';
import { advance } from '../pipeline/advance.ts';
import type { PipelineContext } from '../pipeline/context.ts';
import { tell } from './output.ts';

/** A large binder over a slow line takes longer than the five minutes that Node.js allows a request by itself. */
const UPLOAD_MS = 3_600_000;

const loopback = new Set(['127.0.0.1', '::1', 'localhost']);

async function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  server.listen(port, host);
  await once(server, 'listening');
  return server.address() as AddressInfo;
}

export interface ServeOptions {
  readonly districtId: string;
  /** A port that is taken is replaced by a free one. */
  readonly anyPort: boolean;
}

/** Serves one district to the one local user until SIGINT or SIGTERM. */
export async function serveApplication(context: PipelineContext, options: ServeOptions): Promise<void> {
  const { config, log, store } = context;
  const app = createApi({
    ...context,
    onUploadAccepted: async (uploadId) => {
      const upload = await store.uploads.findOne({ _id: uploadId }).lean();
      if (upload) await advance(context, [{ stage: 'intake', key: uploadId, districtId: upload.districtId }]);
    },
    actor: () => ({ id: 'local-user', districtId: options.districtId }),
  });
  const server = createServer({ requestTimeout: UPLOAD_MS }, app);
  const address = await listen(server, config.host, config.port).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error;
    if (!options.anyPort) throw new Error(`--port: port ${config.port} is in use; choose another`);
    return listen(server, config.host, 0);
  });
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  log.info({ host: address.address, port: address.port }, 'listening');
  const open = loopback.has(config.host)
    ? 'there is no sign-in yet: only this machine can reach the application'
    : 'there is no sign-in yet: everyone who reaches this address sees every record';
  log.warn(open);
  tell(`Throughline is at http://${host}:${address.port}  (Ctrl+C stops it; ${open})`);

  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await stopped;
  server.close();
  server.closeAllConnections();
}
