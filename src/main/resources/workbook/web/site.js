// The site of plain files: shows what happens once a guess was made, and what the guess is worth.

import { mountAll } from "./schedule.js";

const result = document.getElementById("result");
const form = document.getElementById("guess");

// A schedule is drawn once it can be seen.
result?.addEventListener("toggle", () => mountAll(result), { once: true });

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  const guess = new FormData(form).get("guess");
  for (const judged of result.querySelectorAll(".judged")) {
    judged.hidden = judged.dataset.guess !== guess;
  }
  result.open = true;
  result.querySelector("summary").focus();
});
