/*
 * Keeps the site for a visit without network. FILES is the manifest of one build, each address with the hash of its content;
 * VERSION changes with any of them. The parts of a build are only ever served together: a new one takes over when no page of the old is left.
 */
"use strict";
const FILES = /* FILES */ [];
const NAME = `gouji ${registration.scope} ${/* VERSION */ ""}`;

addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll(FILES)));
});

addEventListener("activate", (event) => {
  const isOld = (name) => name.startsWith(`gouji ${registration.scope} `) && name !== NAME;
  event.waitUntil(caches.keys().then((names) => Promise.all(names.filter(isOld).map((name) => caches.delete(name)))));
});

addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== location.origin) return;
  // The administrator's settings are the latest that can be had.
  if (url.pathname.endsWith("/gouji.config.json")) {
    event.respondWith(fetch(event.request).catch(() => caches.match(event.request).then((kept) => kept || new Response("{}"))));
    return;
  }
  event.respondWith(caches.open(NAME).then((cache) => cache.match(event.request)).then((kept) => kept || fetch(event.request)));
});
