// Keeps pages on the reader's device and shows them when the network fails. It is registered only
// when the reader presses "keep for offline" (assets/offline.js). Everything comes from the network
// first; a page that does not is labelled with the day on which it was saved.
"use strict";
const VERSION = "@@version@@"; // of what is kept: another one makes the browser renew it
const VISITED = "zq-visited", MOST_VISITED = 300, PATIENCE = 5000, AT_ONCE = 6;
const root = self.registration.scope;
const FIXED = /\/search\/[0-9a-f]+\//; // a folder named by its content: its files never change

const listUrl = (lang) => `${root}offline/${lang}.json`;
const cachesOf = async (lang) => (await caches.keys()).filter((name) => name.startsWith(`zq-kept-${lang}-`));

// ── keeping ─────────────────────────────────────────────────────────────────────────────────────

// The list is kept last, so that a cache without one is known to be unfinished.
const keep = async (lang, tell) => {
  const list = await (await fetch(listUrl(lang), { cache: "no-cache" })).json();
  const name = `zq-kept-${lang}-${list.version}`, old = (await cachesOf(lang)).filter((one) => one !== name);
  const cache = await caches.open(name), visited = await caches.open(VISITED), waiting = [...list.files];
  let done = 0;
  const fetchSome = async () => {
    for (let path; (path = waiting.shift()); tell(++done, list.files.length)) {
      const url = root + path, had = FIXED.test(url) && await caches.match(url);
      const response = had || await fetch(url, { cache: "no-cache" });
      if (!response.ok) {
        waiting.length = 0; // the others stop too
        throw new Error(`${response.status} ${path}`);
      }
      await cache.put(url, plain(response));
      await visited.delete(url);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, fetchSome));
  await cache.put(listUrl(lang), new Response(JSON.stringify({ ...list, saved: new Date().toISOString() })));
  for (const one of old) await caches.delete(one);
};

const renew = async () => {
  for (const lang of ["zh", "en"]) if ((await cachesOf(lang)).length) await keep(lang, () => {});
};

// A response that followed a redirect may not answer for another page.
const plain = (response) => response.redirected ? new Response(response.body, { headers: response.headers }) : response;

const remember = async (request, response) => {
  const url = request.url.split(/[?#]/)[0], type = response.headers.get("content-type") || "";
  if (!response.ok || !(FIXED.test(url) || type.startsWith("text/html"))) return;
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    if (name.startsWith("zq-kept-") && await cache.match(url)) return cache.put(url, plain(response));
  }
  const visited = await caches.open(VISITED);
  await visited.put(url, plain(response));
  const urls = await visited.keys();
  for (const one of urls.slice(0, -MOST_VISITED)) await visited.delete(one);
};

// ── showing ─────────────────────────────────────────────────────────────────────────────────────

const find = async (url) => {
  const bare = url.split(/[?#]/)[0];
  for (const one of [bare, `${bare}index.html`, `${bare}.html`]) {
    const saved = await caches.match(one);
    if (saved) return saved;
  }
};

const labelled = async (saved) => {
  const html = await saved.text(), date = saved.headers.get("date");
  const day = (lang) => new Date(date).toLocaleDateString(lang === "en" ? "en-GB" : "zh-CN", { dateStyle: "long" });
  const [, lang] = html.match(/<html[^>]* lang="(..)/) || [];
  const shown = html.replace('<aside class="zq-saved" hidden', '<aside class="zq-saved zq-saved--kept"')
    .replace(/(<(?:time|span) class="zq-saved__day")[^>]*>[^<]*/, (all, start) => date ? `${start}>${day(lang)}` : all);
  return new Response(shown, { headers: { "Content-Type": "text/html; charset=utf-8" } });
};

const missing = async (url) => {
  for (const lang of url.startsWith(`${root}en/`) ? ["en", "zh"] : ["zh", "en"]) {
    const page = `${root}${lang}/offline.html`;
    if (await find(page)) return Response.redirect(`${page}?missing`);
  }
  return Response.error();
};

const aged = new Set(); // windows that show a saved page: they draw it with saved parts, at once

const page = async (event) => {
  const { request } = event, saved = await find(request.url);
  // Asked anew: what the browser's own cache still holds would pass for fresh.
  const network = fetch(request, { cache: "no-cache" });
  // Stands first, so that the clone is taken before anybody reads the response.
  event.waitUntil(network.then((response) => remember(request, response.clone())).catch(() => {}));
  if (!saved) return network.catch(() => missing(request.url));
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  const fresh = await Promise.race([network, late]).catch(() => {});
  if (fresh && fresh.status < 500) return fresh;
  aged.add(event.resultingClientId);
  return labelled(saved);
};

const part = async (event) => {
  const { request } = event, saved = await caches.match(request.url);
  if (saved && (FIXED.test(request.url) || aged.has(event.clientId))) return saved;
  try {
    const response = await fetch(request);
    if (FIXED.test(request.url)) event.waitUntil(remember(request, response.clone()));
    return response;
  } catch (fault) {
    return saved || Response.error();
  }
};

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(renew());
});
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  const [port] = event.ports, tell = (done, all) => port.postMessage({ done, all });
  const kept = keep(event.data.keep, tell).then(() => ({ kept: VERSION }), (fault) => ({ fault: String(fault) }));
  event.waitUntil(kept.then((end) => port.postMessage(end)));
});
self.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(root)) return;
  event.respondWith(request.mode === "navigate" ? page(event) : part(event));
});
