// Starts something on the server that takes a while, and waits for what comes of it.

/// What came of it, as the part of a page; null when it was refused, which `reach` then says.
///
/// @param fields what to run
/// @param reach is told how far it is
/// @param cancel a button that stops it, shown meanwhile
export async function run(fields, reach, cancel) {
  const started = await fetch("/runs", { method: "POST", body: new URLSearchParams(fields) });
  if (started.status !== 201) {
    reach.textContent =
      started.status < 500 ? await started.text() : "The workbook failed. Its terminal shows where.";
    return null;
  }
  const address = `/runs/${await started.text()}`;
  const stop = () => fetch(`${address}/cancel`, { method: "POST" });
  cancel.addEventListener("click", stop);
  cancel.hidden = false;
  let pause = 20; // a verdict may be there soon, a long run isn't
  try {
    for (;;) {
      const answer = await fetch(address);
      const text = await answer.text();
      if (answer.status !== 202) {
        reach.textContent = "";
        return text;
      }
      reach.textContent = text;
      await new Promise((go) => setTimeout(go, pause));
      pause = Math.min(200, 1.3 * pause);
    }
  } finally {
    cancel.removeEventListener("click", stop);
    cancel.hidden = true;
  }
}
