// The code of each thread, side by side, with the lines of its last step and its next one marked.

import { made } from "./elements.js";
import { threadAt } from "./schedule-data.js";

/// Where there are more threads, only those of the latest steps are shown.
const MOST_PANELS = 6;

export class CodePanels {
  constructor(place, run) {
    this.run = run;
    this.code = new Map();
    place.replaceChildren();
    for (const thread of this.run.threads) {
      const panel = {
        box: made("section", { class: "panel", "aria-label": `Thread ${thread}` }),
        state: made("p", { class: "says" }),
        files: new Map(),
      };
      panel.box.append(made("p", { class: "name", text: thread }), panel.state);
      this.code.set(thread, panel);
      place.append(panel.box);
    }
  }

  /// Shows a step; 0 is before the first one.
  show(step) {
    this.step = step;
    const now = this.run.data.steps[step - 1];
    const before = this.run.data.steps[step - 2];
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
      return `${did} ${this.step === this.run.length ? "It has ended." : "It does no more that others notice."}`;
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
    const path = last?.path || next?.path || Object.keys(this.run.data.sources)[0];
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
}
