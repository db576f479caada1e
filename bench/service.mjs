// The service under load, from another process on the same cores, over sockets. Prints a table; writes
// OUT/bench-service.json. Needs wrk for the saturation of GET (Debian's package), and says so where it is missing.
//   node bench/service.mjs PONTE JOURNAL LOGINS [OUT]      a copy of JOURNAL is used
import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import net from "node:net";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";

const [program, journal, logins, out = "out"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "ponte-bench-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
// Not the socket of a service that is running on it.
cpSync(journal, join(folder, "journal"), { recursive: true, filter: (path) => !path.endsWith(".sock") });
const secrets = Object.fromEntries(readFileSync(logins, "utf8").split("\n").filter((line) => line && !line.startsWith("#")).map((line) => line.split(" ")));

const child = spawn(program, ["serve", "--journal", join(folder, "journal"), "--listen", "127.0.0.1:0", "--quiet"], { stdio: ["ignore", "pipe", "inherit"] });
const port = await new Promise((done) => {
  let said = "";
  child.stdout.on("data", (part) => {
    said += part;
    const at = said.match(/http:\/\/127\.0\.0\.1:(\d+)/);
    if (at) done(Number(at[1]));
  });
});
const base = "http://127.0.0.1:" + port;
const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
const ask = (method, path, headers = {}, body) =>
  new Promise((done, failed) => {
    const request = http.request(base + path, { method, headers, agent }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, text: Buffer.concat(parts).toString() }));
    });
    request.on("error", failed);
    request.end(body);
  });

const rows = [];
const row = (what, value, unit, must, aim, lower = true) => {
  const reached = aim !== undefined && (lower ? value <= aim : value >= aim) ? "aim" : must !== undefined && (lower ? value <= must : value >= must) ? "must" : must === undefined ? "-" : "NOT";
  rows.push({ what, value, unit, must, aim, reached });
  console.log(`${what.padEnd(78)} ${value.toFixed(value < 100 ? 2 : 0).padStart(9)} ${unit.padEnd(5)} ${String(must ?? "-").padStart(8)} ${String(aim ?? "-").padStart(8)}  ${reached}`);
};
const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
const milliseconds = () => Number(process.hrtime.bigint()) / 1e6;

console.log(`${cpus()[0].model}, ${cpus().length} cores shared with the client; load ${loadavg().map((one) => one.toFixed(2)).join(" ")}\n`);
console.log(`${"what".padEnd(78)} ${"value".padStart(9)} ${"unit".padEnd(5)} ${"must".padStart(8)} ${"aim".padStart(8)}  reached`);

const person = "demo.administrator";
const session = await ask("POST", "/v1/session", { "content-type": "application/json" }, JSON.stringify({ person, secret: secrets[person] }));
if (session.status !== 200) throw new Error(session.text);
const cookie = session.headers["set-cookie"][0].split(";")[0];
const csrf = JSON.parse(session.text).csrf;

// A measure as JSON, signed in.
const measure = "/v1/conference/measure?plan=2020&measure=4";
const wrk = spawnSync("wrk", ["-t1", "-c32", "-d5s", "--latency", "-H", "Cookie: " + cookie, base + measure], { encoding: "utf8" });
if (wrk.error) console.log("wrk is not here: the saturation of GET was not measured");
else {
  const p99 = wrk.stdout.match(/99%\s+([\d.]+)(us|ms|s)/);
  row("GET of a measure, signed in, 32 connections", Number(wrk.stdout.match(/Requests\/sec:\s+([\d.]+)/)[1]), "/s", 10_000, 40_000, false);
  row("its 99th percentile", Number(p99[1]) * { us: 0.001, ms: 1, s: 1000 }[p99[2]], "ms", 10);
}

// 2,000 readers of the stream, one event to all; an ordinary GET meanwhile.
const readers = 2000;
let heard = 0;
let began = 0;
let whenAll;
const times = [];
const sockets = await Promise.all(
  Array.from({ length: readers }, () =>
    new Promise((done, failed) => {
      const socket = net.connect(port, "127.0.0.1", () => socket.write(`GET /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\n\r\n`));
      let started = false;
      socket.on("error", failed);
      socket.on("data", (part) => {
        if (!started) {
          started = true;
          done(socket);
        } else if (began > 0 && part.includes("id: ")) {
          times.push(milliseconds() - began);
          if (++heard === readers) whenAll();
        }
      });
    }),
  ),
);
let serial = 0;
const change = () =>
  ask("POST", "/v1/directory/name_body", { cookie, "x-ponte-csrf": csrf, "content-type": "application/json", "idempotency-key": "bench-" + ++serial },
    JSON.stringify({ body: "bench_" + serial, side: "macao", names: { zh_hant: "b", zh_hans: "b", pt: "b", en: "b" }, kind: "bench", source: "bench" }));
const first = await change();
if (first.status !== 200) throw new Error(first.text);
await new Promise((done) => setTimeout(done, 300));
// Another thread asks all the while, so that what this one does with 2,000 events is not counted as the service's.
const asking = () => new Worker(
  `const { parentPort, workerData } = require("node:worker_threads");
   const http = require("node:http");
   const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
   const taken = [];
   let over = false;
   parentPort.on("message", () => (over = true));
   const again = () => {
     if (over) { parentPort.postMessage(taken); agent.destroy(); return; }
     const since = process.hrtime.bigint();
     http.get(workerData.url, { agent, headers: { cookie: workerData.cookie } }, (answer) => {
       answer.resume();
       answer.on("end", () => { taken.push([Number(since) / 1e6, Number(process.hrtime.bigint() - since) / 1e6]); setTimeout(again, 1); });
     });
   };
   again();`,
  { eval: true, workerData: { url: base + measure, cookie } },
);
const worker = asking();
await new Promise((done) => setTimeout(done, 300));
const medians = [];
const spans = [];
for (let i = 0; i < 5; ++i) {
  heard = 0;
  times.length = 0;
  const all = new Promise((done) => (whenAll = done));
  began = milliseconds();
  await Promise.all([change(), all]);
  spans.push([began, milliseconds()]);
  began = 0;
  medians.push(at([...times].sort((a, b) => a - b), 0.5));
}
row("one event to 2,000 readers, median from the command to the reader", at([...medians].sort((a, b) => a - b), 0.5), "ms", 100, 20);
const asked = await new Promise((done) => {
  worker.on("message", done);
  worker.postMessage("over");
});
const meanwhile = asked.filter(([since, took]) => spans.some(([from, to]) => since < to && since + took > from)).map(([, took]) => took).sort((a, b) => a - b);
row(`an ordinary GET meanwhile, median of ${meanwhile.length}`, at(meanwhile, 0.5), "ms", 10);
row("its slowest", meanwhile.at(-1), "ms");
for (const socket of sockets) socket.destroy();

// 2,000 connections that never end their head, an octet a second each; ordinary GETs beside them.
const slow = await Promise.all(
  Array.from({ length: 2000 }, () =>
    new Promise((done) => {
      const socket = net.connect(port, "127.0.0.1", () => socket.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ", () => done(socket)));
      socket.on("error", () => {});
    }),
  ),
);
const drip = setInterval(() => slow.forEach((socket) => socket.destroyed || socket.write("a")), 1000);
const beside = asking();
await new Promise((done) => setTimeout(done, 5000));
const besides = (await new Promise((done) => {
  beside.on("message", done);
  beside.postMessage("over");
})).map(([, took]) => took).sort((a, b) => a - b);
clearInterval(drip);
const still = slow.filter((socket) => !socket.destroyed).length;
row(`GET beside ${still} slow connections, 99th percentile of ${besides.length}`, at(besides, 0.99), "ms", 10);
for (const socket of slow) socket.destroy();
await beside.terminate();

// Durable commands: 64 clients, each waits for its answer.
const taken = [];
const until = milliseconds() + 5000;
const start = milliseconds();
let refused = 0;
await Promise.all(
  Array.from({ length: 64 }, async () => {
    while (milliseconds() < until) {
      const since = milliseconds();
      const answer = await change();
      if (answer.status !== 200) ++refused;
      taken.push(milliseconds() - since);
    }
  }),
);
const seconds = (milliseconds() - start) / 1000;
taken.sort((a, b) => a - b);
row("durable commands over HTTP, 64 clients", taken.length / seconds, "/s", 2000, 20_000, false);
row("their 99th percentile", at(taken, 0.99), "ms", 100);
if (refused > 0) throw new Error(refused + " commands were refused");

writeFileSync(join(out, "bench-service.json"), JSON.stringify(rows, null, 1) + "\n");
await worker.terminate();
agent.destroy();
child.kill("SIGTERM");
await new Promise((done) => child.on("exit", done));
process.exit(0);
