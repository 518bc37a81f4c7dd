// Takes away everything that the worker of an earlier build has kept, and then itself.
let removing;

const takeAway = async () => {
  const prefix = `khuyencong ${self.registration.scope} `;
  const ours = (await caches.keys()).filter((name) => name.startsWith(prefix));
  await Promise.all(ours.map((name) => caches.delete(name)));
  return ours.length;
};

const remove = async () => {
  await self.clients.claim();
  // The earlier worker may still be answering, and be about to keep a last file.
  for (let quiet = 0, turn = 0; quiet < 3 && turn < 30; turn += 1) {
    quiet = (await takeAway()) ? 0 : quiet + 1;
    await new Promise((done) => setTimeout(done, 300));
  }
  await self.registration.unregister();
};

self.addEventListener("install", () => self.skipWaiting());
for (const name of ["activate", "fetch"]) {
  // Should the browser end the worker too early, the next request takes it up again.
  self.addEventListener(name, (event) => event.waitUntil((removing ??= remove())));
}
