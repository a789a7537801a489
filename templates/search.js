// The search page: the pages that Pagefind's index has for some words, each with the sentences they stand in.
// Everything found is written as text; nothing of an article is taken for HTML.
(() => {
  const [PAGES, PASSAGES, WORDS] = [10, 3, 60]; // shown at a time
  const form = document.querySelector("[data-br-search]");
  const [status, list, more] = ["status", "list", "more"].map((part) => document.querySelector(`[data-br-found=${part}]`));
  const root = new URL(form.dataset.brSearch, location.href);
  let engine, results = [];

  const load = () => engine ??= import(new URL("pagefind/pagefind.js", root)).then(async (pagefind) => {
    await pagefind.options({ ranking: { metaWeights: { title: 5, names: 50 } } });
    return pagefind;
  });

  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // How many of the terms stand among some words; Pagefind finds "tariffs" for "tariff", and the other way round.
  const covered = (terms, words) => {
    const plain = words.map((word) => word.toLowerCase().replace(/^\W+/u, ""));
    return terms.filter((term) => plain.some((word) => word.startsWith(term.slice(0, Math.max(3, term.length - 2))))).length;
  };

  // What stands from one place on the page to the next and holds some of the terms; first what holds most of them.
  const passages = ({ anchors, content, locations }, terms) => {
    const words = content.split(/\s+/);
    return anchors
      .map(({ id, location: from }, number) => {
        const to = anchors[number + 1]?.location ?? words.length;
        const hits = locations.filter((at) => at >= from && at < to);
        return { id, words, from, to, hits, terms: covered(terms, hits.map((at) => words[at])) };
      })
      .filter(({ hits }) => hits.length)
      .sort((one, other) => other.terms - one.terms);
  };

  const passage = (href, { id, words, from, to, hits }) => {
    const start = to - from > WORDS ? Math.max(from, hits[0] - WORDS / 4) : from;
    const end = Math.min(to, start + WORDS);
    const pieces = words.slice(start, end).flatMap((word, number) => [
      number ? " " : "", hits.includes(start + number) ? make("mark", { textContent: word }) : word,
    ]);
    const link = make("a", { className: "br-found-passage", href: `${href}#${id}` }, start > from ? "… " : "", ...pieces, end < to ? " …" : "");
    return make("li", {}, link);
  };

  const entry = ({ page, found }) => {
    const href = new URL(page.raw_url.slice(1), root);
    const item = make("li", {}, make("a", { className: "br-found-page", href, textContent: page.meta.title }));
    if (page.meta.names) item.append(make("p", { className: "br-small br-quiet", textContent: page.meta.names }));
    if (found.length) item.append(make("ul", { className: "br-kwic" }, ...found.slice(0, PASSAGES).map((one) => passage(href, one))));
    if (found.length > PASSAGES) {
      const words = form.dataset.brMore.replace("{n}", found.length - PASSAGES);
      item.append(make("p", { className: "br-small br-quiet", textContent: words }));
    }
    return item;
  };

  // Pagefind weighs whole pages; of those shown together, the first are those that have the terms in one place.
  const show = async () => {
    const mine = results;
    const terms = form.q.value.toLowerCase().split(/[\s"]+/).filter(Boolean);
    const start = list.children.length;
    const pages = await Promise.all(mine.slice(start, start + PAGES).map((result) => result.data()));
    if (mine !== results) return; // other words by now
    const ranked = pages.map((page) => {
      const found = passages(page, terms);
      const named = covered(terms, `${page.meta.title} ${page.meta.names ?? ""}`.split(/\s+/));
      return { page, found, terms: Math.max(named, found[0]?.terms ?? 0) };
    });
    list.append(...ranked.sort((one, other) => other.terms - one.terms).map(entry));
    more.hidden = list.children.length >= mine.length;
    if (start) list.children[start].querySelector("a").focus(); // the button may be gone
  };

  const tell = (count, words) => {
    const { brOne, brOther, brNone } = form.dataset;
    return count > 1 ? brOther.replace("{n}", count) : count ? brOne : brNone.replace("{words}", words);
  };

  const search = async () => {
    const words = form.q.value.trim();
    history.replaceState(null, "", words ? `?q=${encodeURIComponent(words)}` : location.pathname);
    const found = words ? await (await load()).debouncedSearch(words, {}, 150) : { results: [] };
    if (!found || words !== form.q.value.trim()) return; // other words by now
    results = found.results;
    list.replaceChildren();
    status.textContent = words && tell(results.length, words);
    await show();
  };
  const tried = () => search().catch(() => { status.textContent = form.dataset.brFailed; });

  form.addEventListener("input", tried);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.q.addEventListener("focus", () => load().catch(() => {}), { once: true });
  more.addEventListener("click", show);
  form.q.value = new URLSearchParams(location.search).get("q") ?? "";
  if (form.q.value) tried();
})();
