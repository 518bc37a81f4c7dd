// Keeps the site readable without network. Before this text stands SITE: the files that every page of this build needs,
// the pages and lists that are kept unasked, and the page that is shown in place of one that was not kept.
const PREFIX = `khuyencong ${self.registration.scope} `;
const PAGES = `${PREFIX}pages`;
const FILES = `${PREFIX}files`;
const MOST = { [PAGES]: { count: 80, bytes: 8e6 }, [FILES]: { count: 300, bytes: 25e6 } };
const LARGEST = 3e6;
const MOST_AT_ONCE = 60;
const PATIENCE = 4000;
const DAY = 24 * 60 * 60 * 1000;
const OLDEST = 60 * DAY;
const AT = "X-Kept-At";
const BYTES = "X-Kept-Bytes";
const HASHED = /[.-][0-9a-f]{8,10}\.[a-z0-9]+$/;
const THEME = /\/giao-dien\/[^/]*\.([0-9a-f]{8})\.[a-z0-9]+$/;

const at = (path) => new URL(path, self.registration.scope).href;
const plain = (address) => address.replace(/[?#].*$/, "");
const isPage = (address) => /(?:\/|\.html)$/.test(plain(address));
const isOurs = (address) => address.startsWith(self.registration.scope);
const keptAt = (response) => Number(response.headers.get(AT));
const keptIn = (cacheName, address) => caches.match(address, { cacheName, ignoreVary: true }); // makes no cache where none is
const later = (time) => new Promise((done) => setTimeout(done, time));

const SHELL = SITE.shell.map(at);
const LIST = SITE.list.map(at);
const OFFLINE = at(SITE.offline);
const SAFE = new Set([...SHELL, ...LIST, OFFLINE]);
const shownFrom = new Map(); // When the copy was kept that a window shows, by the window.

// A file of the theme carries the hash of its bytes in its name: one that came broken is never kept.
const isWhole = async (address, body) => {
  const wanted = THEME.exec(address)?.[1];
  if (!wanted) return true;
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", body));
  return [...digest.slice(0, 4)].map((one) => one.toString(16).padStart(2, "0")).join("") === wanted;
};

// A worker that has been replaced keeps nothing more: the next one may be there to take everything away.
const isReplaced = () => self.serviceWorker?.state === "redundant";

const keep = async (name, address, response) => {
  const body = await response.arrayBuffer();
  if (!response.ok || response.type !== "basic" || body.byteLength > LARGEST || !(await isWhole(address, body))) return false;
  const headers = new Headers(response.headers);
  for (const one of ["Content-Encoding", "Content-Length"]) headers.delete(one); // The body is unpacked by now.
  headers.set(AT, Date.now());
  headers.set(BYTES, body.byteLength);
  if (isReplaced()) return false;
  await (await caches.open(name)).put(address, new Response(body, { headers }));
  return true;
};

// The files that kept pages show: an older build's style sheet stays as long as one of its pages does.
const needed = async () => {
  const pages = await (await caches.open(PAGES)).matchAll();
  const texts = await Promise.all(pages.map((page) => page.text()));
  return new Set(texts.flatMap((text) => text.match(/[\w-]+\.[0-9a-f]{8}\.(?:css|js|woff2)/g) ?? []));
};

const trim = async (name) => {
  if (isReplaced()) return;
  const cache = await caches.open(name);
  const kept = await Promise.all((await cache.keys()).map(async ({ url }) => ({ url, response: await cache.match(url) })));
  const rank = ({ url, response }) => (SAFE.has(url) ? Infinity : keptAt(response));
  const all = kept.filter(({ response }) => response).sort((one, other) => (rank(one) < rank(other) ? 1 : -1));
  let [count, bytes] = [0, 0];
  const spare = all.filter(({ url, response }) => {
    count += 1;
    bytes += Number(response.headers.get(BYTES));
    const isOld = name === PAGES && Date.now() - keptAt(response) > OLDEST;
    return !SAFE.has(url) && (isOld || count > MOST[name].count || bytes > MOST[name].bytes);
  });
  const names = spare.length && name === FILES ? await needed() : new Set();
  for (const { url } of spare) if (!names.has(url.split("/").pop())) await cache.delete(url);
};

const remember = async (address, response) => {
  if (address === OFFLINE) return;
  if (response.status === 404 || response.status === 410) await (await caches.open(PAGES)).delete(address);
  else if (await keep(PAGES, address, response)) await trim(PAGES);
};

const fresh = async (address) => {
  if (address === OFFLINE) return keptIn(FILES, OFFLINE);
  const kept = await keptIn(PAGES, address);
  return kept && (Date.now() - keptAt(kept) < OLDEST || SAFE.has(address)) ? kept : undefined;
};

// The network first; what was kept when it fails, does not answer in time, or the server is broken.
const page = async (event) => {
  const address = plain(event.request.url);
  const answer = fetch(event.request);
  event.waitUntil(answer.then((response) => remember(address, response.clone())).catch(() => {}));
  const kept = await fresh(address);
  try {
    const response = await (kept ? Promise.race([answer, later(PATIENCE)]) : answer);
    if (response && !(kept && response.status >= 500)) return response;
  } catch {
    if (!kept && event.request.mode !== "navigate") return Response.error();
    if (!kept) return Response.redirect(`${OFFLINE}?trang=${encodeURIComponent(event.request.url)}`);
  }
  if (address !== OFFLINE) shownFrom.set(event.resultingClientId, keptAt(kept));
  return kept;
};

// A name with a hash never means another file, so what is kept is right for ever.
const file = async (event) => {
  const address = plain(event.request.url);
  const kept = await keptIn(FILES, address);
  if (kept) return kept;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(keep(FILES, address, response.clone()).then(() => trim(FILES)));
  return response;
};

const fetched = async (address, options) => {
  const response = await fetch(address, options);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
};

// All or nothing: when one file is missing, the worker before this one goes on with what it has.
const install = async () => {
  await Promise.all(
    SHELL.map(async (address) => {
      if (!(await keptIn(FILES, address)) && !(await keep(FILES, address, await fetched(address)))) throw new Error(address);
    }),
  );
  await keep(FILES, OFFLINE, await fetched(OFFLINE, { cache: "reload" }));
  await self.skipWaiting();
};

const activate = async () => {
  const foreign = (await caches.keys()).filter((name) => name.startsWith(PREFIX) && name !== PAGES && name !== FILES);
  await Promise.all(foreign.map((name) => caches.delete(name)));
  await Promise.all([trim(PAGES), trim(FILES)]);
  await self.clients.claim();
};

// The page that was open before there was a worker, what it shows, and the lists; each failing alone.
const keepNow = async ({ page, files, lists }) => {
  const wanted = [page, ...(lists ? LIST : [])].map(plain).filter((one) => isOurs(one) && (isPage(one) || LIST.includes(one)));
  for (const address of wanted) {
    const kept = await fresh(address);
    if (kept && (address === plain(page) || Date.now() - keptAt(kept) < DAY)) continue;
    await fetch(address).then((response) => remember(address, response)).catch(() => {});
  }
  for (const address of files.slice(0, MOST_AT_ONCE).map(plain).filter((one) => isOurs(one) && HASHED.test(one))) {
    if (!(await keptIn(FILES, address))) await fetch(address).then((one) => keep(FILES, address, one)).catch(() => {});
  }
  await trim(FILES);
};

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { method, mode, url, headers } = event.request;
  if (method !== "GET" || !isOurs(url) || headers.has("Range")) return;
  if (mode === "navigate" ? isPage(url) : LIST.includes(plain(url))) event.respondWith(page(event));
  else if (HASHED.test(plain(url))) event.respondWith(file(event));
});
self.addEventListener("message", (event) => {
  const since = shownFrom.get(event.source.id);
  if (since) event.source.postMessage({ since });
  else event.waitUntil(keepNow(event.data));
});
