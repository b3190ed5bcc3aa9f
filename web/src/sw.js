// The service worker: everything that the page is made of is kept at install,
// under the hash of the build, and served from there. Nothing else is touched.
// The version before stays for the pages that are open: they fetch parts of it later.
const VERSION = "linqlint-__VERSION__";
const FILES = __FILES__;

self.addEventListener("install", (event) => {
  event.waitUntil(caches.open(VERSION).then((cache) => cache.addAll(FILES.map(current))).then(() => self.skipWaiting()));
});

/** A file whose name does not change with its content is asked for anew, whatever the browser's cache has. */
const current = (file) => (file.startsWith("assets/") ? file : new Request(file, { cache: "no-cache" }));

self.addEventListener("activate", (event) => {
  event.waitUntil(
    caches.keys()
      .then((names) => names.filter((name) => name.startsWith("linqlint-") && name !== VERSION))
      .then((old) => Promise.all(old.slice(0, -1).map((name) => caches.delete(name))))
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
  const hashed = new URL(request.url).pathname.includes("/assets/");
  const kept = (await cache.match(request, { ignoreSearch: true })) ?? (hashed ? await caches.match(request) : undefined);
  if (kept !== undefined) return kept;
  const fresh = await fetch(request);
  // Hashed files never change: one that was not in the list, such as the
  // tools, is kept the first time it is used.
  if (fresh.ok && hashed) await cache.put(request, fresh.clone());
  return fresh;
}
