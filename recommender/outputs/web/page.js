"use strict";
(() => {
  const data = JSON.parse(document.getElementById("live-data").textContent);
  const say = data.words;
  const table = document.getElementById("order");
  const show = (element) => { if (element) element.hidden = false; };
  document.querySelectorAll(".tools, .search").forEach(show);

  // sheets: closed on a screen, all open on paper
  const sheets = () => document.querySelectorAll(".sheet details");
  let closed = [];
  addEventListener("beforeprint", () => { closed = [...sheets()].filter((item) => !item.open); closed.forEach((item) => { item.open = true; }); });
  addEventListener("afterprint", () => closed.forEach((item) => { item.open = false; }));
  const reveal = () => {
    const wanted = decodeURIComponent(location.hash.slice(1));
    const details = wanted && document.getElementById(wanted)?.querySelector(":scope > details");
    if (details) { details.open = true; details.querySelector("summary").focus(); details.scrollIntoView(); }
  };
  addEventListener("hashchange", reveal);

  // the score and the order: the same rule as in the library (analysis/scoring.py)
  const round = (value) => Math.round(value * 1e9) / 1e9;
  const valued = (name) => data.items.every((item) => item.criteria[name] !== null && item.criteria[name] !== undefined);
  const counting = (weights) => data.criteria.map((criterion) => criterion.name).filter((name) => weights[name] > 0 && valued(name));
  const mean = (item, names, weights) => {
    const total = names.reduce((sum, name) => sum + weights[name], 0);
    if (!total) return 0;
    if (data.aggregation === "geometric") {
      if (names.some((name) => item.criteria[name] === 0)) return 0;
      return round(Math.exp(names.reduce((sum, name) => sum + weights[name] * Math.log(item.criteria[name]), 0) / total));
    }
    return round(names.reduce((sum, name) => sum + weights[name] * item.criteria[name], 0) / total);
  };
  const ranked = (weights) => {
    const names = counting(weights);
    return data.items.map((item) => ({ id: item.id, score: mean(item, names, weights) }))
      .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  };
  const decimals = (value) => {
    const shown = value >= 0.995 && value < 1 - 1e-9 ? 0.99 : value;
    return shown.toFixed(2).replace(".", data.decimal_mark);
  };

  const given = { ...data.weights };
  let weights = { ...given };
  const same = () => data.criteria.every(({ name }) => Math.abs((weights[name] || 0) - (given[name] || 0)) < 1e-9);

  const marks = new Map();
  document.querySelectorAll("#figure-quadrant text[aria-label]").forEach((text) => {
    marks.set(text.getAttribute("aria-label").replace(/^rank of /, ""), text);
  });

  // what was drawn holds for the weights that were given
  const drawn = [...table.tHead.rows[0].cells].flatMap((cell, at) =>
    ["rank_range", "tie_group", "tops"].includes(cell.dataset.key) ? [at] : []);
  const told = new Map([...table.tBodies[0].rows].map((row) =>
    [row.dataset.id, drawn.map((at) => row.cells[at].textContent)]));

  const redraw = () => {
    const order = ranked(weights);
    const rows = new Map([...table.tBodies[0].rows].map((row) => [row.dataset.id, row]));
    const scoreAt = [...table.tHead.rows[0].cells].findIndex((cell) => cell.dataset.key === "score");
    order.forEach(({ id, score }, place) => {
      const row = rows.get(id);
      row.cells[0].textContent = String(place + 1);
      if (scoreAt > 0) row.cells[scoreAt].textContent = decimals(score);
      drawn.forEach((at, which) => { row.cells[at].textContent = same() ? told.get(id)[which] : "–"; });
      table.tBodies[0].append(row);
      if (marks.has(id)) marks.get(id).textContent = String(place + 1);
    });
    unsorted();
    const none = !counting(weights).length;
    document.getElementById("live-state").textContent = none ? say.all_zero : same() ? say.unchanged : say.changed;
  };

  // sliders; per cents are rounded as in the texts
  const halfToEven = (number) => {
    const whole = Math.floor(number);
    return number - whole === 0.5 ? whole + (whole % 2) : Math.round(number);
  };
  const percent = (name) => {
    const names = counting(weights);
    const total = names.reduce((sum, other) => sum + weights[other], 0);
    return names.includes(name) ? `${halfToEven(100 * weights[name] / total)}%` : "–";
  };
  const sliders = new Map();
  const tellWeights = () => sliders.forEach(({ input, output }, name) => {
    input.value = String(Math.round(100 * (weights[name] || 0)));
    output.textContent = percent(name);
    input.setAttribute("aria-valuetext", percent(name));
  });
  const build = ({ name, label }) => {
    const box = document.createElement("div");
    box.className = "slider";
    const head = document.createElement("label");
    head.htmlFor = `weight-${name}`;
    const text = document.createElement("span");
    text.textContent = label;
    const output = document.createElement("output");
    head.append(text, output);
    const input = Object.assign(document.createElement("input"), { type: "range", min: "0", max: "100", id: `weight-${name}` });
    input.disabled = !valued(name);
    input.addEventListener("input", () => { weights = { ...weights, [name]: Number(input.value) / 100 }; tellWeights(); redraw(); });
    box.append(head, input);
    if (input.disabled) box.append(Object.assign(document.createElement("small"), { textContent: say.no_value }));
    document.getElementById("sliders").append(box);
    sliders.set(name, { input, output });
  };
  const setWeights = (wanted) => { weights = { ...wanted }; tellWeights(); redraw(); };

  // weights as a lens file that `ris3 --lens` reads, or as a link to this page
  const shares = () => {
    const names = data.criteria.map(({ name }) => name);
    const total = names.reduce((sum, name) => sum + (weights[name] || 0), 0);
    const parts = names.map((name) => Math.round(1e4 * (weights[name] || 0) / total));
    const largest = parts.indexOf(Math.max(...parts));
    parts[largest] += 1e4 - parts.reduce((sum, part) => sum + part, 0);
    return names.map((name, place) => [name, parts[place] / 1e4]);
  };
  const lensText = () => {
    const written = (pairs) => `{${pairs.map(([name, value]) => `${name}: ${value}`).join(", ")}}`;
    return ['schema_version: "1"', "name: saved", `label: ${JSON.stringify(say.lens_label)}`,
      `criteria: ${written(shares())}`, `transitions: ${written(Object.entries(data.transitions))}`, ""].join("\n");
  };
  const save = () => {
    const address = URL.createObjectURL(new Blob([lensText()], { type: "text/yaml" }));
    const link = Object.assign(document.createElement("a"), { href: address, download: "lens.yaml" });
    document.body.append(link); link.click(); link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
  const linkTo = () => `#weights=${shares().map(([name, value]) => `${name}:${value}`).join(",")}`;
  const fromLink = () => {
    const found = /^#weights=(.+)$/.exec(decodeURIComponent(location.hash));
    if (!found) return false;
    const wanted = {};
    for (const pair of found[1].split(",")) {
      const [name, value] = pair.split(":");
      const number = Number(value);
      if (data.criteria.some((criterion) => criterion.name === name) && number >= 0 && number <= 1) wanted[name] = number;
    }
    setWeights({ ...Object.fromEntries(data.criteria.map(({ name }) => [name, 0])), ...wanted });
    return true;
  };

  // sorting and searching the table
  const unsorted = () => table.querySelectorAll("th").forEach((head) => head.removeAttribute("aria-sort"));
  const value = (cell) => {
    const text = cell.textContent.trim();
    const number = Number(text.replace(data.decimal_mark, ".").replace(/[<>%]/g, ""));
    return cell.classList.contains("number") ? (Number.isNaN(number) ? -Infinity : number) : text;
  };
  const bands = ["high", "medium", "low", "not_assessed", "not_yet"];
  const compare = (a, b) => {
    if (a.dataset.tone) return bands.indexOf(a.dataset.tone) - bands.indexOf(b.dataset.tone);
    const [first, second] = [value(a), value(b)];
    return typeof first === "number" ? first - second : first.localeCompare(second, document.documentElement.lang);
  };
  const sortBy = (head, column) => {
    const down = head.getAttribute("aria-sort") === "ascending";
    unsorted();
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = [...table.tBodies[0].rows].sort((a, b) => (down ? -1 : 1) * compare(a.cells[column], b.cells[column]));
    table.tBodies[0].append(...rows);
  };
  const search = (event) => {
    const wanted = event.target.value.trim().toLocaleLowerCase();
    let count = 0;
    for (const row of table.tBodies[0].rows) {
      row.hidden = wanted !== "" && !row.textContent.toLocaleLowerCase().includes(wanted);
      count += row.hidden ? 0 : 1;
    }
    document.getElementById("search-state").textContent = say.shown.replace("{count}", count).replace("{of}", table.tBodies[0].rows.length);
  };

  const acts = {
    open: () => sheets().forEach((item) => { item.open = true; }),
    close: () => sheets().forEach((item) => { item.open = false; }),
    print: () => print(),
    reset: () => { setWeights(given); if (location.hash.startsWith("#weights=")) history.replaceState(null, "", "#ranking"); },
    save,
    link: () => {
      history.replaceState(null, "", linkTo());
      navigator.clipboard?.writeText(location.href).then(() => { document.getElementById("live-state").textContent = say.copied; }, () => {});
    },
  };
  document.querySelectorAll("button[data-do]").forEach((button) => button.addEventListener("click", acts[button.dataset.do]));

  if (table && data.items.length > 1) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: head.textContent });
      button.setAttribute("aria-label", say.sort.replace("{column}", head.textContent));
      head.replaceChildren(button);
      button.addEventListener("click", () => sortBy(head, column));
    });
    document.getElementById("search")?.addEventListener("input", search);
    show(document.getElementById("live"));
    data.criteria.forEach(build);
    tellWeights();
    addEventListener("hashchange", fromLink);
    if (!fromLink()) reveal();
  } else {
    reveal();
  }
})();
