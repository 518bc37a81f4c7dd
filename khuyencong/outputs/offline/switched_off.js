// Takes away everything that the worker of an earlier build has kept, and then itself.
const remove = async () => {
  const prefix = `khuyencong ${self.registration.scope} `;
  const ours = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(ours.map((name) => caches.delete(name)));
  await self.registration.unregister();
};

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(remove()));
