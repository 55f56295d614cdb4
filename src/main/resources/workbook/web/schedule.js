// Shows a run: the code of each thread, the data, the locks and a timeline, step by step; and lets
// a person choose what happens in place of it.

import { indexed, locksAt, memoryAt, threadAt, turnOf } from "./schedule-data.js";

/// Where there are more threads, only those of the latest step are shown.
const MOST_PANELS = 6;
const LANE = 20;

const GAME_KEYS = { u: "undo", r: "restart", h: "hint", c: "claim", e: "on" };

/// Shows the runs in a part of a page.
export function mountAll(part) {
  part.querySelectorAll(".schedule").forEach((place) => new ScheduleView(place));
}

function made(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") {
      element.textContent = value;
    } else if (value !== undefined) {
      element.setAttribute(name, value);
    }
  }
  element.append(...children);
  return element;
}

function drawn(tag, attributes) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  return element;
}

class ScheduleView {
  constructor(place) {
    this.place = place;
    place.tabIndex = -1;
    place.setAttribute("role", "group");
    place.setAttribute("aria-label", "A schedule, step by step");
    place.setAttribute("aria-live", "off");
    const data = JSON.parse(place.querySelector("script").textContent);
    this.frame();
    this.load(data, data.made === undefined || data.end !== "OPEN" ? 1 : undefined);
    document.addEventListener("keydown", (event) => this.key(event));
  }

  /// What stays, whatever run is shown.
  frame() {
    const button = (text, label, act) => {
      const one = made("button", { type: "button", text, "aria-label": label });
      one.addEventListener("click", act);
      return one;
    };
    this.slider = made("input", { type: "range", min: 0, "aria-label": "Step of the schedule" });
    this.slider.addEventListener("input", () => this.show(Number(this.slider.value)));
    this.turn = button("⇒", "To the switch that mattered", () => this.toTurn());
    this.says = made("p", { role: "status" });
    this.note = made("p", { class: "note", role: "status" });
    this.bar = made(
      "div",
      { class: "stepper" },
      button("|◀", "To the beginning", () => this.show(0)),
      button("◀ back", "One step back", () => this.show(this.step - 1)),
      this.slider,
      button("on ▶", "One step on", () => this.show(this.step + 1)),
      button("▶|", "To the end", () => this.show(this.run.length)),
      this.turn,
      this.says,
    );
    this.timeline = made("div", { class: "timeline", "aria-hidden": "true" });
    this.choices = made("div", { class: "choices" });
    this.panels = made("div", { class: "panels" });
    this.memory = made("section", { class: "memory" });
    this.locks = made("section", { class: "locks" });
    this.end = made("div", { class: "end" });
    this.tools = made("div", { class: "tools" });
    this.list = made("details", { class: "all" }, made("summary", { text: "All steps as text" }));
    this.list.addEventListener("toggle", () => this.listSteps());
    this.place.append(
      made("p", { class: "how", text: "Step through it: the arrow keys, or the slider." }),
      this.note,
      this.bar,
      this.timeline,
      this.choices,
      made("div", { class: "state" }, this.memory, this.locks),
      this.panels,
      this.end,
      this.tools,
      this.list,
    );
  }

  /// Shows another run.
  ///
  /// @param step where to begin; its end when it is left out
  load(data, step) {
    this.run = indexed(data);
    this.step = -1;
    this.slider.max = this.run.length;
    this.turn.hidden = this.run.turns.length === 0;
    this.note.textContent = data.note ?? "";
    this.drawTimeline();
    this.makePanels();
    this.makeMemory();
    this.makeTools();
    this.end.replaceChildren(...this.ending());
    this.list.querySelector("ol")?.remove();
    this.listSteps();
    this.show(Math.min(step ?? this.run.length, this.run.length));
  }

  /// Shows a step; 0 is before the first one.
  show(number) {
    const step = Math.min(Math.max(number, 0), this.run.length);
    if (step === this.step) {
      return;
    }
    this.step = step;
    this.slider.value = step;
    const now = this.run.data.steps[step - 1];
    this.says.textContent = this.sentence(now, step);
    this.slider.setAttribute("aria-valuetext", `step ${step} of ${this.run.length}`);
    this.cursor?.setAttribute("x", step - 1);
    this.showPanels(now);
    this.showMemory();
    this.showLocks();
    this.showChoices();
    this.markInList();
  }

  sentence(now, step) {
    const { first, end } = this.run.data;
    if (!now) {
      return this.run.length ? "Before the first step." : "Nothing has happened yet.";
    }
    const where = now.line ? `, line ${now.line}` : "";
    const turn = turnOf(now);
    const last = step === this.run.length && end !== "OPEN" ? " The run ends here." : "";
    return `Step ${step + first} of ${this.run.length + first}: ${turn ? turn + " " : ""}${now.thread}: ${now.says}${where}.${last}`;
  }

  toTurn() {
    const { turns } = this.run;
    this.show(turns.find((at) => at > this.step) ?? turns[0]);
  }

  // The timeline

  drawTimeline() {
    const { run } = this;
    this.timeline.replaceChildren();
    this.cursor = null;
    if (!run.length) {
      return;
    }
    const lanes = run.threads.length;
    const gap = run.length > 200 ? 0 : 0.08;
    const svg = drawn("svg", { viewBox: `0 0 ${run.length} ${lanes}`, preserveAspectRatio: "none", height: lanes * LANE });
    const lane = new Map(run.threads.map((thread, at) => [thread, at]));
    const cells = [];
    for (let from = 0; from < run.length; ) {
      let to = from + 1;
      const { thread } = run.data.steps[from];
      while (gap === 0 && to < run.length && run.data.steps[to].thread === thread) {
        to++;
      }
      cells.push(`M${from + gap} ${lane.get(thread) + 0.15}h${to - from - 2 * gap}v0.7h${2 * gap - to + from}z`);
      from = to;
    }
    this.cursor = drawn("rect", { class: "cursor", y: 0, width: 1, height: lanes });
    const turns = run.turns.map((at) => `M${at - 1} 0v${lanes}`);
    svg.append(this.cursor, drawn("path", { class: "cells", d: cells.join("") }), drawn("path", { class: "turns", d: turns.join("") }));
    const at = (event) => {
      const box = svg.getBoundingClientRect();
      this.show(Math.floor(((event.clientX - box.left) / box.width) * run.length) + 1);
    };
    svg.addEventListener("pointerdown", (event) => {
      svg.setPointerCapture(event.pointerId);
      at(event);
    });
    svg.addEventListener("pointermove", (event) => event.buttons && at(event));
    const names = made("div", { class: "lanes" }, ...run.threads.map((thread) => made("span", { text: thread })));
    this.timeline.append(names, svg);
  }

  // The code of each thread

  makePanels() {
    this.code = new Map();
    this.panels.replaceChildren();
    for (const thread of this.run.threads) {
      const panel = {
        box: made("section", { class: "panel", "aria-label": `Thread ${thread}` }),
        state: made("p", { class: "says" }),
        files: new Map(),
      };
      panel.box.append(made("h3", { text: thread }), panel.state);
      this.code.set(thread, panel);
      this.panels.append(panel.box);
    }
  }

  showPanels(now) {
    const before = this.run.data.steps[this.step - 2];
    for (const [thread, panel] of this.code) {
      panel.box.hidden = this.code.size > MOST_PANELS && thread !== now?.thread && thread !== before?.thread && this.step > 0;
      panel.box.classList.toggle("running", thread === now?.thread);
      if (!panel.box.hidden) {
        const { last, next } = threadAt(this.run, thread, this.step);
        const at = next ? undefined : this.run.data.at?.find((one) => one.thread === thread);
        panel.state.textContent = this.stateOf(last, next, at);
        this.mark(panel, last?.step, next?.step ?? (at?.finished ? undefined : at));
      }
    }
  }

  /// What a thread is doing, in words.
  stateOf(last, next, at) {
    const did = last ? `${last.at === this.step ? "▶ Now" : "Last"}: ${last.step.says}.` : "";
    if (at?.finished) {
      return `${did} It has ended.`;
    }
    if (last?.step.waitsFor || last?.step.does.startsWith("waits")) {
      return last.step.does.startsWith("waits") ? did : `${did} It waits for ${last.step.waitsFor}.`;
    }
    if (next) {
      return `${did} Next: line ${next.step.line}.`;
    }
    if (at) {
      return at.waits ? `${did} It ${at.waits.slice(at.thread.length + 1)}.` : `${did} Next: it ${at.does}.`;
    }
    return `${did} It has no more steps here.`;
  }

  /// Marks the line of the last step and that of the next.
  mark(panel, last, next) {
    const path = (last?.path ? last : next)?.path;
    const file = path && this.fileOf(panel, path);
    if (panel.shown !== file) {
      panel.shown?.box.remove();
      if (file) {
        panel.box.append(file.box);
      }
      panel.shown = file;
    }
    panel.lines?.forEach((line) => line.classList.remove("at", "next"));
    panel.lines = [];
    if (!file) {
      return;
    }
    const set = (step, name) => {
      const line = step?.path === path && file.lines.get(step.line);
      if (line) {
        line.classList.add(name);
        panel.lines.push(line);
      }
      return line;
    };
    const ahead = set(next, "next");
    const line = set(last, "at") || ahead;
    if (line) {
      const { box } = file;
      const top = line.offsetTop;
      if (top < box.scrollTop || top > box.scrollTop + box.clientHeight - 2 * line.offsetHeight) {
        box.scrollTop = top - box.clientHeight / 3;
      }
    }
  }

  /// The text of a file; where it is not known, the lines that the steps are in.
  fileOf(panel, path) {
    if (!panel.files.has(path)) {
      const box = made("pre", { tabindex: 0, "aria-label": `${path}` });
      const lines = new Map();
      const text = this.run.data.sources[path];
      const known = text ? text.map((source, at) => [at + 1, source]) : this.knownLines(path);
      for (const [number, source] of known) {
        const line = made("span", { class: "line" }, made("i", { text: String(number) }), source + "\n");
        lines.set(number, line);
        box.append(line);
      }
      panel.files.set(path, { box, lines });
    }
    return panel.files.get(path);
  }

  knownLines(path) {
    const found = this.run.data.steps.filter((step) => step.path === path && step.line);
    return [...new Map(found.map((step) => [step.line, step.source ?? ""]))].sort((a, b) => a[0] - b[0]);
  }

  // Data and locks

  makeMemory() {
    this.memory.replaceChildren();
    this.rows = new Map();
    const names = memoryAt(this.run, 0).map((one) => one.name);
    if (!names.length) {
      return;
    }
    const heads = ["Data", "Value", "Touched by, always holding"].map((text) => made("th", { scope: "col", text }));
    const table = made("table", {}, made("caption", { text: "Shared data" }), made("thead", {}, made("tr", {}, ...heads)));
    const body = made("tbody");
    for (const name of names) {
      const row = {
        row: made("tr"),
        value: made("td"),
        touched: made("td"),
      };
      row.row.append(made("th", { scope: "row" }, made("code", { text: name })), row.value, row.touched);
      this.rows.set(name, row);
      body.append(row.row);
    }
    table.append(body);
    this.memory.append(made("div", { class: "wide", tabindex: 0, role: "region", "aria-label": "Shared data" }, table));
  }

  showMemory() {
    for (const one of memoryAt(this.run, this.step)) {
      const { row, value, touched } = this.rows.get(one.name);
      row.classList.toggle("now", Boolean(one.now));
      const old = one.stale ? `: ${one.thread} sees ${one.found}, an old value` : "";
      value.textContent = (one.value ?? "not known yet") + old;
      touched.textContent = `${one.touched}${one.common ? ". " + one.common : ""}`;
    }
  }

  showLocks() {
    const locks = locksAt(this.run, this.step);
    this.memory.hidden = this.rows.size === 0;
    this.locks.hidden = locks.length === 0;
    const items = locks.map(({ name, says, held }) =>
      made("li", { class: held ? "held" : "free" }, made("code", { text: name }), `: ${says}.`),
    );
    this.locks.replaceChildren(made("h3", { text: "Locks" }), made("ul", {}, ...items));
  }

  // Choices

  showChoices() {
    const { data } = this.run;
    this.offered = [];
    this.choices.replaceChildren();
    const here = this.run.choices.get(this.step) ?? [];
    const next = here.filter((choice) => choice.taken < 0); // what was chosen before it can be taken back
    for (const choice of next.length ? next : here) {
      const open = choice.taken < 0;
      const buttons = choice.options.map((option) => {
        const taken = option.option === choice.taken;
        const act = () => (taken ? this.show(this.step + 1) : this.move(choice, option));
        this.offered.push(act);
        const text = `${this.offered.length} ${option.says}${taken ? " ✓" : ""}`;
        const button = made("button", { type: "button", class: taken ? "taken" : "", text });
        if (taken) {
          button.setAttribute("aria-label", `${text}: as in this run`);
        }
        button.addEventListener("click", act);
        return button;
      });
      const words = open ? "Who goes on?" : "Who goes on? Another choice is another run.";
      this.choices.append(made("p", { text: words }), made("div", {}, ...buttons));
    }
    if (data.program && this.offered.length === 0) {
      const ended = this.step === this.run.length;
      this.choices.append(made("p", { text: ended ? "The run has ended." : "Here there is nothing to choose." }));
    }
    this.choices.hidden = !data.program;
  }

  makeTools() {
    const { data } = this.run;
    this.tools.replaceChildren();
    if (!data.program) {
      return;
    }
    const tool = (text, act) => {
      const button = made("button", { type: "button", text });
      button.addEventListener("click", () => this.act(act));
      this.tools.append(button);
    };
    tool("Take back (u)", "undo");
    tool("Begin again (r)", "restart");
    if (data.end === "OPEN") {
      tool("Let it run to its end (e)", "on");
      tool("A hint (h)", "hint");
    }
    tool("Nobody can break it (c)", "claim");
    const place = new URLSearchParams({ schedule: data.schedule, decisions: data.decisions, state: data.state });
    const address = `/play/${data.program}?${place}`;
    this.tools.append(
      made("a", { href: address, text: "Link to this run" }),
      made("span", { text: `Moves ${data.made}, forced ${data.forced}` }),
    );
    this.place.dispatchEvent(new CustomEvent("played", { bubbles: true, detail: address }));
  }

  move(choice, option) {
    return this.send({ act: "move", option: option.option, decisions: choice.decision });
  }

  act(act) {
    return this.send({ act, decisions: this.run.data.decisions });
  }

  /// Asks the server what comes of it.
  async send(fields) {
    const { program, schedule } = this.run.data;
    if (this.sending) {
      return;
    }
    this.sending = true;
    this.place.setAttribute("aria-busy", "true");
    try {
      const body = new URLSearchParams({ program, schedule, ...fields });
      const answer = await fetch("/games", { method: "POST", body });
      const text = await answer.text();
      if (answer.status === 200) {
        this.load(JSON.parse(text));
        this.place.focus({ preventScroll: true });
      } else {
        this.note.textContent = answer.status < 500 ? text : "The workbook failed. Its terminal shows where.";
      }
    } catch {
      this.note.textContent = "The workbook has ended. Start it again in the terminal, and reload this page.";
    } finally {
      this.sending = false;
      this.place.removeAttribute("aria-busy");
    }
  }

  // The end, and all steps as text

  ending() {
    const { ending, facts, end, note } = this.run.data;
    if (end === "OPEN" || note) {
      return [];
    }
    const items = facts.map((text) => made("li", { text }));
    return [made("p", {}, made("strong", { text: `It ends: ${ending}.` })), ...(items.length ? [made("ul", {}, ...items)] : [])];
  }

  listSteps() {
    if (!this.list.open || this.list.querySelector("ol") || !this.run.length) {
      return;
    }
    const { steps, first } = this.run.data;
    this.items = steps.map((step, index) => {
      const turn = turnOf(step);
      const item = made("li", {}, ...(turn ? [made("em", { text: turn + " " })] : []), `${step.thread}: ${step.says}`);
      item.addEventListener("click", () => this.show(index + 1));
      return item;
    });
    this.list.append(made("ol", { start: first + 1 }, ...this.items));
    this.markInList();
  }

  markInList() {
    this.marked?.removeAttribute("aria-current");
    this.marked = this.list.open ? this.items?.[this.step - 1] : undefined;
    this.marked?.setAttribute("aria-current", "step");
  }

  // Keys

  key(event) {
    const inside = this.place.contains(event.target);
    const first = document.querySelector(".schedule") === this.place;
    const elsewhere = event.target.closest(".schedule, input, select, textarea, pre, [contenteditable]");
    if (!this.place.isConnected || event.altKey || event.ctrlKey || event.metaKey || (!inside && (elsewhere || !first))) {
      return;
    }
    const act = this.actOf(event, inside);
    if (act) {
      event.preventDefault();
      act();
    }
  }

  actOf(event, inside) {
    const { key, target } = event;
    const scrolls = target.closest("input, pre, .wide");
    if (!scrolls && (key === "ArrowLeft" || key === "ArrowRight")) {
      return () => this.show(this.step + (key === "ArrowLeft" ? -1 : 1));
    }
    if (!inside) {
      return undefined;
    }
    if (!scrolls && (key === "Home" || key === "End")) {
      return () => this.show(key === "Home" ? 0 : this.run.length);
    }
    if (key === "s") {
      return this.run.turns.length ? () => this.toTurn() : undefined;
    }
    if (/^[1-9]$/.test(key)) {
      return this.offered[Number(key) - 1];
    }
    const act = this.run.data.program && GAME_KEYS[key];
    return act ? () => this.act(act) : undefined;
  }
}
