"use strict";
// Draws what the program computed: it maps the numbers of the page to Plotly and computes none of its own.
(() => {
  const root = document.documentElement;
  const data = JSON.parse(document.getElementById("charts").textContent);
  const hidden = new Map();
  const figures = new Map();
  for (const chart of data.charts) {
    const scales = { x: chart.x.log, y: chart.y.log };
    figures.set(chart.id, { chart, scales, unit: chart.units[0] || "", plot: null, figure: document.getElementById(chart.id) });
    for (const series of chart.series) {
      if (series.toggle && !series.unit) hidden.set(series.toggle, series.off && hidden.get(series.toggle) !== false);
    }
  }

  // Plotly reads a few tags in texts; a name is a name.
  const plain = text => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n/g, "<br>");
  const variable = name => getComputedStyle(root).getPropertyValue(name).trim();
  const names = { 100: "--range", 101: "--border", 102: "--muted", 103: "--coefficient", 104: "--single", 105: "--spread", 106: "--limit" };
  const colour = style => variable(names[style] || "--c" + style % 8);
  const faded = (hex, alpha) => {
    const part = at => parseInt(hex.slice(at, at + 2), 16);
    return `rgba(${part(1)},${part(3)},${part(5)},${alpha})`;
  };
  const hatches = ["", "/", "-", "x", "|"];
  const sides = { Right: "middle right", Left: "middle left", Above: "top center", Below: "bottom center" };
  const dash = text => text ? text.split(",").map(length => length + "px").join(",") : "solid";

  function trace(series, view) {
    const ink = colour(series.style);
    const shown = !(series.toggle && hidden.get(series.toggle)) && (!series.unit || series.unit === view.unit);
    const hover = series.hover.map(plain);
    const it = {
      name: plain(series.name), x: series.x, y: series.y, visible: shown, showlegend: series.legend,
      hoverinfo: hover.length ? "text" : "skip", hovertext: hover.length === 1 ? hover[0] : hover, meta: series.toggle,
    };
    if (series.kind === "Bars") {
      return Object.assign(it, {
        type: "bar", orientation: "h", width: 0.6, marker: {
          color: faded(ink, 0.8), line: { color: variable("--ink"), width: 0.7 },
          pattern: view.chart.stacked
            ? { shape: hatches[series.style % 5], fillmode: "overlay", fgcolor: variable("--paper"), fgopacity: 1, size: 6, solidity: 0.2 }
            : undefined,
        },
        text: series.labels.map(plain), textposition: series.labels.length ? "outside" : "none", textangle: 0, cliponaxis: false,
        textfont: { color: variable("--ink") },
      });
    }
    if (series.kind === "Area") {
      return Object.assign(it, {
        type: "scatter", mode: "lines", fill: "toself", fillcolor: faded(ink, 0.16), line: { color: faded(ink, 0.7), width: 1, dash: dash(series.dash) },
        hoveron: "fills", text: hover[0] || "", hoverinfo: "text",
      });
    }
    if (series.kind === "Line") {
      const text = series.labels.length ? series.x.map((_, i) => i === series.labelAt ? plain(series.labels[0]) : "") : undefined;
      return Object.assign(it, {
        type: "scatter", mode: text ? "lines+text" : "lines", text, textposition: "top left",
        textfont: { size: 10, color: variable("--muted") },
        line: { color: ink, width: series.main ? 3 : series.thin ? 1 : 1.6, dash: dash(series.dash) },
      });
    }
    const many = series.thin;
    return Object.assign(it, {
      type: "scatter", mode: series.labels.length ? "markers+text" : "markers", text: series.labels.map(plain),
      textposition: series.sides.map(side => sides[side]), cliponaxis: false,
      textfont: { color: variable("--ink"), size: 12, weight: series.main ? 700 : 400 },
      marker: {
        color: many ? faded(ink, 0.45) : ink, symbol: data.symbols[series.symbol], size: many ? 5 : series.main ? 14 : 10,
        line: { color: variable("--paper"), width: many ? 0 : 0.8 },
      },
      error_y: series.below && {
        type: "data", symmetric: false, array: series.above, arrayminus: series.below, color: ink, thickness: 1.6, width: 4,
      },
    });
  }

  function axis(definition, isLogarithmic, title) {
    const it = {
      title: { text: plain(title || definition.title) }, type: isLogarithmic ? "log" : "linear", autorange: true, automargin: true,
      gridcolor: variable("--grid"), linecolor: variable("--border"), zeroline: false, color: variable("--ink"),
      exponentformat: definition.format === "Count" ? "B" : "power", separatethousands: true,
    };
    if (definition.names.length) {
      Object.assign(it, {
        type: "linear", tickvals: definition.names.map((_, i) => i), autorange: false, range: [definition.names.length - 0.4, -0.6],
        ticktext: definition.names.map(name => plain(name.length > 32 ? name.slice(0, 31) + "…" : name)), showgrid: false,
      });
    }
    return it;
  }

  function layout(view) {
    const { chart, scales } = view;
    const bars = chart.y.names.length;
    return {
      paper_bgcolor: variable("--paper"), plot_bgcolor: variable("--paper"), font: { color: variable("--ink"), size: 12 },
      margin: { l: 64, r: bars ? 52 : 24, t: 28, b: 56 }, height: bars ? 140 + 44 * bars : 520, barmode: chart.stacked ? "stack" : "overlay",
      xaxis: axis(chart.x, scales.x, chart.units.length ? view.unit : ""), yaxis: axis(chart.y, scales.y),
      legend: { orientation: "h", y: bars ? -0.3 - 0.4 / bars : -0.16, yanchor: "top" }, hovermode: "closest", uirevision: JSON.stringify(scales),
      hoverlabel: { align: "left", bgcolor: variable("--soft"), bordercolor: variable("--border"), font: { color: variable("--ink") } },
    };
  }

  const config = { displaylogo: false, typesetMath: false, responsive: true, modeBarButtonsToRemove: ["lasso2d", "select2d"] };

  // The library becomes a script when it is first needed; its hash is in the page's policy.
  function load() {
    if (window.Plotly) return;
    const script = document.createElement("script");
    script.textContent = document.getElementById("library").textContent;
    document.head.append(script);
  }

  function draw(view) {
    load();
    const traces = view.chart.series.map(series => trace(series, view));
    view.plot = view.figure.querySelector(".plot");
    view.figure.classList.add("drawn");
    return Plotly.react(view.plot, traces, layout(view), config);
  }

  const drawn = () => [...figures.values()].filter(view => view.plot);

  function copy(button) {
    const view = figures.get(button.dataset.chart);
    const status = view.figure.querySelector(".status");
    const format = button.dataset.copy;
    const ready = view.plot ? Promise.resolve() : draw(view);
    const size = () => ({ format, width: 1000, height: view.plot.clientHeight || 520, scale: format === "png" ? 2 : 1 });
    ready.then(() => Plotly.toImage(view.plot, size())).then(address => {
      const body = address.slice(address.indexOf(",") + 1);
      const save = () => {
        const link = document.createElement("a");
        link.href = address;
        link.download = view.chart.id + "." + format;
        link.click();
        status.textContent = "Saved as " + link.download;
      };
      if (!navigator.clipboard || !window.ClipboardItem) return save();
      const item = format === "svg"
        ? { "text/plain": new Blob([decodeURIComponent(body)], { type: "text/plain" }) }
        : { "image/png": new Blob([Uint8Array.from(atob(body), c => c.charCodeAt(0))], { type: "image/png" }) };
      return navigator.clipboard.write([new ClipboardItem(item)]).then(() => { status.textContent = "Copied"; }, save);
    });
  }

  function sort(table, column, header) {
    const ascending = header.getAttribute("aria-sort") !== "ascending";
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    const key = row => row.cells[column].dataset.sort;
    const rows = [...table.tBodies[0].rows].sort((a, b) => {
      const [first, second] = [key(a), key(b)];
      if (first === undefined || second === undefined) {
        if (first !== second) return first === undefined ? 1 : -1;
        const [one, other] = [a.cells[column].textContent, b.cells[column].textContent];
        return (one < other ? -1 : one > other ? 1 : 0) * (ascending ? 1 : -1);
      }
      return (Number(first) - Number(second)) * (ascending ? 1 : -1);
    });
    table.tBodies[0].append(...rows);
  }

  root.classList.add("live");
  document.addEventListener("change", event => {
    const box = event.target;
    if (box.dataset.toggle) {
      hidden.set(box.dataset.toggle, !box.checked);
      for (const row of document.querySelectorAll("[data-toggle-row]")) row.hidden = !!hidden.get(row.dataset.toggleRow);
      drawn().forEach(draw);
    } else if (box.dataset.axis) {
      const view = figures.get(box.dataset.chart);
      view.scales[box.dataset.axis] = box.checked;
      draw(view);
    } else if (box.dataset.units) {
      const view = figures.get(box.dataset.units);
      view.unit = box.value;
      draw(view);
    }
  });
  document.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    if (button.dataset.copy) copy(button);
    const header = button.closest("table.sortable th");
    if (header) sort(header.closest("table"), header.cellIndex, header);
    if (button.id === "theme") {
      const dark = variable("--paper") !== "#ffffff";
      root.dataset.theme = dark ? "light" : "dark";
      drawn().forEach(draw);
    }
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => drawn().forEach(draw));

  // Pictures are there at once; live charts replace them when they come into view.
  const near = new IntersectionObserver(entries => {
    for (const entry of entries.filter(entry => entry.isIntersecting)) {
      near.unobserve(entry.target);
      setTimeout(() => draw(figures.get(entry.target.id)));
    }
  }, { rootMargin: "400px" });
  for (const view of figures.values()) near.observe(view.figure);
})();
