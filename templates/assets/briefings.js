// A few conveniences; every page reads the same without them.
(() => {
  // Filters: rows that carry data-actor, data-kind … are shown or hidden, and
  // the choice is kept in the address as #actor=india&status=planned.
  const filter = (form) => {
    const rows = [...document.querySelectorAll(`${form.dataset.brFilter} [data-kind]`)];
    const fields = [...form.querySelectorAll("select, [type=search]")];
    const boxes = [...form.querySelectorAll("[type=checkbox]")];
    const output = form.querySelector("[data-br-count]");
    const numbers = new Intl.NumberFormat(output.dataset.brLocale);
    const forms = JSON.parse(output.dataset.brCount);
    const words = forms[new Intl.PluralRules(output.dataset.brLocale).select(rows.length)] ?? forms.other;
    const fits = (row, chosen, statuses) => Object.entries(chosen).every(([name, value]) => name === "q"
      ? `${row.textContent} ${row.dataset.q ?? ""}`.toLowerCase().includes(value.toLowerCase())
      : row.dataset[name].split(" ").includes(value)) && (!boxes.length || statuses.includes(row.dataset.status));
    const apply = (event) => {
      const chosen = Object.fromEntries(fields.filter((field) => field.value).map((field) => [field.name, field.value]));
      const statuses = boxes.filter((box) => box.checked).map((box) => box.value);
      let shown = 0;
      for (const row of rows) shown += !(row.hidden = !fits(row, chosen, statuses));
      output.value = words.replace("{shown}", numbers.format(shown)).replace("{n}", numbers.format(rows.length));
      if (statuses.length < boxes.length) chosen.status = statuses.join(",");
      const choice = String(new URLSearchParams(chosen));
      for (const link of document.querySelectorAll(".br-ways a")) link.hash = choice; // years and months before and after
      if (event) history.replaceState(null, "", `#${choice}`);
    };
    const read = () => {
      const saved = new URLSearchParams(location.hash.includes("=") ? location.hash.slice(1) : "");
      for (const field of fields) {
        const wanted = field.value = saved.get(field.name) ?? "";
        if (field.value !== wanted) field.add(new Option(wanted, wanted, true, true)); // nobody of that name here
      }
      if (saved.has("status")) for (const box of boxes) box.checked = saved.get("status").split(",").includes(box.value);
      apply();
    };
    form.addEventListener("input", apply);
    form.onsubmit = () => false;
    window.addEventListener("hashchange", () => form.isConnected && location.hash.includes("=") && read());
    read();
  };

  // The switches of the marks stay as the reader left them.
  const remember = (box) => {
    const key = `briefings:${box.id}`;
    try {
      box.checked = localStorage.getItem(key) !== "off";
      box.addEventListener("change", () => localStorage.setItem(key, box.checked ? "on" : "off"));
    } catch { /* storage is closed to us */ }
  };

  const copy = (button) => button.addEventListener("click", () => navigator.clipboard
    .writeText(document.getElementById(button.dataset.brCopy).textContent)
    .then(() => { button.textContent = button.dataset.brDone; }));

  // The link to a sentence, a fact … goes to the clipboard, too, and says so for a moment.
  const take = (link) => link.addEventListener("click", () => navigator.clipboard?.writeText(link.href).then(() => {
    const name = link.ariaLabel;
    link.ariaLabel = link.dataset.done = link.closest("[data-br-copied]").dataset.brCopied;
    setTimeout(() => { link.ariaLabel = name; delete link.dataset.done; }, 1500);
  }, () => {})); // the address has it anyhow

  // The citations name the sentence, fact … that the reader has followed a link to.
  const cite = (box) => {
    const pieces = [...box.querySelectorAll(".br-copy")].map((piece) => [piece, piece.textContent]);
    const place = () => {
      const anchor = /^#[efnqs]-/.test(location.hash) ? location.hash : "";
      for (const [piece, words] of pieces) piece.textContent = words.replaceAll(box.dataset.brCite, box.dataset.brCite + anchor);
    };
    window.addEventListener("hashchange", place);
    place();
  };

  // Preview: the actor's card from the list below the text, beside the name.
  // It can itself be hovered, and Escape closes it (WCAG 1.4.13).
  let box, owner, timer;
  const hide = () => { box?.remove(); owner?.removeAttribute("aria-describedby"); box = owner = null; };
  const later = ({ currentTarget: left }) => { if (left === owner || left === box) timer = setTimeout(hide, 200); };
  const show = ({ currentTarget: link }) => {
    clearTimeout(timer);
    if (owner === link) return;
    hide();
    const card = [...document.querySelectorAll("[data-br-card]")].find((item) => item.querySelector("a").href === link.href);
    if (!card) return;
    owner = link;
    box = Object.assign(document.createElement("div"), { className: "br-preview", id: "br-preview", role: "tooltip", innerHTML: card.innerHTML });
    Object.assign(box, { onpointerenter: () => clearTimeout(timer), onpointerleave: later });
    document.body.append(box);
    const at = link.getClientRects()[0];
    box.style.left = `${Math.max(8, Math.min(at.left, innerWidth - box.offsetWidth - 8))}px`;
    const below = at.bottom + 4 + box.offsetHeight <= innerHeight || at.top < box.offsetHeight + 4;
    box.style.top = `${scrollY + (below ? at.bottom + 4 : at.top - box.offsetHeight - 4)}px`;
    link.setAttribute("aria-describedby", "br-preview");
  };
  const preview = (link) => Object.assign(link, { onpointerenter: show, onfocus: show, onpointerleave: later, onblur: hide });
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());

  // What stood here once leads on.
  const leadOn = () => {
    const link = document.getElementById(location.hash.slice(1));
    if (link?.matches(".br-moved a")) location.replace(link.href);
  };
  window.addEventListener("hashchange", leadOn);

  // What an address leads to shows, also where it is folded away.
  const unfold = () => {
    const wanted = document.getElementById(location.hash.slice(1));
    for (let fold = wanted?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
  };
  window.addEventListener("hashchange", unfold);

  // The theme's search dialog is without a name, and takes that of its field.
  const search = document.querySelector(".md-search");
  search?.setAttribute("aria-label", search.querySelector("input").ariaLabel);

  const start = () => { // after each page that Material loads in place, too
    hide();
    unfold();
    leadOn();
    document.querySelectorAll("[data-br-filter]").forEach(filter);
    document.querySelectorAll(".br-marks input").forEach(remember);
    document.querySelectorAll("[data-br-copy]").forEach(copy);
    document.querySelectorAll("[data-br-cite]").forEach(cite);
    document.querySelectorAll("[data-br-copied] .br-anchor").forEach(take);
    document.querySelectorAll(".br-text .br-actor[href]").forEach(preview);
  };
  window.document$ ? document$.subscribe(start) : start();
})();
