/** Defence in depth inside a sandboxed child: nothing that it opens can reach the network or start a program. */
import childProcess from 'node:child_process';
import dgram from 'node:dgram';
import dns from 'node:dns';
import http from 'node:http';
import http2 from 'node:http2';
import https from 'node:https';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import tls from 'node:tls';

function refuse(): never {
  throw new Error('Network and programs are not available here.');
}

function refuseAll(target: object, names: readonly string[]): void {
  for (const name of names) if (name in target) Reflect.set(target, name, refuse);
}

/** Replaces every way out by a function that throws, for CommonJS and ES modules alike. Cannot be undone. */
export function forbidNetwork(): void {
  refuseAll(net, ['connect', 'createConnection', 'createServer']);
  refuseAll(net.Socket.prototype, ['connect']);
  refuseAll(net.Server.prototype, ['listen']);
  refuseAll(tls, ['connect', 'createServer']);
  refuseAll(http, ['request', 'get', 'createServer']);
  refuseAll(https, ['request', 'get', 'createServer']);
  refuseAll(http2, ['connect', 'createServer', 'createSecureServer']);
  refuseAll(dgram, ['createSocket']);
  refuseAll(dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny']);
  refuseAll(dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny']);
  refuseAll(childProcess, ['spawn', 'spawnSync', 'exec', 'execSync', 'execFile', 'execFileSync', 'fork']);
  refuseAll(globalThis, ['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']);
  syncBuiltinESMExports();
}
