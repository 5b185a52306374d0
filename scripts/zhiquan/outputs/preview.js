// Preview only: reloads a page when a newer one is there, and lays the faults of the last save over
// it. The words come from the server, in the editor's language. A shadow tree keeps the page's
// styles and ours apart.
(() => {
  const script = document.currentScript;
  const seen = Number(script.dataset.version);
  const KEY = "zq-preview-hidden";

  const make = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  const host = make("div");
  host.id = "zq-preview";
  const style = make("link");
  style.rel = "stylesheet";
  style.href = new URL("preview.css", script.src);
  const alert = make("p", "alert");
  alert.setAttribute("role", "alert");
  const badge = make("button", "badge");
  badge.type = "button";
  const panel = make("section", "panel");
  panel.setAttribute("aria-labelledby", "summary");
  badge.hidden = panel.hidden = true;
  host.attachShadow({ mode: "open" }).append(style, alert, badge, panel);
  document.body.prepend(host);

  let summary = null;
  const opened = (open) => {
    panel.hidden = !open;
    badge.hidden = open;
  };
  const hide = () => {
    const held = panel.contains(host.shadowRoot.activeElement);
    sessionStorage.setItem(KEY, panel.textContent);
    opened(false);
    if (held) badge.focus();
  };
  badge.addEventListener("click", () => {
    sessionStorage.removeItem(KEY);
    opened(true);
    summary.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden && !event.defaultPrevented) hide();
  });

  const sign = (severity) => {
    const made = make("span", "sign", severity === "error" ? "✕" : "▲");
    made.setAttribute("aria-hidden", "true");
    return made;
  };
  const scrollable = (element, label) => {
    element.tabIndex = 0;
    element.setAttribute("role", "group");
    element.setAttribute("aria-label", label);
    return element;
  };
  const listed = (fault) => {
    const [before, inside, after] = fault.line;
    const item = make("li", fault.severity);
    const head = make("p", "what", sign(fault.severity), make("strong", "", `${fault.weight} ${fault.code}`));
    head.append(" ", fault.message);
    item.append(make("p", "place", make("code", "", fault.place)), head);
    if (before || inside || after) {
      item.append(scrollable(make("pre", "", before, make("mark", "", inside), after), fault.place));
    }
    if (fault.hint) item.append(make("p", "hint", fault.hint));
    return item;
  };
  const fill = (overlay) => {
    summary = make("h2", "", sign(overlay.errors || overlay.failure ? "error" : "warning"), overlay.summary);
    summary.id = "summary";
    summary.tabIndex = -1;
    const close = make("button", "hide", overlay.hide);
    close.type = "button";
    close.addEventListener("click", hide);
    panel.replaceChildren(make("div", "top", summary, close));
    for (const note of overlay.notes) panel.append(make("p", "note", note));
    if (overlay.failure) panel.append(scrollable(make("pre", "", overlay.failure), overlay.summary));
    if (overlay.faults.length) panel.append(make("ol", "", ...overlay.faults.map(listed)));
    host.lang = overlay.lang;
  };
  const show = (overlay) => {
    if (!overlay) {
      badge.hidden = panel.hidden = true;
      alert.textContent = "";
      return;
    }
    const held = panel.contains(host.shadowRoot.activeElement);
    fill(overlay);
    badge.className = `badge ${overlay.errors || overlay.failure ? "error" : "warning"}`;
    panel.className = badge.className.replace("badge", "panel");
    badge.replaceChildren(...[...summary.childNodes].map((node) => node.cloneNode(true)));
    const urgent = Boolean(overlay.errors || overlay.failure);
    const first = overlay.faults[0];
    alert.textContent = urgent ? [overlay.summary, first && first.message].filter(Boolean).join(": ") : "";
    opened(urgent && sessionStorage.getItem(KEY) !== panel.textContent);
    if (held) (panel.hidden ? badge : summary).focus();
  };

  // The page's own choice of light or dark, or else the machine's.
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const root = document.documentElement;
  const colour = () => {
    host.dataset.scheme = root.getAttribute("data-zq-scheme") || (dark.matches ? "dark" : "light");
  };
  new MutationObserver(colour).observe(root, { attributeFilter: ["data-zq-scheme"] });
  dark.addEventListener("change", colour);
  colour();

  const follow = async () => {
    for (let told = -1; ; ) {
      try {
        const answer = await fetch(`/__preview/state?after=${told}`);
        const state = await answer.json();
        if (state.version !== seen) return location.reload();
        told = state.told;
        show(state.overlay);
      } catch {
        await new Promise((resume) => setTimeout(resume, 1000));
      }
    }
  };
  follow();
})();
