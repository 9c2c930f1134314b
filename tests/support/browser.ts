import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';

const root = fileURLToPath(new URL('../../', import.meta.url));
const cache = join(root, 'node_modules/.cache/chromium');
const unpack = fileURLToPath(new URL('unpack-chromium.ts', import.meta.url));
/** The package unpacks its libraries only where it believes to be on Amazon Linux; they serve any Linux that lacks them. */
const likeAmazonLinux = { AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };

/**
 * Starts a real browser: `CHROME_PATH`, else the Chromium inside an npm package, which needs nothing installed and no root.
 * The first call unpacks it (about two seconds, 200 MB under node_modules/.cache).
 */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.CHROME_PATH;
  // Chromium's own sandbox needs rights that root, containers and CI lack; it only ever opens pages of 127.0.0.1.
  const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
  if (own) return chromium.launch({ executablePath: own, args });
  const folder = await unpacked();
  const env = {
    ...process.env,
    HOME: folder,
    FONTCONFIG_PATH: join(folder, 'fonts'),
    LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
  };
  return chromium.launch({ executablePath: join(folder, 'chromium'), args, env });
}

/** The folder with the unpacked browser; whole or absent, also when several processes ask at once. */
async function unpacked(): Promise<string> {
  if (existsSync(cache)) return cache;
  await mkdir(join(cache, '..'), { recursive: true });
  const fresh = await mkdtemp(`${cache}-`);
  const env = { ...process.env, ...likeAmazonLinux, TMPDIR: fresh };
  await promisify(execFile)(process.execPath, [unpack], { env });
  await rename(fresh, cache).catch(() => rm(fresh, { recursive: true }));
  return cache;
}

/** Keeps a picture under `screenshots/` (not in git), named after what it shows. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(root, 'screenshots', `${name}.png`) });
}
