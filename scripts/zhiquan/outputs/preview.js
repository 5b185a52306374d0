// Preview only: waits for the next version of the site, shows the faults of a bad one.
(async () => {
  const seen = Number(document.currentScript.dataset.version);
  const show = (report) => {
    let box = document.getElementById("zq-preview");
    if (!box) {
      box = document.createElement("pre");
      box.id = "zq-preview";
      box.setAttribute("role", "alert");
      document.body.prepend(box);
    }
    box.textContent = report;
    box.hidden = !report;
  };
  for (;;) {
    try {
      const answer = await fetch(`/__preview/state?seen=${seen}&report=${document.getElementById("zq-preview")?.textContent.length ?? 0}`);
      const state = await answer.json();
      if (state.version !== seen) return location.reload();
      show(state.report);
    } catch {
      await new Promise((resume) => setTimeout(resume, 1000));
    }
  }
})();
