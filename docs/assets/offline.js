// The offer to keep pages for reading without a network. Nothing is registered and nothing is kept
// before the reader presses the button; what is kept is shown here and can be deleted here.
(() => {
  "use strict";
  const root = document.currentScript.src.replace(/assets\/offline\.js.*$/, "");
  const panel = document.querySelector("[data-zq-keep]"), workers = navigator.serviceWorker;
  if (!panel || !panel.dataset.zqKeep || !workers || !window.caches) return;

  const lang = panel.dataset.zqLang, said = JSON.parse(panel.dataset.zqSaid);
  const part = (name) => panel.querySelector(".zq-keep__" + name);
  const state = part("state"), go = part("go"), forget = part("delete"), list = part("list");
  const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1) + "\u00a0MB";
  const ours = async () => (await caches.keys()).filter((name) => name.startsWith("zq-"));
  const isPage = (request) => request.url.endsWith(".html");

  // What is kept: pages of all caches, size, and the day; null when nothing is, or not all of it.
  const kept = async () => {
    let bytes = 0, saved, requests = [];
    for (const name of await ours()) {
      const cache = await caches.open(name), inside = (await cache.keys()).filter(isPage);
      const [about] = (await cache.keys()).filter((request) => request.url.endsWith(".json"));
      requests = requests.concat(inside);
      if (about) {
        const told = await (await cache.match(about)).json();
        bytes += told.bytes;
        if (about.url.endsWith(`/${lang}.json`)) saved = told.saved;
      } else {
        for (const request of inside) bytes += (await (await cache.match(request)).blob()).size;
      }
    }
    return saved && { requests, bytes, saved };
  };

  const show = async () => {
    const now = await kept();
    go.textContent = now ? said.renew : fill(said.button, { size: panel.dataset.zqKeep });
    forget.hidden = !(await ours()).length;
    if (list) list.hidden = !now;
    if (!now) return;
    const day = new Date(now.saved).toLocaleDateString(lang === "en" ? "en-GB" : "zh-CN", { dateStyle: "long" });
    state.textContent = fill(said.kept, { pages: now.requests.length, size: megabytes(now.bytes), day });
  };

  const ask = (worker) => new Promise((done, fail) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => {
      if (data.done) return void (go.textContent = fill(said.keeping, data));
      port1.close();
      if (data.kept) done();
      else fail(data.fault);
    };
    worker.postMessage({ keep: lang }, [port2]);
  });

  // Progress stands on the button: in the status, a screen reader would read out every file.
  go.addEventListener("click", async () => {
    if (go.getAttribute("aria-disabled")) return;
    let failed = false;
    go.setAttribute("aria-disabled", "true");
    state.textContent = "";
    try {
      await workers.register(root + "sw.js");
      await ask((await workers.ready).active);
    } catch (fault) {
      failed = true;
    }
    go.removeAttribute("aria-disabled");
    await show();
    if (failed) state.textContent = said.failed;
  });

  forget.addEventListener("click", async () => {
    const registration = await workers.getRegistration(root);
    if (registration) await registration.unregister();
    await Promise.all((await ours()).map((name) => caches.delete(name)));
    await show();
    state.textContent = said.deleted;
    go.focus();
  });

  if (list) list.addEventListener("toggle", async () => {
    const items = list.querySelector("ul"), now = list.open && await kept();
    if (!now) return;
    items.textContent = "";
    for (const request of now.requests) {
      const saved = await caches.match(request);
      if (!saved) return; // deleted meanwhile
      const title = new DOMParser().parseFromString(await saved.text(), "text/html").querySelector("h1");
      const link = items.appendChild(document.createElement("li")).appendChild(document.createElement("a"));
      link.href = request.url;
      link.textContent = title ? title.textContent.trim() : request.url;
    }
  });

  if (list && location.search === "?missing") {
    part("missing").hidden = false;
    list.open = true;
  }
  panel.hidden = false;
  show();
})();
