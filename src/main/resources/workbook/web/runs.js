// Starts something on the server that takes a while, and waits for what comes of it.

const pause = (millis) => new Promise((go) => setTimeout(go, millis));

/// What came of it, as the part of a page; null when there is nothing to show, and `reach` says why.
///
/// @param fields what to run
/// @param reach is told how far it is
/// @param cancel a button that stops it, shown meanwhile
export async function run(fields, reach, cancel) {
  let address = null;
  let stopped = false;
  const stop = () => {
    stopped = true;
    if (address) {
      fetch(`${address}/cancel`, { method: "POST" });
    }
  };
  // Whoever leaves the page stops its run: others wait for it.
  const leave = () => address && navigator.sendBeacon(`${address}/cancel`);
  cancel.addEventListener("click", stop);
  addEventListener("pagehide", leave);
  cancel.hidden = false;
  try {
    address = await start(fields, reach, () => stopped);
    if (address && stopped) {
      stop();
    }
    return address && (await result(address, reach));
  } finally {
    cancel.removeEventListener("click", stop);
    removeEventListener("pagehide", leave);
    cancel.hidden = true;
  }
}

/// The address of a run that has begun; null for none. While another one goes on, it waits.
async function start(fields, reach, stopped) {
  for (;;) {
    const answer = await fetch("/runs", { method: "POST", body: new URLSearchParams(fields) });
    const text = await answer.text();
    if (answer.status === 201) {
      return `/runs/${text}`;
    }
    reach.textContent = answer.status < 500 ? text : "The workbook failed. Its terminal shows where.";
    if (answer.status !== 409) {
      return null;
    }
    await pause(200);
    if (stopped()) {
      reach.textContent = "";
      return null;
    }
  }
}

async function result(address, reach) {
  let wait = 20; // a verdict may be there soon, a long run isn't
  for (;;) {
    const answer = await fetch(address);
    const text = await answer.text();
    if (answer.status === 200) {
      reach.textContent = "";
      return text;
    }
    if (answer.status !== 202) {
      reach.textContent = "This run is lost: the workbook was started again meanwhile. Run it once more.";
      return null;
    }
    reach.textContent = text;
    await pause(wait);
    wait = Math.min(200, 1.3 * wait);
  }
}
