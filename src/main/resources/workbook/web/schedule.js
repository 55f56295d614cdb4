// Shows a run: the code of each thread, the data, the locks and a timeline, step by step; and lets
// a person choose what happens in place of it.

import { CodePanels } from "./code-panels.js";
import { made } from "./elements.js";
import { lockGraph } from "./lock-graph.js";
import { circleOf, circleSays, indexed, locksAt, memoryAt, turnOf } from "./schedule-data.js";
import { drawTimeline } from "./timeline.js";

const GAME_KEYS = { u: "undo", r: "restart", h: "hint", c: "claim", e: "on" };

/// Shows the runs in a part of a page.
export function mountAll(part) {
  part.querySelectorAll(".schedule").forEach((place) => new ScheduleView(place));
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
    this.onKey = (event) => this.key(event);
    document.addEventListener("keydown", this.onKey);
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
    this.locks = made("section", { class: "locks", "aria-label": "Locks" });
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
    this.moveMark = drawTimeline(this.timeline, this.run, (step) => this.show(step));
    this.code = new CodePanels(this.panels, this.run);
    this.makeMemory();
    this.makeLocks();
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
    this.moveMark(step);
    this.code.show(step);
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
    const turn = turnOf(now, step + first === 1);
    const last = step === this.run.length && end !== "OPEN" ? " The run ends here." : "";
    return `Step ${step + first} of ${this.run.length + first}: ${turn ? turn + " " : ""}${now.thread}: ${now.says}${where}.${last}`;
  }

  toTurn() {
    const { turns } = this.run;
    this.show(turns.find((at) => at > this.step) ?? turns[0]);
  }

  // Data and locks

  makeMemory() {
    this.memory.replaceChildren();
    this.rows = new Map();
    const names = memoryAt(this.run, 0).map((one) => one.name);
    if (!names.length) {
      return;
    }
    const heads = ["Data", "Value", "Touched by"].map((text) => made("th", { scope: "col", text }));
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

  makeLocks() {
    this.graph = lockGraph(this.run);
    this.circle = made("p", { class: "circle" });
    this.lockList = made("ul");
    this.locks.replaceChildren(made("p", { class: "name", text: "Locks" }), ...(this.graph ? [this.graph.svg] : []), this.circle, this.lockList);
    this.locks.hidden = this.run.locks.size === 0;
    this.memory.hidden = this.rows.size === 0;
  }

  showLocks() {
    const locks = locksAt(this.run, this.step);
    const circle = circleOf(this.run, locks);
    this.graph?.show(locks, circle);
    this.circle.textContent = circleSays(circle);
    this.lockList.replaceChildren(...locks.map(({ name, says }) => made("li", {}, made("code", { text: name }), `: ${says}.`)));
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
      const asks = choice.outcome ? "How does this step turn out?" : "Who goes on?";
      const words = open ? asks : `${asks} Another choice is another run.`;
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
      this.note.textContent = "Nothing came of it: the workbook has ended.";
      dispatchEvent(new Event("lost"));
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
      const turn = turnOf(step, index + first === 0);
      const item = made("li", {}, ...(turn ? [made("em", { text: turn + " " })] : []), `${step.thread}: ${step.says}`);
      item.addEventListener("click", () => this.show(index + 1));
      return item;
    });
    this.list.append(made("ol", { start: first + 1, tabindex: 0, "aria-label": "All steps" }, ...this.items));
    this.markInList();
  }

  markInList() {
    this.marked?.removeAttribute("aria-current");
    this.marked = this.list.open ? this.items?.[this.step - 1] : undefined;
    this.marked?.setAttribute("aria-current", "step");
  }

  // Keys

  key(event) {
    if (!this.place.isConnected) { // another run stands in its place
      document.removeEventListener("keydown", this.onKey);
      return;
    }
    const inside = this.place.contains(event.target);
    const first = document.querySelector(".schedule") === this.place;
    const elsewhere = event.target.closest(".schedule, input, select, textarea, pre, [contenteditable]");
    if (event.altKey || event.ctrlKey || event.metaKey || (!inside && (elsewhere || !first))) {
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
    const scrolls = target.closest("input, pre, ol, .wide");
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
