// Starts runs, waits for them, steps through schedules, and tells the server that the page is open.

const page = crypto.randomUUID();
const gone = document.getElementById("gone");

async function here() {
  try {
    const answer = await fetch(`/here/${page}`, { method: "POST" });
    gone.hidden = answer.ok;
  } catch {
    gone.hidden = false;
  }
}

here();
setInterval(here, 10_000);
addEventListener("pagehide", () => navigator.sendBeacon(`/gone/${page}`));
addEventListener("pageshow", (event) => event.persisted && here());

const form = document.getElementById("ask");
if (form) {
  const reach = document.getElementById("reach");
  const cancel = document.getElementById("cancel");
  const result = document.getElementById("result");
  const button = form.querySelector("button:not([type])");
  let running = null;

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    button.disabled = true;
    try {
      const fields = new URLSearchParams(new FormData(form));
      for (const [name, value] of Object.entries(form.dataset)) {
        fields.set(name, value);
      }
      const started = await fetch("/runs", { method: "POST", body: fields });
      if (started.status !== 201) {
        reach.textContent = started.status < 500 ? await started.text() : "The workbook failed. Its terminal shows where.";
        return;
      }
      running = await started.text();
      gone.hidden = true;
      cancel.hidden = false;
      await wait();
    } catch {
      here();
    } finally {
      button.disabled = false;
      cancel.hidden = true;
      running = null;
    }
  });

  cancel.addEventListener("click", () => fetch(`/runs/${running}/cancel`, { method: "POST" }));

  async function wait() {
    for (;;) {
      const answer = await fetch(`/runs/${running}`);
      const text = await answer.text();
      if (answer.status !== 202) {
        reach.textContent = "";
        result.innerHTML = text;
        if (!form.dataset.exercise) {
          button.textContent = "Run it again";
        }
        result.querySelectorAll(".stepper").forEach(stepper);
        result.focus();
        return;
      }
      reach.textContent = text;
      await new Promise((go) => setTimeout(go, 200));
    }
  }
}

// The slider and the buttons above the table of a schedule.
function stepper(place) {
  const table = place.parentElement.querySelector("table.trace");
  const rows = [...table.tBodies[0].rows];
  const slider = Object.assign(document.createElement("input"), { type: "range", min: 1, max: rows.length, value: 1 });
  slider.setAttribute("aria-label", "Step of the schedule");
  const says = document.createElement("p");
  says.setAttribute("role", "status");
  const button = (text, move) => {
    const made = Object.assign(document.createElement("button"), { type: "button", textContent: text });
    made.addEventListener("click", () => show(Number(slider.value) + move));
    return made;
  };

  function show(number) {
    const at = Math.min(Math.max(number, 1), rows.length);
    slider.value = at;
    rows.forEach((row, n) => {
      row.classList.toggle("now", n + 1 === at);
      row.classList.toggle("later", n + 1 > at);
    });
    const cell = [...rows[at - 1].cells].findIndex((one, n) => n > 0 && one.textContent);
    const thread = table.tHead.rows[0].cells[cell].textContent;
    says.textContent = `Step ${at} of ${rows.length}: ${thread}: ${rows[at - 1].cells[cell].textContent}`;
    rows[at - 1].scrollIntoView({ block: "nearest" });
  }

  slider.addEventListener("input", () => show(Number(slider.value)));
  document.addEventListener("keydown", (event) => {
    const move = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (move && place.isConnected && !event.target.closest("input, select, textarea")) {
      show(Number(slider.value) + move);
      event.preventDefault();
    }
  });
  place.append(button("◀ back", -1), slider, button("on ▶", 1), says);
  show(1);
}
