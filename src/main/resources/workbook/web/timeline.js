// The timeline of a run: a lane for each thread, and a line at each switch that mattered.

import { drawn, made } from "./elements.js";

const LANE = 20;
const MOST_NAMED = 20;

/// Draws it in place of what was there.
///
/// @param show is called with the number of a step that was pointed at
/// @returns moves the mark to a step
export function drawTimeline(place, run, show) {
  place.replaceChildren();
  if (!run.length) {
    return () => {};
  }
  const lanes = run.threads.length;
  const height = Math.min(lanes, MOST_NAMED) * LANE;
  const gap = run.length > 200 ? 0 : 0.08;
  const svg = drawn("svg", { viewBox: `0 0 ${run.length} ${lanes}`, preserveAspectRatio: "none", height });
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
  const cursor = drawn("rect", { class: "cursor", y: 0, width: 1, height: lanes });
  const turns = run.turns.map((at) => `M${at - 1} 0v${lanes}`);
  svg.append(cursor, drawn("path", { class: "cells", d: cells.join("") }), drawn("path", { class: "turns", d: turns.join("") }));
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    show(Math.floor(((event.clientX - box.left) / box.width) * run.length) + 1);
  };
  svg.addEventListener("pointerdown", (event) => {
    svg.setPointerCapture(event.pointerId);
    at(event);
  });
  svg.addEventListener("pointermove", (event) => event.buttons && at(event));
  const names = made("div", { class: "lanes" }, ...(lanes > MOST_NAMED ? [] : run.threads).map((thread) => made("span", { text: thread })));
  place.append(names, svg);
  return (step) => cursor.setAttribute("x", step - 1);
}
