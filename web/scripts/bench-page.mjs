// The budgets of large bodies and of a slow network: what the page's main
// thread does, at full speed and at a processor slowed four times.
const text = (i) => ({ type: "text", value: `part ${i}` });
const bodyOf = (count, indent) => JSON.stringify({ to: ["+14155550123"], message: { parts: Array.from({ length: count }, (_, i) => text(i)) } }, null, indent);

const thousand = bodyOf(1000);
const many = JSON.stringify({ to: ["+14155550123"], message: { parts: Array.from({ length: 30_000 }, () => ({ type: "text", value: "x" })) } });
const long = JSON.stringify({ to: ["+14155550123"], message: { parts: [{ type: "text", value: "lorem ipsum ".repeat(87_382) }] } }, null, 2); // 1 MB
const most = bodyOf(60_000, 2);

/** The value that 95 of 100 are not over. */
const p95 = (list) => [...list].sort((a, b) => a - b)[Math.min(list.length - 1, Math.ceil(list.length * 0.95) - 1)];

/** How much slower the processor is made for the second figure, and how much more time it may take then. */
const SLOWED = 4;
const ALLOWED = 3;

/** A page with a body, once its first report is drawn. */
async function open(browser, url, body, slowed) {
  const context = await browser.newContext({ serviceWorkers: "block", reducedMotion: "reduce", viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.addInitScript((kept) => {
    localStorage.setItem("linqlint.text", JSON.stringify({ text: kept, kind: "" }));
  }, body);
  await page.goto(url);
  await page.waitForFunction(() => document.querySelector("[data-live]")?.textContent && document.querySelector("[data-editor]")?.shadowRoot?.querySelector(".cm-line"), undefined, { timeout: 120_000 });
  const session = await context.newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" }); // so that other programs do not count
  if (slowed) await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWED });
  await page.waitForTimeout(1000);
  return { context, page, session };
}

/** Pastes over the whole text of the editor; resolves to the milliseconds until a problem of the body is drawn. */
async function paste(page, body, drawn, begin = () => undefined) {
  await page.evaluate((pasted) => void (window.pasted = pasted), body);
  await page.waitForTimeout(500);
  await begin();
  return page.evaluate((wanted) => new Promise((resolve, reject) => {
    const root = document.querySelector("[data-editor]").shadowRoot;
    root.querySelector(".cm-content").focus();
    document.execCommand("selectAll");
    const data = new DataTransfer();
    data.setData("text/plain", window.pasted);
    const start = performance.now();
    const look = () => {
      if ([...document.querySelectorAll(".problem-message")].some((e) => e.textContent.includes(wanted))) resolve(performance.now() - start);
      else if (performance.now() - start > 60_000) reject(new Error("no report in a minute"));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
    root.querySelector(".cm-content").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true, composed: true }));
  }), drawn);
}

const small = JSON.stringify({ to: ["+14155550123"], message: { parts: [text(0)] } }, null, 2);

async function thousandParts(browser, url, slowed) {
  const times = [];
  for (let i = 0; i < 3; i++) {
    const { context, page } = await open(browser, url, small, slowed);
    times.push(await paste(page, thousand, "has 1000 elements"));
    await context.close();
  }
  return times.sort((a, b) => a - b)[1];
}

/** Where keys are typed: in the first recipient, which stays a string, or before it, where each "1" breaks the JSON. */
const inRecipient = (body) => body.indexOf('"+') + 2;
const beforeRecipient = (body) => body.indexOf('"+');

/** The main thread's work for a key there, in milliseconds, the idle work of the same time taken off. */
async function keyWork(browser, url, body, at, slowed) {
  const { context, page, session } = await open(browser, url, body, slowed);
  const worked = async () => (await session.send("Performance.getMetrics")).metrics.find((m) => m.name === "TaskDuration").value * 1000;
  const during = async (act) => {
    const before = await worked();
    await act();
    await page.waitForTimeout(700);
    return (await worked()) - before;
  };
  await page.evaluate(() => document.querySelector("[data-editor]").shadowRoot.querySelector(".cm-content").focus());
  await page.keyboard.press("ControlOrMeta+Home");
  for (let i = 0; i < at; i++) await page.keyboard.press("ArrowRight");
  const rests = [];
  for (let i = 0; i < 3; i++) rests.push(await during(() => undefined));
  const idle = Math.min(...rests); // what the page's start left over is not the idle work of a key
  const times = [];
  for (let i = 0; i < 20; i++) times.push(Math.max(0, (await during(() => page.keyboard.press(i % 2 === 0 ? "1" : "Backspace"))) - idle));
  await context.close();
  return p95(times);
}

/** The longest task of a page's main thread in a trace, in milliseconds of its own time. */
function longest(trace) {
  const { traceEvents } = JSON.parse(trace.toString());
  const mains = new Set(traceEvents.filter((e) => e.name === "thread_name" && e.args.name === "CrRendererMain").map((e) => `${e.pid} ${e.tid}`));
  return traceEvents.reduce((most, e) => (e.ph === "X" && e.tdur !== undefined && e.name.endsWith("RunTask") && mains.has(`${e.pid} ${e.tid}`) ? Math.max(most, e.tdur / 1000) : most), 0);
}

/** The longest task from a paste of 60,000 parts until two keys after its report. */
async function longestTask(browser, url, slowed) {
  const { context, page } = await open(browser, url, small, slowed);
  await paste(page, most, "has 60000 elements", () => browser.startTracing(page, { categories: ["toplevel"] }));
  await page.keyboard.press("ControlOrMeta+Home");
  for (const key of ["End", " "]) {
    await page.keyboard.press(key);
    await page.waitForTimeout(3500); // and until the text is kept
  }
  const trace = await browser.stopTracing();
  await context.close();
  return longest(trace);
}

/** When something readable is drawn at 50 kB/s and 400 ms to the server. */
async function firstPaint(browser, url) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: 400, downloadThroughput: 50_000, uploadThroughput: 50_000 });
  await page.goto(url, { waitUntil: "commit" });
  await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0, undefined, { timeout: 60_000 });
  const at = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0].startTime);
  await context.close();
  return at;
}

/** Measures every budget that is wanted; row prints one and says whether it is over. */
export async function pageBudgets(browser, url, wanted, row, ms) {
  const budgets = [
    ["page: 1000 parts, paste to report", 400, (slowed) => thousandParts(browser, url, slowed)],
    ["page: key in 30,000 parts, main thread, p95", 60, (slowed) => keyWork(browser, url, many, inRecipient(many), slowed)],
    ["page: key in 1 MB, main thread, p95", 60, (slowed) => keyWork(browser, url, long, inRecipient(long), slowed)],
    ["page: key that breaks 1 MB, main thread, p95", 60, (slowed) => keyWork(browser, url, long, beforeRecipient(long), slowed)],
    ["page: 60,000 parts, longest task", 200, (slowed) => longestTask(browser, url, slowed)],
  ];
  for (const [what, most, measure] of budgets) {
    if (!wanted(what)) continue;
    const full = await measure(false);
    row(what, ms(full), "", ms(most), full > most);
    const slow = await measure(true);
    row(`  at a processor slowed ${SLOWED} times`, ms(slow), "", ms(most * ALLOWED), slow > most * ALLOWED, true);
  }
  if (!wanted("page: first paint at 50 kB/s")) return;
  const paint = await firstPaint(browser, url);
  row("page: first paint at 50 kB/s", ms(paint), "", ms(1500), paint > 1500);
}
