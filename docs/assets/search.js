// The search. It loads nothing until the box is focused, then only the small script files that a
// query needs (search/start.js, search/<hash>/…). Nothing that is typed leaves the browser.
// Folding and tokens are those of scripts/zhiquan/outputs/search; tests hold both to one list.
(() => {
  "use strict";
  const root = document.currentScript.src.replace(/assets\/search\.js.*$/, "");
  const store = {}, loads = {};
  let about, table;

  /* ── files ── */

  const load = (name) => loads[name] || (loads[name] = new Promise((done) => {
    const script = document.createElement("script");
    const end = (value) => { script.remove(); if (value === undefined) delete loads[name]; done(value); };
    script.src = root + "search/" + (name ? about.folder + "/" + name : "start") + ".js";
    script.onload = () => end(store[name]);
    script.onerror = () => end();
    document.head.append(script);
  }));

  const ready = async () => {
    about = about || await load("");
    if (about && !table) table = new Map([...about.fold[0]].map((old, i) => [old, about.fold[1][i]]));
    return about;
  };

  /* ── text ── */

  const RUN = /[a-z0-9]+(?:\.[0-9]+)*%?|[〇㐀-鿿]+/g;
  const isHan = (c) => c >= "〇" && /[〇㐀-鿿]/.test(c);
  const ENDINGS = [
    [/ies$/, "y", 4], [/(ss|ch|sh|x)es$/, "$1", 3], [/([^siu])s$/, "$1", 3], [/(?:ing|ed|ment)$/, "", 5],
    [/(?:er|or|ion|ly)$/, "", 5], [/([bdgmnpt])\1$/, "$1", 3], [/e$/, "", 3], [/([^aeiou])y$/, "$1i", 2],
  ];

  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/['’‘`´]/g, "")
    .replace(/[^\0-\u2fff]/g, (c) => table.get(c) || c);
  const stem = (word) => ENDINGS.reduce((w, [end, by, more]) => w.length > more ? w.replace(end, by) : w, word);

  // Calls back with every token of a folded text and where it stands.
  const scan = (text, tell) => {
    for (const match of text.matchAll(RUN)) {
      const run = match[0], at = match.index, end = at + run.length, after = text[end] || "";
      if (isHan(run[0])) {
        if (run.length < 2) tell(run, at, end);
        for (let i = 0; i < run.length - 1; i++) tell(run.slice(i, i + 2), at + i, at + i + 2);
      } else if (run.endsWith("%")) {
        tell(run, at, end);
        tell(run.slice(0, -1), at, end);
      } else if (/[0-9]$/.test(run)) {
        tell(run, at, end);
        if (isHan(after)) tell(run + after, at, end + 1);
      } else tell(stem(run), at, end);
    }
  };
  const tokens = (folded) => { const found = []; scan(folded, (t) => found.push(t)); return found; };

  /* ── looking up ── */

  const hashed = (token) => {
    let value = 0x811c9dc5;
    for (let i = 0; i < token.length; i++) value = Math.imul(value ^ token.charCodeAt(i), 0x01000193) >>> 0;
    return value;
  };
  const shardOf = (lang, token) => lang + "-" + (hashed(token) % about.langs[lang].shards).toString(16);
  const fetchAll = (lang, list) => Promise.all([...new Set(list.map((t) => shardOf(lang, t)))].map(load));
  const at = (lang, key, home) => (store[shardOf(lang, home || key)] || {})[key];

  const postings = (entry) => {
    if (entry.list) return entry.list;
    const data = atob(entry[1]), list = [];
    for (let i = 0, doc = 0; i < data.length; i++) {
      let shift = 0, byte;
      do { byte = data.charCodeAt(i++); doc += (byte & 127) << shift; shift += 7; } while (byte > 127);
      list.push(doc, data.charCodeAt(i));
    }
    return (entry.list = list);
  };

  // The tokens that carry the question: without stop words, unless nothing else is left.
  const telling = (lang, folded) => {
    let text = folded;
    for (const word of about.langs.zh.stop) text = text.split(word).join(" ");
    const stop = about.langs.en.stop;
    const pick = (words, single) => [...new Set(words)].filter((t) => !stop.includes(t) && (single || t.length > 1));
    return pick(tokens(text)).length ? pick(tokens(text)) : pick(tokens(folded), true).concat(tokens(folded)).slice(0, 4);
  };

  // A Latin text as pinyin syllables, the longest first; null where it is none.
  const syllables = (text, known) => {
    if (!text) return [];
    for (let n = Math.min(6, text.length); n > 0; n--) {
      const rest = known[text.slice(0, n)] && syllables(text.slice(n), known);
      if (rest) return [text.slice(0, n), ...rest];
    }
    return null;
  };
  const paired = (list) => list.slice(1).map((s, i) => "~" + list[i] + s);

  // Whether two words differ by one letter put in, left out, changed or swapped with its neighbour.
  const near = (a, b) => {
    if (Math.abs(a.length - b.length) > 1 || a === b) return a === b;
    let i = 0, m = a.length, n = b.length;
    while (i < m && a[i] === b[i]) i++;
    while (m > i && n > i && a[m - 1] === b[n - 1]) { m--; n--; }
    return m - i < 2 && n - i < 2 || (m - i === 2 && n - i === 2 && a[i] === b[i + 1] && a[i + 1] === b[i]);
  };

  // What else an unknown token may have meant: the same sound, or nearly the same spelling.
  const meant = async (lang, unknown, folded) => {
    const han = unknown.filter((t) => t.length === 2 && isHan(t[0]) && isHan(t[1]));
    const latin = unknown.filter((t) => /^[a-z]+$/.test(t));
    const found = [];
    if (lang === "zh" && (han.length || latin.length)) {
      const groups = await load("sounds") || {}, sound = {};
      for (const s in groups) for (const c of groups[s]) sound[c] = s;
      const keys = new Map(han.map((t) => [t, "~" + sound[t[0]] + sound[t[1]]]));
      if (latin.length) {
        const words = folded.match(/[a-z]+/g).map((w) => syllables(w, groups));
        if (words.every(Boolean)) for (const key of paired(words.flat())) keys.set(key, key);
      }
      await fetchAll(lang, [...keys.values()]);
      for (const [token, key] of keys) {
        const pairs = at(lang, key);
        if (pairs) found.push({ token, weight: 0.7, options: pairs.match(/../g) });
      }
    }
    if (lang === "en" && latin.length) {
      const words = (await load("en-words") || "").split(" ");
      for (const token of latin.filter((t) => t.length > 3)) {
        const options = words.filter((w) => near(token, w)).concat(words.filter((w) => w.startsWith(token))).slice(0, 3);
        if (options.length) found.push({ token, weight: 0.8, options });
      }
    }
    return found;
  };

  // Words that entries use for what was typed: [token, token of the entries' word].
  const synonyms = (lang, folded, base) => {
    const extra = new Set(), text = " " + folded + " ";
    for (const token of base) {
      for (const [typed, word] of at(lang, "^" + token, token) || []) {
        if (isHan(typed[0]) ? text.includes(typed) : text.includes(" " + typed + " ")) {
          tokens(word).forEach((t) => base.includes(t) || extra.add(t));
        }
      }
    }
    return [...extra];
  };

  // Everything one language has for a query, best first.
  const find = async (lang, query) => {
    const folded = fold(query), all = tokens(folded), base = telling(lang, folded).slice(0, 20);
    const { records } = about.langs[lang], places = about.places;
    await fetchAll(lang, base.concat(all.slice(0, 1)));
    const terms = base.filter((t) => at(lang, t)).map((t) => ({ weight: 1, options: [t] }));
    const unknown = base.filter((t) => !at(lang, t));
    const extra = synonyms(lang, folded, base);
    terms.push(...extra.map((t) => ({ weight: 0.5, options: [t], extra: true })), ...await meant(lang, unknown, folded));
    await fetchAll(lang, terms.flatMap((t) => t.options));

    const score = new Map(), seen = new Map(), marks = new Set();
    const rarity = (df) => Math.log(1 + (records - df + 0.5) / (df + 0.5));
    let total = unknown.length * rarity(0);
    for (const term of terms) {
      const own = new Map(), entries = term.options.map((t) => at(lang, t)).filter(Boolean);
      const idf = rarity(Math.max(0, ...entries.map((e) => e[0])));
      if (!term.extra) total += idf;
      if (term.token) total -= rarity(0);
      entries.forEach((entry, rank) => {
        const list = postings(entry);
        for (let i = 0; i < list.length; i += 2) {
          const value = idf * term.weight * list[i + 1] / 255 * (1 - rank / 8);
          if (value > (own.get(list[i]) || 0)) own.set(list[i], value);
        }
      });
      for (const [doc, value] of own) {
        score.set(doc, (score.get(doc) || 0) + value);
        if (!term.extra) seen.set(doc, (seen.get(doc) || 0) + idf * term.weight);
      }
      term.options.forEach((t) => marks.add(t));
    }
    const top = Math.max(1, ...score.values());
    const same = all.length ? at(lang, "=" + (folded.match(RUN) || []).join(""), all[0]) || [] : [];
    [3, 2, 9].forEach((bonus, i) => (same[i] || []).forEach((doc) => {
      score.set(doc, (score.get(doc) || 0) + bonus * top);
      seen.set(doc, total);
    }));

    // One result per page: its entry, or the question on it that fits clearly better.
    const pages = new Map();
    for (const [doc, value] of score) {
      const page = Math.floor(doc / places), place = doc % places, hit = pages.get(page);
      const rank = place ? value * 0.9 : value;
      if (!hit) pages.set(page, { page, place, rank, cover: (seen.get(doc) || 0) / total });
      else if (rank > hit.rank) Object.assign(hit, { place, rank, cover: (seen.get(doc) || 0) / total });
    }
    const sorted = [...pages.values()].sort((a, b) => b.rank - a.rank || a.page - b.page);
    const hits = sorted.filter((hit) => hit.rank > sorted[0].rank * 0.2).slice(0, 60);
    return { lang, hits, marks, number: (same[2] || []).length > 0, cover: hits.length ? hits[0].cover : 0 };
  };

  // The results with what they show; pages that share an entry are one.
  const shown = async (found, most, known) => {
    const { lang } = found, per = about.langs[lang].pages, list = [];
    const hits = found.hits.slice(0, most + 2);
    const chunks = await Promise.all(hits.map((hit) => load(lang + "-t" + Math.floor(hit.page / per).toString(16))));
    hits.forEach((hit, i) => {
      const page = chunks[i] && chunks[i][hit.page % per];
      if (!page) return;
      const [kind, id, title, text, questions] = page, asked = hit.place && questions[hit.place - 1];
      const entry = kind + "/" + id;
      if (known.has(entry) || list.length >= most) return;
      known.add(entry);
      list.push({
        lang, kind: asked ? "question" : kind, entry, marks: found.marks,
        href: root + lang + "/" + entry + ".html" + (asked ? "#" + asked[0] : ""),
        title: asked ? asked[1] : title, of: asked ? title : "", text: asked ? asked[2] : text,
      });
    });
    return list;
  };

  // The whole answer to a query: blocks of results, the help entry, how many there are.
  const ask = async (lang, query, most) => {
    if (!await ready()) return null;
    const other = lang === "zh" ? "en" : "zh";
    const own = await find(lang, query), founds = [own];
    const good = own.hits.filter((hit) => hit.cover > 0.3).length;
    if (good < 3) {
      const more = await find(other, query);
      if (!own.hits.length || (own.cover < 0.6 && more.cover > own.cover + 0.15)) founds.unshift(more);
      else founds.push(more);
    }
    const known = new Set(), blocks = [];
    for (const found of founds) {
      const list = await shown(found, found === founds[0] ? most : Math.max(3, most - known.size), known);
      if (list.length) blocks.push({ lang: found.lang, list });
    }
    const text = " " + fold(query) + " ";
    const pinned = about.help && about.distress.some((w) => text.includes(isHan(w[0]) ? w : " " + w + " "));
    const count = founds.reduce((sum, found) => sum + found.hits.length, 0);
    return { blocks, count, number: own.number, help: pinned ? about.help : null };
  };

  window.zqSearch = {
    put: (name, value) => { store[name] = value; },
    ready, fold: (text) => fold(text), tokens: (text) => tokens(fold(text)), ask,
  };
})();
