// The search: nothing is loaded until the box is focused, then only the small script files that a
// query needs. Nothing that is typed leaves the browser.
// Folding and tokens are those of scripts/zhiquan/outputs/search.
(() => {
  "use strict";
  const root = document.currentScript.src.replace(/assets\/search\.js.*$/, "");
  const store = {}, loads = {};
  let about, table;

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

  const RUN = /[a-z0-9]+(?:\.[0-9]+)*%?|[\u3007\u3400-\u9fff]+/g;
  const HAN = /[\u3007\u3400-\u9fff]/;
  const isHan = (c) => c >= "\u3007" && HAN.test(c);
  const ENDINGS = [
    [/ies$/, "y", 4], [/(ss|ch|sh|x)es$/, "$1", 3], [/([^siu])s$/, "$1", 3], [/(?:ing|ed|ment)$/, "", 5],
    [/(?:er|or|ion|ly)$/, "", 5], [/([bdgmnpt])\1$/, "$1", 3], [/e$/, "", 3], [/([^aeiou])y$/, "$1i", 2],
  ];

  const fold = (text) => text.normalize("NFKC").toLowerCase().replace(/['\u2019\u2018`\u00b4]/g, "")
    .replace(/[^\0-\u2fff]/g, (c) => table.get(c) || c);
  const stem = (word) => ENDINGS.reduce((w, [end, by, more]) => w.length > more ? w.replace(end, by) : w, word);

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

  const exact = (folded) => "=" + (folded.match(RUN) || []).map((run) => isHan(run[0]) ? run : stem(run)).join(" ");

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

  const oneLetterApart = (a, b) => {
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
        if (pairs) found.push({ token, weight: 0.7, options: pairs.match(/../g).slice(0, 2) });
      }
    }
    if (lang === "en" && latin.length) {
      const words = (await load("en-words") || "").split(" ");
      for (const token of latin.filter((t) => t.length > 3)) {
        const options = words.filter((w) => oneLetterApart(token, w)).concat(words.filter((w) => w.startsWith(token))).slice(0, 3);
        if (options.length) found.push({ token, weight: 0.8, options });
      }
    }
    return found;
  };

  const synonyms = (lang, folded, base) => {
    const extra = new Set(), text = " " + folded + " ";
    for (const token of base) {
      for (const [typed, word] of at(lang, "^" + token, token) || []) {
        if (isHan(typed[0]) ? text.includes(typed) : text.includes(" " + typed + " ")) {
          tokens(word).forEach((t) => base.includes(t) || extra.add(t));
        }
      }
    }
    return [...extra].slice(0, 6);
  };

  // Of a long question, MOST tokens spread evenly: each costs a file.
  const MOST = 11;
  const some = (list) => list.filter((_, i) => list.length <= MOST || Math.floor(i * MOST / list.length) !== Math.floor((i - 1) * MOST / list.length));

  const find = async (lang, query) => {
    const folded = fold(query), all = tokens(folded), base = some(telling(lang, folded));
    const { records } = about.langs[lang], places = about.places;
    await fetchAll(lang, base.concat(all.slice(0, 1)));
    const terms = base.filter((t) => at(lang, t)).map((t) => ({ weight: 1, options: [t] }));
    const unknown = base.filter((t) => !at(lang, t));
    const extra = synonyms(lang, folded, base);
    if (all.length < 6) extra.push(...all.filter((t) => !base.includes(t) && !extra.includes(t) && isHan(t)));
    terms.push(...extra.map((t) => ({ weight: 0.5, options: [t], extra: true })), ...await meant(lang, unknown.length * 3 < base.length ? [] : unknown.slice(0, 4), folded));
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
    const whole = (key, home, share) => [3, 2, 9].forEach((bonus, i) => ((at(lang, key, home) || [])[i] || []).forEach((doc) => {
      score.set(doc, (score.get(doc) || 0) + bonus * share * top);
      seen.set(doc, total);
    }));
    if (all.length) whole(exact(folded), all[0], 1);
    if (terms.length === 1 && terms[0].token) terms[0].options.forEach((t, rank) => whole("=" + t, t, 0.5 / (rank + 1)));

    // One result per page: its entry, or the question that fits clearly better; a little more for
    // a page where a second record speaks of the matter too.
    const pages = new Map();
    for (const [doc, value] of score) {
      const page = Math.floor(doc / places), place = doc % places, rank = place ? value * 0.8 : value;
      const hit = pages.get(page), cover = (seen.get(doc) || 0) / total;
      if (!hit || rank > hit.rank) pages.set(page, { page, place, rank, cover, next: hit ? hit.rank : 0 });
      else hit.next = Math.max(hit.next, rank);
    }
    for (const hit of pages.values()) hit.rank += 0.3 * hit.next;
    const sorted = [...pages.values()].sort((a, b) => b.rank - a.rank || a.page - b.page);
    const hits = sorted.filter((hit) => hit.rank > sorted[0].rank * 0.2).slice(0, 40);
    return { lang, hits, marks, number: all.length > 0 && ((at(lang, exact(folded), all[0]) || [])[2] || []).length > 0, cover: hits.length ? hits[0].cover : 0 };
  };

  // The results with what they show; pages that share an entry are one.
  const shown = async (found, most, known) => {
    const { lang } = found, per = about.langs[lang].pages, list = [];
    const hits = found.hits.slice(0, most);
    const chunks = await Promise.all(hits.map((hit) => load(lang + "-t" + Math.floor(hit.page / per).toString(16))));
    hits.forEach((hit, i) => {
      const page = chunks[i] && chunks[i][hit.page % per];
      if (!page) return;
      const [kind, id, title, text, questions] = page, asked = hit.place && questions[hit.place - 1];
      const entry = kind + "/" + id;
      if (known.has(entry) || list.length >= most) return;
      known.add(entry);
      list.push({
        lang, cover: hit.cover, kind: asked ? "question" : kind, entry, marks: found.marks,
        href: root + lang + "/" + entry + ".html" + (asked ? "#" + asked[0] : ""),
        title: asked ? asked[1] : title, of: asked ? title : "", text: asked ? asked[2] : text,
      });
    });
    return list;
  };

  const pin = (lang, blocks) => {
    const [entry, titles] = about.help, kind = entry.split("/")[0];
    for (const block of blocks) block.list = block.list.filter((hit) => hit.entry !== entry);
    const hit = { lang, kind, entry, marks: new Set(), href: root + lang + "/" + entry + ".html", title: titles[lang][0], of: "", text: titles[lang][1] };
    if (blocks[0] && blocks[0].lang === lang) blocks[0].list.unshift(hit);
    else blocks.unshift({ lang, list: [hit] });
  };

  // The whole answer to a query: blocks of results, the help entry, how many there are.
  const ask = async (lang, query, most) => {
    if (!await ready()) return null;
    const other = lang === "zh" ? "en" : "zh";
    const own = await find(lang, query), founds = [own];
    // In the script of the other language, what is found must be good to count.
    const least = (lang === "zh") === HAN.test(fold(query)) ? 0.1 : 0.3;
    if (own.hits.filter((hit) => hit.cover > least).length < 3) {
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
    if (pinned) {
      // Beside the help, only what clearly speaks of the rest of the query.
      blocks.forEach((block) => { block.list = block.list.filter((hit) => hit.cover > 0.6); });
      pin(lang, blocks);
    }
    return { blocks: blocks.filter((block) => block.list.length), count: pinned ? 0 : count, number: own.number, help: pinned };
  };

  window.zqSearch = {
    put: (name, value) => { store[name] = value; },
    ready, fold: (text) => fold(text), tokens: (text) => tokens(fold(text)), ask,
  };

  const make = (tag, name, text) => {
    const node = document.createElement(tag);
    if (name) node.className = name;
    if (text) node.textContent = text;
    return node;
  };
  const WIDE = { zh: 80, en: 150 };
  const HTML_LANG = { zh: "zh-Hans", en: "en" };

  // Where the marked tokens stand in a text as it is shown: [start, end, token], in order.
  const places = (text, marks) => {
    let folded = "";
    const origin = [], found = [];
    [...text].reduce((i, c) => {
      const f = fold(c);
      for (let n = f.length; n--;) origin.push(i);
      folded += f;
      return i + c.length;
    }, 0);
    origin.push(text.length);
    scan(folded, (t, a, b) => { if (marks.has(t)) found.push([origin[a], origin[b], t]); });
    return found;
  };

  // The part of a text with the most different marked tokens, its start and end.
  const windowed = (text, found, wide) => {
    if (text.length <= wide) return [0, text.length];
    let best = [0, 0];
    found.forEach(([start], i) => {
      const inside = new Set(found.slice(i).filter((f) => f[1] < start + wide - 10).map((f) => f[2])).size;
      if (inside > best[1]) best = [start, inside];
    });
    let from = best[0] < wide - 20 ? 0 : Math.min(best[0] - 10, text.length - wide);
    if (from && /[a-z]/i.test(text[from])) from = text.indexOf(" ", from) + 1 || from;
    return [from, Math.min(text.length, from + wide)];
  };

  const marked = (node, text, marks, wide) => {
    const found = places(text, marks), [from, to] = windowed(text, found, wide);
    let end = from;
    if (from) node.append("\u2026");
    for (const [a, b] of found) {
      if (b <= end || a < from || b > to) continue;
      const start = Math.max(a, end), last = node.lastChild;
      if (start > end) node.append(text.slice(end, start));
      if (start === end && last && last.nodeName === "MARK") last.textContent += text.slice(start, b);
      else node.append(make("mark", "", text.slice(start, b)));
      end = b;
    }
    node.append(text.slice(end, to) + (to < text.length ? "\u2026" : ""));
    return node;
  };

  const say = (lang) => about.langs[lang].say;

  const drawn = (hit, lang, id, option) => {
    const link = make("a", "zq-hit"), head = link.appendChild(make("span", "zq-hit__head"));
    link.href = hit.href;
    link.dataset.entry = hit.entry;
    if (hit.lang !== lang) link.lang = HTML_LANG[hit.lang];
    const kind = make("span", "zq-kind zq-kind--" + hit.kind, say(lang).kind[hit.kind]);
    if (hit.lang !== lang) kind.lang = HTML_LANG[lang];
    head.append(kind, " ", marked(make("span", "zq-hit__title"), hit.title, hit.marks, 400));
    if (hit.of) link.append(make("span", "zq-hit__of", hit.of));
    if (hit.text) link.append(marked(make("span", "zq-hit__text"), hit.text, hit.marks, WIDE[hit.lang]));
    link.id = id;
    if (option) Object.assign(link, { tabIndex: -1 }).setAttribute("role", "option");
    return link;
  };

  const [visit] = performance.getEntriesByType("navigation"), returned = visit && visit.type === "back_forward";
  const remember = (lang, q) => { try { sessionStorage.setItem("zq-query-" + lang, q); } catch (e) { /* forget */ } };
  const recall = (lang) => { try { return sessionStorage.getItem("zq-query-" + lang) || ""; } catch (e) { return ""; } };

  // One box: the field, its panel of results and, in the header, its sheet on small screens.
  const Box = (form) => {
    const part = (name) => form.querySelector(".zq-search__" + name);
    const lang = form.dataset.zqSearch, place = form.dataset.zqPlace, isPage = place === "page";
    const input = part("input"), panel = part("panel"), list = form.querySelector(".zq-found");
    let asked = 0, timer, active = -1, straight = false, last = null, most = isPage ? 10 : 8;

    const given = () => new URLSearchParams(location.search).get("q") || "";
    const options = () => [...list.querySelectorAll("[role=option]")];
    const open = (yes) => {
      if (isPage) return;
      panel.hidden = !yes;
      input.setAttribute("aria-expanded", String(yes));
      if (!yes) choose(-1);
    };
    const choose = (index) => {
      const all = options();
      all.forEach((o, i) => o.setAttribute("aria-selected", String(i === index)));
      active = index;
      if (index < 0) input.removeAttribute("aria-activedescendant");
      else {
        input.setAttribute("aria-activedescendant", all[index].id);
        all[index].scrollIntoView({ block: "nearest" });
      }
    };
    const tell = (text, note) => {
      part("status").textContent = text;
      part("note").textContent = text;
      part("note").hidden = !note;
    };

    const draw = (answer, query) => {
      const words = say(lang);
      let n = 0;
      list.textContent = "";
      part("help").textContent = "";
      part("help").hidden = !answer.help;
      if (answer.help) part("help").append(make("strong", "", words["help-title"]), make("span", "", words["help-text"]));
      for (const block of answer.blocks) {
        let into = list;
        if (block.lang !== lang) {
          into = list.appendChild(make("div", "zq-found__other"));
          const title = into.appendChild(make(isPage ? "h2" : "span", "zq-found__title", words["other-language"]));
          title.id = "zq-other-" + place;
          into.setAttribute("role", "group");
          into.setAttribute("aria-labelledby", title.id);
        }
        for (const hit of block.list) into.append(drawn(hit, lang, "zq-hit-" + place + "-" + n++, !isPage));
      }
      const some = answer.blocks.length > 0, count = Math.max(n, answer.count);
      list.hidden = !some;
      straight = answer.number;
      tell(!some ? words.none : count === 1 ? words["count-one"] : words["count-other"].replace("{n}", count), !some || isPage);
      part("more").hidden = false;
      if (!isPage) part("all").search = "?q=" + encodeURIComponent(query);
      else part("all").hidden = n >= count || n < most;
      active = -1;
      input.removeAttribute("aria-activedescendant");
      open(true);
    };

    const run = async () => {
      const query = input.value.trim(), turn = ++asked;
      if (query === last) return open(!!query);
      if (isPage && query !== given()) history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
      remember(lang, query);
      if (isPage && last !== null) most = 10;
      last = query;
      if (!query) {
        tell("", false);
        list.textContent = "";
        part("help").hidden = true;
        return open(false);
      }
      const answer = await ask(lang, query, most);
      if (turn !== asked) return;
      if (answer) draw(answer, query);
      else {
        last = null;
        tell(form.dataset.zqFailed, true);
        part("more").hidden = false;
        open(true);
      }
    };

    const sheet = (yes) => {
      form.classList.toggle("zq-search--open", yes);
      document.documentElement.classList.toggle("zq-searching", yes);
    };
    const leave = () => { open(false); sheet(false); };

    input.addEventListener("focus", () => {
      ready();
      if (!input.value) return;
      input.select();
      if (returned) run();
    });
    input.addEventListener("input", (event) => {
      clearTimeout(timer);
      // Results of another query go at once; those of a shorter one may stay a moment.
      if (last && !input.value.startsWith(last) && !last.startsWith(input.value)) list.textContent = "";
      if (!event.isComposing) timer = setTimeout(run, 150);
    });
    input.addEventListener("compositionend", () => { clearTimeout(timer); timer = setTimeout(run, 150); });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const all = options(), { key } = event, arrow = key === "ArrowDown" || key === "ArrowUp";
      if (key === "Escape") {
        event.preventDefault();
        if (!isPage && !panel.hidden) open(false);
        else { leave(); input.blur(); }
      } else if (!isPage && arrow && !all.length) {
        run();
      } else if (!isPage && arrow) {
        event.preventDefault();
        open(true);
        const step = key === "ArrowDown" ? 1 : -1;
        choose((active + 2 + step + all.length) % (all.length + 1) - 1);
      } else if (key === "Enter" && !isPage && !panel.hidden && (active >= 0 || (straight && input.value.trim() === last))) {
        event.preventDefault();
        all[Math.max(active, 0)].dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, ctrlKey: event.ctrlKey, metaKey: event.metaKey }));
      }
    });
    form.addEventListener("submit", (event) => {
      if (isPage || !input.value.trim()) event.preventDefault();
      if (isPage) { clearTimeout(timer); run(); }
    });
    document.addEventListener("pointerdown", (event) => { if (!form.contains(event.target)) open(false); });
    form.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !form.contains(event.relatedTarget)) leave();
    });
    if (isPage) part("all").addEventListener("click", () => { most += 10; last = null; run(); });
    const close = form.querySelector("[data-zq-search-close]");
    if (close) close.addEventListener("click", leave);

    input.value = isPage ? given() : recall(lang);
    if (isPage && input.value) run();
    return { input, sheet };
  };

  const boxes = [...document.querySelectorAll("[data-zq-search]")].map(Box);
  const opener = document.querySelector("[data-zq-search-open]");
  const openBox = () => {
    const big = boxes[1];
    if (big && big.input.getBoundingClientRect().bottom > 0) return big.input.focus();
    if (boxes[0]) { boxes[0].sheet(true); boxes[0].input.focus(); }
  };
  if (opener && boxes[0]) opener.addEventListener("click", () => { boxes[0].sheet(true); boxes[0].input.focus(); });
  document.addEventListener("keydown", (event) => {
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (slash || ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === "k")) {
      event.preventDefault();
      openBox();
    }
  });
})();
