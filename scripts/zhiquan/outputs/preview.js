// Preview only: waits for news of the site, reloads a page that is newer, shows the faults of a bad save.
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
  for (let told = -1; ; ) {
    try {
      const answer = await fetch(`/__preview/state?after=${told}`);
      const state = await answer.json();
      told = state.told;
      if (state.version !== seen) return location.reload();
      show(state.report);
    } catch {
      await new Promise((resume) => setTimeout(resume, 1000));
    }
  }
})();
