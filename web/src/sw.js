// The service worker: everything that the page is made of is kept at install,
// under the hash of the build, and served from there. Nothing else is touched.
const VERSION = "linqlint-__VERSION__";
const FILES = __FILES__;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(FILES)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter((name) => name.startsWith("linqlint-") && name !== VERSION).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  event.respondWith(answer(event.request));
});

async function answer(request) {
  const cache = await caches.open(VERSION);
  const kept = await cache.match(request, { ignoreSearch: true });
  if (kept !== undefined) return kept;
  const fresh = await fetch(request);
  // Hashed files never change: one that was not in the list, such as the
  // tools, is kept the first time it is used.
  if (fresh.ok && new URL(request.url).pathname.includes("/assets/")) await cache.put(request, fresh.clone());
  return fresh;
}
