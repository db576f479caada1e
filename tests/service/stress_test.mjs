// The service against those who wish it ill: thousands of slow connections, endless bodies, requests that two readers would
// read differently, paths that lead elsewhere, every route asked by a stranger and with strange words. Its time limits are
// set short here, so that nobody waits for the clock.
import { randomBytes } from "node:crypto";
import net from "node:net";
import { journal, ask, check, checked, decide, raw, signIn, start } from "./service.mjs";

const slow_connections = 2000;
const limit = slow_connections + 60;
const head_wait = 5;
const began = Date.now();
const service = await start(["--connections", String(limit), "--head-wait", String(head_wait), "--body-wait", "2"]);
const printed = service.said.match(/Sign in as (\S+) with the secret (\S+)/);
const admin = await signIn(service, printed[1], printed[2]);
check(admin.csrf, "the administrator signs in");

// Something that no stranger may learn.
const marker = "marker-" + randomBytes(6).toString("hex");
check((await decide(service, admin, "access.register_person", { person: marker, body: "office_macao", display: marker })).status === 200, "a person is registered");

// Slow-loris: 2,000 heads that never end, an octet at a time.
const dripping = [];
const open = () =>
  new Promise((done, failed) => {
    const one = { opened: Date.now(), closed: 0, socket: null };
    one.socket = net.connect(service.port, "127.0.0.1", () => {
      one.socket.write("GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ");
      done(one);
    });
    one.socket.on("error", (error) => (one.opened === 0 ? failed(error) : undefined));
    one.socket.on("data", () => {});
    one.socket.on("close", () => (one.closed = Date.now()));
    dripping.push(one);
  });
for (let i = 0; i < slow_connections; i += 200) await Promise.all(Array.from({ length: 200 }, open));
const drip = setInterval(() => {
  for (const one of dripping) if (one.closed === 0) one.socket.write("a");
}, 500);
let asked = 0;
let answered_last = 0;
while (Date.now() - dripping[0].opened < (head_wait - 2) * 1000 && asked < 200) {
  const answer = await ask(service, "GET", asked % 2 === 0 ? "/healthz" : "/v1/directory/bodies", { jar: admin });
  check(answer.status === 200, "a GET beside 2,000 slow connections: " + answer.status);
  ++asked;
  answered_last = Date.now();
}
check(asked >= 10, "GETs beside slow connections are answered: " + asked);
check(dripping.every((one) => one.closed === 0 || one.closed > answered_last), "they were asked while all of them dripped");

// One connection more than the limit is told so.
const many = await Promise.all(Array.from({ length: 120 }, () => raw(service, "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", 1000)));
const turned_away = many.filter((said) => / 503 /.test(said.split("\r\n")[0]) && /Retry-After: 2/.test(said) && said.includes("server.busy"));
check(turned_away.length >= 20, "beyond the limit one is told to come again: " + turned_away.length + " of " + many.length);
check(many.every((said) => said === "" || /^HTTP\/1\.1 (200|503) /.test(said)), "or is answered");

while (dripping.some((one) => one.closed === 0) && Date.now() - dripping.at(-1).opened < (head_wait + 10) * 1000) await new Promise((done) => setTimeout(done, 100));
clearInterval(drip);
check(dripping.every((one) => one.closed > 0), "every slow connection is closed");
check(dripping.every((one) => one.closed - one.opened > (head_wait - 1.5) * 1000), "at its time and not before");
check((await ask(service, "GET", "/readyz")).json.status === "ready", "and the service is ready");

// Bodies: a slow one ends at its time, one that is too long at once, one without a length as soon as it is too long.
const slow_body = await new Promise((done) => {
  const since = Date.now();
  const socket = net.connect(service.port, "127.0.0.1", () => socket.write("POST /v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"));
  const one = setInterval(() => socket.write(" "), 200);
  socket.on("error", () => {});
  socket.on("data", () => {});
  socket.on("close", () => {
    clearInterval(one);
    done(Date.now() - since);
  });
});
check(slow_body > 1500 && slow_body < 8000, "a body that drips is broken off: " + slow_body + " ms");
for (const type of ["application/json", "text/csv"]) {
  const since = Date.now();
  const said = await raw(service, `POST /v1/files/observations HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: ${type}\r\nContent-Length: 1073741824\r\n\r\nx`);
  check(/^HTTP\/1\.1 413 /.test(said) && Date.now() - since < 3000, "a gigabyte of " + type + " is refused at once: " + said.slice(0, 40));
}
const endless = await new Promise((done) => {
  const chunk = "10000\r\n" + "x".repeat(65536) + "\r\n";
  let said = "";
  let sent = 0;
  const socket = net.connect(service.port, "127.0.0.1", () => {
    socket.write("POST /v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
    const more = () => {
      while (sent < 200 && !socket.destroyed) {
        ++sent;
        if (!socket.write(chunk)) return socket.once("drain", more);
      }
    };
    more();
  });
  socket.on("data", (part) => (said += part));
  socket.on("error", () => {});
  socket.on("close", () => done({ said, sent }));
});
check(/^HTTP\/1\.1 413 /.test(endless.said) || (endless.said === "" && endless.sent < 200), "chunks without end are broken off: " + JSON.stringify(endless).slice(0, 80));

// Requests that two readers might read differently: one reading, and what is smuggled in is never answered as a request.
const smuggled = "GET /v1/session?smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
const head = "POST /v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\n";
for (const [text, what] of [
  [head + "Content-Length: 6\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nG" + smuggled, "a length and chunks"],
  [head + "Transfer-Encoding: chunked\r\nContent-Length: 6\r\n\r\n0\r\n\r\nG" + smuggled, "chunks and a length"],
  [head + "Content-Length: 4\r\nContent-Length: 0\r\n\r\n" + smuggled, "two lengths"],
  [head + "Content-Length: 4, 0\r\n\r\n" + smuggled, "two lengths in one"],
  [head + "Content-Length: +4\r\n\r\n{}  " + smuggled, "a length with a sign"],
  [head + "Content-Length: -1\r\n\r\n" + smuggled, "a length below zero"],
  [head + "Content-Length : 0\r\n\r\n" + smuggled, "a space before the colon"],
  [head + "X-One: y\r\n Content-Length: 500\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}" , "a folded line"],
  [head + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" + smuggled, "chunks of another name"],
  [head + "Transfer-Encoding: identity\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "two encodings"],
  [head + "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n" + smuggled, "a chunk longer than numbers go"],
  [head + "Content-Length: 2\nContent-Type: application/json\n\n{}" + smuggled, "lines that end with a line feed alone"],
  ["GET /v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 3\r\nContent-Length: 3\r\n\r\nabc", "the same length twice"],
]) {
  const said = await raw(service, text);
  const statuses = [...said.matchAll(/HTTP\/1\.1 (\d\d\d) /g)].map((one) => Number(one[1]));
  check(statuses.length <= 1 && statuses.every((status) => status >= 400 && status < 500), `${what}: ${statuses.join(" ")} ${said.slice(0, 60)}`);
}

// Paths that lead elsewhere, under every folder that is served by name.
const upward = ["../../../../etc/passwd", "..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "%252e%252e/etc/passwd", "....//....//etc/passwd", "..%5c..%5cetc/passwd", "/etc/passwd",
  "%00/etc/passwd", "tokens", "../tokens", "vault.sqlite", "%c0%ae%c0%ae/etc/passwd"];
for (const under of ["/", "/assets/", "/tile/", "/tile/0/", "/v1/", "/v1/journal/", "/v1/papers/", "/v1/papers/session/1/attachment/", "/v1/ics/body/", "/verify/", "/v1/files/"]) {
  for (const path of upward) {
    const said = await raw(service, `GET ${under}${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`, 2000);
    check(!/root:.*:0:0:/.test(said) && !/SQLite format/.test(said) && !/^[0-9a-f]{64} \S+ \d+ /m.test(said), `${under}${path} leads nowhere: ${said.slice(0, 60)}`);
    check(!/^HTTP\/1\.1 5/.test(said), `${under}${path}: ${said.slice(0, 60)}`);
  }
}

// Every route that the contract names, asked by nobody: no person, no path of this machine, no way to change anything.
const contract = (await ask(service, "GET", "/v1/openapi.json")).json;
const guess = { session: "1", paper: "agenda", list: "2021", round: "r", body: "office_macao", digest: "0".repeat(64), sequence: "2", level: "0", index: "000", id: marker, query: "people", desk: "access", kind: "forms" };
let routes = 0;
for (const [template, operations] of Object.entries(contract.paths)) {
  const path = template.replace(/\{(\w+)\}/g, (_, name) => guess[name] ?? "1");
  for (const method of Object.keys(operations)) {
    if (path === "/v1/events") continue;
    ++routes;
    const required = (operations[method].parameters ?? []).filter((one) => one.in === "query").map((one) => `${one.name}=${encodeURIComponent(guess[one.name] ?? (one.name === "plan" ? "2020" : marker))}`);
    const answer = await ask(service, method.toUpperCase(), path + (required.length > 0 ? "?" + required.join("&") : ""), { body: method === "post" ? "{}" : undefined, headers: { "idempotency-key": "crawl" } });
    const told = answer.text.replaceAll(JSON.stringify(marker), "");  // What one has asked about stands in the refusal.
    check(!told.includes(marker) || answer.status >= 400, `${method} ${path} tells a stranger who is there`);
    check(!told.includes(journal) && !/admin\.(one|two)/.test(told), `${method} ${path} tells a stranger of this machine or its people: ${answer.text.slice(0, 200)}`);
    check(answer.status < 500, `${method} ${path}: ${answer.status} ${answer.text.slice(0, 200)}`);
    if (method === "post") check(answer.status >= 400, `${method} ${path} does nothing for a stranger: ${answer.status}`);
  }
}
check(routes > 150, "all routes were asked: " + routes);

// The same routes with strange words, by one who may much: an answer or a refusal with a code, never a fault.
let seed = 7;
const random = (below) => (seed = (seed * 1103515245 + 12345) & 0x7fffffff) % below;
const strange = ["", " ", "0", "-1", "99999999999999999999", "\u0000", "龜".repeat(200), "<script>", "' OR 1=1 --", "{}", "[]", "null", "..", "%", "true", "en", "html", "docx", "2020", "a".repeat(3000), "--out", "2020-02-30", "\r\nX: y"];
const names = ["at", "lang", "format", "plan", "audience", "rows", "limit", "cursor", "from", "to", "with", "against", "scope", "text", "dry_run", "session", "item", "title"];
const fixed = Object.entries(contract.paths).filter(([path, all]) => !all.post?.operationId?.includes(".") && !/^\/v1\/(session|events)$/.test(path)).slice(0, 400);
for (const [template, operations] of fixed) {
  for (const method of Object.keys(operations)) {
    const of_query = /^\/v1\/[a-z]+\/[a-z_]+$/.test(template);
    for (let i = 0; i < (of_query ? 1 : 6); ++i) {
      if (of_query && method === "post") continue;  // Commands: service_test.mjs.
      const path = template.replace(/\{\w+\}/g, () => encodeURIComponent(strange[random(strange.length)]));
      const fields = Array.from({ length: random(5) }, () => names[random(names.length)] + "=" + encodeURIComponent(strange[random(strange.length)]));
      const body = method !== "post" ? undefined : ["", "{", "{}", "[]", '{"person":7,"hours":"x"}', '{"person":"x","one_time":"","secret":1}', '{"label":{},"days":1e99}', "PK\u0003\u0004broken", "a,b\n1,2\n"][random(9)];
      const type = ["application/json", "text/csv", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ""][random(4)];
      const answer = await ask(service, method.toUpperCase(), path + "?" + fields.join("&"), { jar: admin, body, headers: { "idempotency-key": "fuzz" + random(1e6), "content-type": type, "x-ponte-file-name": "x.csv" } });
      check(answer.status < 500 || answer.status === 503, `${method} ${path}?${fields.join("&")}: ${answer.status} ${answer.text.slice(0, 200)}`);
      check(answer.status < 400 || answer.json?.code, `${method} ${path} says why: ${answer.status} ${answer.text.slice(0, 100)}`);
    }
  }
}
check((await ask(service, "GET", "/readyz")).json.status === "ready", "after all that it is ready");
service.child.kill("SIGTERM");
const end = await service.ended;
check(end.code === 0, "and ends well: " + JSON.stringify(end) + service.errors);
console.log(`${checked()} checks in ${((Date.now() - began) / 1000).toFixed(1)} s: ${asked} GETs beside ${slow_connections} slow connections, ${turned_away.length} turned away, ${routes} routes crawled`);
