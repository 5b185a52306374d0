// The search. Nothing is loaded until the box is focused, then only what a query needs; nothing that
// is typed leaves the browser. Folding and tokens are those of scripts/zhiquan/outputs/search.
(() => {
  "use strict";
  const root = document.currentScript.src.replace(/assets\/search\.js.*$/, "");
  const store = {}, loads = {};
  let about, table, stops;

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
    if (about && !table) {
      table = new Map([...about.fold[0]].map((old, i) => [old, about.fold[1][i]]));
      stops = new RegExp(about.langs.zh.stop.join("|"), "g");
    }
    return about;
  };

  const RUN = /[a-z]+(?=[0-9]{3})|[a-z0-9]+(?:\.[0-9]+)*%?|[\u3007\u3400-\u9fff]+/g;
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

  const exact = (folded) => (folded.match(RUN) || []).map((run) => isHan(run[0]) ? run : stem(run)).join(" ");

  const hashed = (token) => {
    let value = 0x811c9dc5;
    for (let i = 0; i < token.length; i++) value = Math.imul(value ^ token.charCodeAt(i), 0x01000193) >>> 0;
    return value;
  };
  const shardOf = (lang, token) => lang + "-" + (hashed(token) % about.langs[lang].shards).toString(16);
  const at = (lang, token, mark = "") => (store[shardOf(lang, token)] || {})[mark + token];

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
  const telling = (folded) => {
    const stop = about.langs.en.stop, unique = (text) => [...new Set(tokens(text))];
    const found = unique(folded.replace(stops, " ")).filter((t) => t.length > 1 && !stop.includes(t));
    return found.length ? found : unique(folded).slice(0, 4);
  };

  // Of a text found as a whole, the token under which it lies.
  const home = (list) => list.reduce((best, t) => hashed(t) > hashed(best) ? t : best, list[0]);

  // A Latin text as pinyin syllables, the longest first; null where it is none.
  const syllables = (text, known) => {
    if (!text) return [];
    for (let n = Math.min(6, text.length); n > 0; n--) {
      const rest = known[text.slice(0, n)] && syllables(text.slice(n), known);
      if (rest) return [text.slice(0, n), ...rest];
    }
    return null;
  };
  const NO_PINYIN = /[bpmfdtkjqxlwyh](?![aeiouv])|[zcs](?![aeiouh])|[^a-z ]/;

  // Many speakers do not tell zh, ch, sh, ng from z, c, s, n.
  const blurred = (sound) => sound.replace(/([zcs])h/g, "$1").replace(/ng/g, "n");

  // Pairs of characters by their sound, and the sounds of characters.
  const hearing = async () => {
    const list = await load("zh-words");
    if (!list || list.pairs) return list;
    const [groups, pairs, apart] = list, sound = list.sound = {}, found = list.pairs = {};
    const add = (key, pair) => (found[blurred(key)] = found[blurred(key)] || []).push([key, pair]);
    for (const s in groups) for (const c of groups[s]) sound[c] = s;
    for (const pair of pairs.match(/../g) || []) add(sound[pair[0]] + sound[pair[1]], pair);
    for (const key in apart) apart[key].match(/../g).forEach((pair) => add(key, pair));
    return list;
  };

  // A pattern of words one letter away (left out, put in, another, swapped), or that go on.
  const near = (word) => new RegExp("^(" + [...word].flatMap((c, i) => {
    const [a, b] = [word.slice(0, i), word.slice(i + 1)];
    return [a + ".?" + b, a + "." + c + b, a + b.slice(0, 1) + c + b.slice(1)];
  }).join("|") + "|" + word + ".*)$");

  // Pairs that sound so; of several, first the one that is written so, and that goes on from the last.
  const sounding = (list, token, sound, last, sure = "") => {
    const good = ([key, pair]) => (key === sound) + (pair[0] === last);
    const options = (list.pairs[blurred(sound)] || []).sort((a, b) => good(b) - good(a)).map((o) => o[1]);
    return { token, weight: 0.7, options: options.filter((pair) => ![0, 1].some((i) => sure.includes(token[i]) && pair[i] !== token[i])).slice(0, 2) };
  };

  // A whole query in pinyin: its pairs, and what they are when put together.
  const spoken = async (folded) => {
    const list = !NO_PINYIN.test(folded) && await hearing(), terms = [];
    const sounds = list ? folded.split(/ +/).map((word) => syllables(word, list[0])) : [null];
    if (!sounds.every(Boolean)) return [[], ""];
    let text = "";
    sounds.flat().forEach((s, i, every) => {
      if (!i) return;
      const term = sounding(list, "~" + i, every[i - 1] + s, text.slice(-1)), [best] = term.options;
      if (best) terms.push(term);
      text += best ? (text.endsWith(best[0]) ? best[1] : best) : " ";
    });
    return terms.length * 2 > sounds.flat().length - 1 ? [terms, text] : [[], ""];
  };

  // What else unknown tokens may have meant: the same sound, or nearly the same spelling.
  const meant = async (lang, unknown, folded, sure) => {
    const zh = lang === "zh", fit = zh ? unknown.filter((t) => isHan(t[0]) && t[1])
      : (folded.match(/[a-z]{4,}/g) || []).filter((word) => unknown.includes(stem(word)));
    const list = fit.length && (zh ? await hearing() : (await load("en-words") || "").split(" "));
    return list ? fit.map((token) => {
      if (zh) return sounding(list, token, list.sound[token[0]] + list.sound[token[1]], "", sure);
      const alike = near(token);
      return { token: stem(token), weight: 0.8, options: [...new Set(list.filter((w) => alike.test(w)).map(stem))].slice(0, 4) };
    }) : [];
  };

  // Whether a query holds a word: Chinese anywhere, others as stems of whole words.
  const holding = (folded) => (word) => HAN.test(word) ? folded.includes(word) : (" " + exact(folded) + " ").includes(" " + word + " ");

  // What is typed and what entries say for it, where the query holds the first.
  const synonyms = (lang, folded, base) => {
    const lists = about.langs[lang].same.flatMap(([word, ...typed]) => typed.map((t) => [t, word]));
    return lists.concat(...base.map((t) => at(lang, t, "^") || [])).filter(([typed]) => holding(folded)(typed));
  };

  // Each token costs a file: of a long question, MOST of them spread evenly.
  const MOST = 8, ROOM = 9, COMMON = 1.5;
  const some = (list) => list.filter((_, i) => list.length <= MOST || Math.floor(i * MOST / list.length) !== Math.floor((i - 1) * MOST / list.length));

  const find = async (lang, query, room) => {
    const folded = fold(query), all = tokens(folded), every = telling(folded), base = some(every), used = new Set();
    const { records } = about.langs[lang], per = about.places, key = home(every);
    // Loads what there is room for, and gives that.
    const within = async (list) => {
      const kept = list.filter((t) => used.has(shardOf(lang, t)) || (used.size < room && used.add(shardOf(lang, t))));
      await Promise.all([...used].map(load));
      return kept;
    };
    const [heard, text] = lang === "zh" ? await spoken(folded) : [[], ""];
    if (heard.length) base.length = 0;
    await within(key && base[0] ? [key, ...base] : []);
    const terms = base.filter((t) => at(lang, t)).map((t) => ({ weight: 1, options: [t] }));
    const unknown = base.filter((t) => !at(lang, t));
    const guessed = unknown.length * 3 < base.length ? [] : await meant(lang, unknown.slice(0, 4), folded, terms.map((t) => t.options[0]).join(""));
    guessed.push(...heard);
    for (const term of guessed) term.options = await within(term.options);
    const rarity = (df) => Math.log(1 + (records - df + 0.5) / (df + 0.5));
    const idf = (list) => rarity(Math.max(0, ...list.map((t) => (at(lang, t) || [0])[0])));
    const same = synonyms(lang, folded, base).map((pair) => pair.map(tokens)).filter(([typed]) => idf(typed) > COMMON);
    const extra = [...new Set(same.flatMap((pair) => pair[1]))].filter((t) => !base.includes(t)).slice(0, 8);
    if (all.length < 6) extra.push(...all.filter((t) => !base.includes(t) && !extra.includes(t) && isHan(t)));
    terms.push(...guessed, ...(await within(extra)).map((t) => ({ weight: 0.7, options: [t], extra: true })));

    const score = new Map(), seen = new Map(), marks = new Set();
    let total = unknown.filter((t) => !guessed.some((term) => term.token === t)).length * rarity(0);
    for (const term of terms) {
      const own = new Map(), entries = term.options.map((t) => at(lang, t)).filter(Boolean);
      // A word that says the same as a more usual one weighs no more than that.
      const known = same.filter(([typed]) => typed.includes(term.options[0])).map(([, word]) => idf(word));
      const weight = Math.min(idf(term.options), ...known);
      if (!term.extra) total += weight;
      entries.forEach((entry, rank) => {
        const list = postings(entry);
        for (let i = 0; i < list.length; i += 2) {
          const value = weight * term.weight * list[i + 1] / 255 * (1 - rank / 8);
          if (value > (own.get(list[i]) || 0)) own.set(list[i], value);
        }
      });
      for (const [doc, value] of own) {
        score.set(doc, (score.get(doc) || 0) + value);
        if (!term.extra) seen.set(doc, (seen.get(doc) || 0) + weight);
      }
      term.options.forEach((t) => marks.add(t));
    }
    const top = Math.max(1, ...score.values());
    const named = (text, token) => (at(lang, token, "=") || {})[hashed(text).toString(16)] || [];
    const whole = (lists, share) => [3, 2, 9].forEach((bonus, i) => (lists[i] || []).forEach((doc) => {
      score.set(doc, (score.get(doc) || 0) + bonus * share * top);
      seen.set(doc, total);
    }));
    const asked = key ? named(exact(folded), key) : [];
    whole(asked, 1);
    for (const t of base) if (/^[0-9]+$/.test(t)) whole([[], [], named(t, t)[2]], 0.1);
    if (text) whole(named(text, home(telling(text))), 0.5);
    else if (terms.length === 1 && guessed.length) terms[0].options.forEach((t, rank) => whole(named(t, t), 0.5 / (rank + 1)));

    // One result per page: its entry, or the question that fits clearly better; a little more for
    // a page where a second record speaks of the matter too.
    const pages = new Map();
    for (const [doc, value] of score) {
      const page = Math.floor(doc / per), place = doc % per, rank = place ? value * 0.8 : value;
      const hit = pages.get(page), cover = (seen.get(doc) || 0) / total;
      if (!hit || rank > hit.rank) pages.set(page, { page, place, rank, cover, next: hit ? hit.rank : 0 });
      else hit.next = Math.max(hit.next, rank);
    }
    for (const hit of pages.values()) hit.rank += 0.3 * hit.next;
    const sorted = [...pages.values()].sort((a, b) => b.rank - a.rank || a.page - b.page);
    const hits = sorted.filter((hit) => hit.rank > sorted[0].rank * 0.2).slice(0, 40);
    return { lang, hits, marks, heard: heard.length, number: !!asked[2], cover: hits.length ? hits[0].cover : 0 };
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

  // The whole answer to a query: blocks of results, the help entry, how many there are.
  const ask = async (lang, query, most) => {
    if (!await ready()) return null;
    const folded = fold(query), own = await find(lang, query, ROOM), founds = [own];
    // In the script of the other language, what is found must be good to count.
    const least = (lang === "zh") === HAN.test(folded) || (own.heard && own.cover > 0.6) ? -1 : 0.3;
    if (own.hits.filter((hit) => hit.cover > least).length < 3) {
      const more = await find(lang === "zh" ? "en" : "zh", query, 6);
      if (more.hits.length) founds[!own.hits.length || (own.cover < 0.6 && more.cover > own.cover + 0.15) ? "unshift" : "push"](more);
    }
    const known = new Set(), blocks = [];
    for (const found of founds) {
      const room = most - known.size - (founds[1] && !known.size ? 2 : 0);
      blocks.push({ lang: found.lang, list: await shown(found, room, known) });
    }
    const help = about.help && about.distress.some(holding(folded));
    if (help) {
      // First the help entry, then only what clearly speaks of the rest of the query.
      const [entry, titles] = about.help;
      for (const block of blocks) block.list = block.list.filter((hit) => hit.cover > 0.6 && hit.entry !== entry);
      const [title, words] = titles[lang], list = [{ lang, kind: entry.split("/")[0], entry, marks: new Set(), href: root + lang + "/" + entry + ".html", title, text: words }];
      blocks.unshift({ lang, list });
    }
    const count = help ? 0 : founds.reduce((sum, found) => sum + found.hits.length, 0);
    return { blocks: blocks.filter((block) => block.list.length), count, number: own.number, help };
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

  // A text with its marked tokens; of a long one the part with the most different ones.
  const marked = (node, text, marks, wide) => {
    const origin = [], found = [], lit = new Set();
    let folded = "", at = 0, best = 0, from = 0;
    for (const c of text) {
      const f = fold(c);
      for (let n = f.length; n--;) origin.push(at);
      folded += f;
      at += c.length;
    }
    scan(folded, (t, a, b) => { if (marks.has(t)) found.push([origin[a], origin[b - 1], t]); });
    for (const [start, last] of found) {
      for (let i = start; i <= last; i++) lit.add(i);
      const inside = new Set(found.map(([a, b, t]) => a >= start && b < start + wide - 10 && t)).size;
      if (inside > best) [best, from] = [inside, start];
    }
    from = text.length <= wide || from < wide - 20 ? 0 : Math.min(from - 10, text.length - wide);
    if (from && /[a-z]/i.test(text[from])) from = text.indexOf(" ", from) + 1 || from;
    const to = Math.min(text.length, from + wide);
    if (from) node.append("\u2026");
    for (at = from; at < to;) {
      const start = at, on = lit.has(at);
      while (at < to && lit.has(at) === on) at++;
      node.append(on ? make("mark", "", text.slice(start, at)) : text.slice(start, at));
    }
    if (to < text.length) node.append("\u2026");
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

  // The last query of a language, kept or read; private windows may refuse.
  const [visit] = performance.getEntriesByType("navigation"), returned = visit && visit.type === "back_forward";
  const last = (lang, query) => {
    try {
      const key = "zq-query-" + lang;
      return query === undefined ? sessionStorage.getItem(key) || "" : sessionStorage.setItem(key, query);
    } catch (e) { return ""; }
  };

  // One box: the field, its panel of results and, in the header, its sheet on small screens.
  const Box = (form) => {
    const part = (name) => form.querySelector(".zq-search__" + name);
    const lang = form.dataset.zqSearch, place = form.dataset.zqPlace, isPage = place === "page";
    const input = part("input"), panel = part("panel"), list = form.querySelector(".zq-found");
    let asked = 0, timer, active = -1, straight = false, shownFor = null, most = isPage ? 10 : 6;

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
      if (query === shownFor) return open(!!query);
      if (isPage && query !== given()) history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
      last(lang, query);
      if (isPage && shownFor !== null) most = 10;
      shownFor = query;
      if (!query) {
        tell("", false);
        list.textContent = "";
        part("help").hidden = true;
        return open(false);
      }
      const answer = await ask(lang, query, most);
      if (turn !== asked) return;
      if (answer) return draw(answer, query);
      shownFor = null;
      tell(form.dataset.zqFailed, true);
      part("more").hidden = false;
      open(true);
    };

    const sheet = (yes) => {
      form.classList.toggle("zq-search--open", yes);
      document.documentElement.classList.toggle("zq-searching", yes);
    };
    const leave = () => { open(false); sheet(false); };
    // To the button that opened the sheet, so that a keyboard goes on where it was.
    const back = () => { leave(); if (form === boxes[0].form && opener) opener.focus(); };

    input.addEventListener("focus", () => {
      ready();
      if (!input.value) return;
      input.select();
      if (returned) run();
    });
    input.addEventListener("input", (event) => {
      clearTimeout(timer);
      // Results of another query go at once; those of a shorter one may stay a moment.
      if (shownFor && !input.value.startsWith(shownFor) && !shownFor.startsWith(input.value)) list.textContent = "";
      if (!event.isComposing) timer = setTimeout(run, 150);
    });
    input.addEventListener("compositionend", () => { clearTimeout(timer); timer = setTimeout(run, 150); });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const all = options(), { key } = event, arrow = key === "ArrowDown" || key === "ArrowUp";
      if (key === "Escape") {
        event.preventDefault();
        if (!isPage && !panel.hidden) open(false);
        else { input.blur(); back(); }
      } else if (!isPage && arrow && !all.length) {
        run();
      } else if (!isPage && arrow) {
        event.preventDefault();
        open(true);
        const step = key === "ArrowDown" ? 1 : -1;
        choose((active + 2 + step + all.length) % (all.length + 1) - 1);
      } else if (key === "Enter" && !isPage && !panel.hidden && (active >= 0 || (straight && input.value.trim() === shownFor))) {
        event.preventDefault();
        all[Math.max(active, 0)].click();
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
    if (isPage) part("all").addEventListener("click", () => { most += 10; shownFor = null; run(); });
    if (part("close")) part("close").addEventListener("click", back);

    input.value = isPage ? given() : last(lang);
    if (isPage && input.value) run();
    return { form, input, sheet };
  };

  const boxes = [...document.querySelectorAll("[data-zq-search]")].map(Box);
  const openBox = (box) => { box.sheet(box === boxes[0]); box.input.focus(); };
  const opener = document.querySelector("[data-zq-search-open]");
  if (opener) opener.addEventListener("click", () => openBox(boxes[0]));
  document.addEventListener("keydown", (event) => {
    const typing = /^(input|textarea|select)$/i.test(event.target.tagName) || event.target.isContentEditable;
    const command = event.ctrlKey || event.metaKey;
    if (event.key === "/" && !typing && !command && !event.altKey || command && !event.shiftKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      const big = boxes[1];
      openBox(big && big.input.getBoundingClientRect().bottom > 0 ? big : boxes[0]);
    }
  });
})();
