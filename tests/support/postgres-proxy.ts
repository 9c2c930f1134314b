import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** What stands between a store and its database, and may fail. */
export interface PostgresProxy {
  readonly url: string;
  /**
   * What happens to a commit: it passes; it is lost on the way there; or it arrives and its confirmation is lost on the way back. With the second
   * and third the connection breaks, and the next commit passes.
   */
  commit: 'pass' | 'lose' | 'lose confirmation';
  /** False: nobody can connect. */
  open: boolean;
  /** True: nothing arrives any more, either way, and nobody is told. */
  silent: boolean;
  /** Called when a commit was lost. */
  onLoss: () => void;
  /** Breaks all connections there are. */
  cut(): void;
  close(): Promise<void>;
}

/** Stands on a free port of 127.0.0.1 before the database at `target`. */
export async function startProxy(target: string): Promise<PostgresProxy> {
  const { hostname, port } = new URL(target);
  const sockets = new Set<Socket>();
  const server = createServer(near => {
    if (!proxy.open) return void near.destroy();
    const far = connect(Number(port), hostname);
    let deaf = false;
    const end = () => {
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        end();
      });
    }
    near.on('data', data => {
      if (proxy.silent) return;
      const fate = data.includes('commit\0') ? proxy.commit : 'pass';
      if (fate === 'pass') return void far.write(data);
      proxy.commit = 'pass';
      if (fate === 'lose') {
        end();
        proxy.onLoss();
        return;
      }
      deaf = true;
      far.write(data);
    });
    far.on('data', data => {
      if (proxy.silent) return;
      if (!deaf) return void near.write(data);
      end();
      proxy.onLoss();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  const url = new URL(target);
  url.port = String(address.port);
  const cut = () => {
    for (const socket of sockets) socket.destroy();
  };
  const proxy: PostgresProxy = {
    url: url.href,
    commit: 'pass',
    open: true,
    silent: false,
    onLoss: () => undefined,
    cut,
    async close() {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
  return proxy;
}
