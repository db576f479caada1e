// The service as its users and its enemies meet it: a journal from nothing over HTTP, the tasks of both bodies, what a
// stranger and the other side may not learn, broken and hostile requests, and a kill in the middle of the work.
import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import https from "node:https";
import net from "node:net";
import { ask, check, checked, cli, decide, journal, query, raw, signIn, start } from "./service.mjs";

const secrets = { "admin.two": "a secret of admin two", "o.amcm": "a secret of the officer", "h.amcm": "a secret of the head", "v.dsec": "a secret of verifiers", "s.macao": "a secret of secretaries", "s.beijing": "a secret of the others" };
const marker = "MARKER-" + randomBytes(6).toString("hex");

// The first start: a journal, and one administrator with a secret that is printed once.
let service = await start();
const printed = service.said.match(/Sign in as (\S+) with the secret (\S+)/);
check(printed, "the first start prints a secret: " + service.said);
const admin = await signIn(service, printed[1], printed[2]);
check(admin.csrf, "the printed secret signs in");
check(/HttpOnly/.test(admin.set) && /SameSite=Strict/.test(admin.set) && /Path=\//.test(admin.set), "the cookie is kept from scripts and other sites: " + admin.set);
check((await signIn(service, printed[1], "not the secret")).refused.status === 401, "a wrong secret is refused");
check((await signIn(service, "nobody.at.all", "not the secret")).refused.json.code === "access.password_wrong", "an unknown person is refused in the same words");

// People, by the administrator alone over HTTP; the great roles by two.
const must = async (who, name, fields) => {
  const answer = await decide(service, who, name, fields);
  check(answer.status === 200, name + ": " + answer.text);
  return answer.json;
};
const names = (text) => ({ zh_hant: text, zh_hans: text, pt: text, en: text });
for (const [body, side] of [["amcm", "macao"], ["dsec", "macao"], ["office_mainland", "mainland"]]) {
  await must(admin, "directory.name_body", { body, side, names: names(body), kind: "body", source: "test" });
}
const roles = [["o.amcm", "amcm", "officer"], ["h.amcm", "amcm", "head"], ["v.dsec", "dsec", "verifier"], ["s.macao", "office_macao", "secretariat"], ["s.beijing", "office_mainland", "secretariat"]];
await must(admin, "access.set_password", { person: "admin.two", secret: secrets["admin.two"] });
const second = await signIn(service, "admin.two", secrets["admin.two"]);
for (const [person, body, role] of roles) {
  await must(admin, "access.register_person", { person, body, display: person });
  const granted = await must(admin, "access.grant_role", { person, desk: "conference", role });
  const proposed = granted.events.find((one) => one.event?.startsWith("access.role_proposed") || one.proposal);
  if (proposed) {
    const own = await decide(service, admin, "access.confirm_role", { proposal: proposed.proposal });
    check(own.json.code === "access.confirms_himself", "nobody confirms his own proposal: " + own.text);
    await must(second, "access.confirm_role", { proposal: proposed.proposal });
  }
  await must(admin, "access.set_password", { person, secret: secrets[person] });
}
const people = {};
for (const [person] of roles) {
  people[person] = await signIn(service, person, secrets[person]);
  check(people[person].csrf, person + " signs in");
}

// The command line beside a running service: one writer, the same record.
const imported = cli("plan", "import", "data/plans/own-words-2020.en.txt", "--as", "s.macao", "--plan", "2020");
check(imported.status === 0, "the command line works beside the service: " + imported.stdout + imported.stderr);
const plans = await query(service, null, "conference.plans");
check(plans.json.plans.length === 1, "what the command line recorded, the service answers: " + plans.text);
check(cli("query", "conference.plans").stdout.trim() === plans.text, "both give the same answer");

// A figure from entry to verification, by three people of two bodies.
await must(people["s.macao"], "conference.appoint_body", { plan: "2020", measure: 4, body: "amcm", role: "lead", note: "" });
await must(people["s.macao"], "conference.appoint_body", { plan: "2020", measure: 4, body: "dsec", role: "verifying", note: "" });
await must(people["s.macao"], "conference.define_indicator", {
  indicator: "m4.cleared", plan: "2020", measure: 4, duty: 1, names: names("RMB cleared"), units: names("RMB bn"), kind: "flow", fold: "sum", better: "more",
  decimals: 2, unit_exponent: 9, tolerance_percent: 0, trajectory: [], trajectory_badge: "configuration",
  statements: { verified: "by dsec", source: "kept", accuracy: "as printed", limits: "none", compensated: "no" }, reason: "",
});
const figure = { indicator: "m4.cleared", as_published: "RMB 150bn", period: "2019", source: "https://example.org/" + marker, source_title: marker };
const rehearsed = await decide(service, people["o.amcm"], "conference.record_observation", figure, "dry", "?dry_run=true");
check(rehearsed.json.dry_run && rehearsed.json.events.length > 0, "a rehearsal says what would be recorded: " + rehearsed.text);
check((await query(service, people["o.amcm"], "conference.items")).json.items.length === 0, "and records nothing");
const recorded = await decide(service, people["o.amcm"], "conference.record_observation", figure, "figure-1");
check(recorded.status === 200, recorded.text);
const again = await decide(service, people["o.amcm"], "conference.record_observation", figure, "figure-1");
check(again.json.repeated && again.json.sequence === recorded.json.sequence, "the same key asks the same thing once: " + again.text);
const other = await decide(service, people["o.amcm"], "conference.record_observation", { ...figure, as_published: "RMB 151bn" }, "figure-1");
check(other.status >= 400 && other.json.code === "house.id_used_differently", "and never another thing: " + other.text);
const item = recorded.json.events[0].item;
check((await decide(service, people["o.amcm"], "conference.sign_off_item", { item })).status === 403, "who recorded does not sign off");

// What is internal to a body, nobody else learns: not a colleague of another body, not the other side, not a stranger.
const forms = (await ask(service, "GET", "/v1/queries")).json.queries;
const hunters = [[null, "a stranger"], [people["s.beijing"], "the other side"], [people["v.dsec"], "another body"]];
const guesses = { plan: "2020", measure: "4", indicator: "m4.cleared", item, body: "amcm", session: "1", from: "0", to: "9999", list: "2021" };
async function hunt(stage, who) {
  for (const [jar, name] of who) {
    for (const form of forms) {
      const fields = {};
      for (const field of form.asks_shape.fields) if (field.required || guesses[field.name]) fields[field.name] = guesses[field.name] ?? "1";
      const answer = await query(service, jar, form.name, fields);
      check(!answer.text.includes(marker), `${name} finds what is ${stage} in ${form.name}`);
      check(answer.status < 500, `${form.name} for ${name}: ${answer.status} ${answer.text}`);
    }
    for (const path of ["/v1/dossier?plan=2020&audience=macao&format=html", "/v1/dossier?plan=2020&audience=public&format=json", "/v1/dossier?plan=2020&audience=mainland&format=html",
      "/v1/papers/compare?from=0&format=html&plan=2020", "/v1/ics/body/amcm.ics", "/v1/journal/entries/" + (recorded.json.sequence + 1), "/v1/journal/entries/" + recorded.json.sequence, "/metrics"]) {
      const answer = await ask(service, "GET", path, { jar });
      check(!answer.text.includes(marker), `${name} finds what is ${stage} in ${path}`);
    }
  }
}
await hunt("internal", hunters);
check((await query(service, people["o.amcm"], "conference.items")).text.includes("m4.cleared"), "its own body sees it");
await must(people["h.amcm"], "conference.sign_off_item", { item });
await hunt("signed off", [hunters[0], hunters[1]]);
const verified = await decide(service, people["v.dsec"], "conference.verify_item", { item, verdict: "accepted", reason: "seen the release" });
check(verified.status === 200, "the other body verifies: " + verified.text);
await must(people["s.macao"], "conference.move_item", { item, stage: "released" });
check((await query(service, people["s.beijing"], "conference.measure", { plan: "2020", measure: 4 })).text.includes("m4.cleared"), "what is released, the other side sees");
await hunt("released", [hunters[0]]);

// Reading: what has not changed is not sent again; the past; a page of a list.
const first = await query(service, null, "conference.measure", { plan: "2020", measure: 4 });
check(first.headers.etag && first.headers["ponte-sequence"], "an answer says what it is");
const unchanged = await ask(service, "GET", "/v1/conference/measure?plan=2020&measure=4", { headers: { "if-none-match": first.headers.etag } });
check(unchanged.status === 304 && unchanged.bytes.length === 0, "304 for what has not changed");
const packed = await ask(service, "GET", "/v1/conference/dossier?plan=2020", { headers: { "accept-encoding": "gzip" } });
check(packed.headers["content-encoding"] === "gzip", "long answers are packed");
const before = await query(service, people["o.amcm"], "conference.items", { at: recorded.json.sequence });
check(before.json.items.length === 0, "before it was recorded it was not there: " + before.text);
check((await query(service, null, "conference.items", { at: 10 ** 9 })).json.code === "house.position_unknown", "beyond the end is refused");
const page = await query(service, null, "directory.bodies", { rows: "bodies", limit: 2 });
check(page.json.bodies.length === 2 && page.headers["ponte-next-cursor"], "a page of a list: " + page.text);
await must(admin, "directory.name_body", { body: "aaa_new", side: "macao", names: names("new"), kind: "body", source: "test" });
const rest = await query(service, null, "directory.bodies", { rows: "bodies", limit: 100, cursor: page.headers["ponte-next-cursor"] });
check(!rest.text.includes("aaa_new") && rest.json.bodies.length >= 2, "the next page stands where the first one stood: " + rest.text);

const then = await query(service, null, "directory.bodies", { rows: "bodies", limit: 1, at: recorded.json.sequence });
const later = await query(service, null, "directory.bodies", { rows: "bodies", limit: 100, at: recorded.json.sequence, cursor: then.headers["ponte-next-cursor"] });
check(then.json.bodies.length + later.json.bodies.length === (await query(service, null, "directory.bodies", { at: recorded.json.sequence })).json.bodies.length, "pages of the past are the past");

// Streams: told once, and where one left off.
function stream(headers = {}) {
  const events = [];
  const socket = net.connect(service.port, "127.0.0.1");
  socket.write("GET /v1/events HTTP/1.1\r\nHost: 127.0.0.1\r\n" + Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("") + "\r\n");
  let text = "";
  const waiting = [];
  socket.on("data", (part) => {
    text += part;
    for (const [whole, id] of text.matchAll(/id: (\d+)\nevent: recorded\ndata: \{.*\}\n\n/g)) {
      events.push(Number(id));
      text = text.replace(whole, "");
    }
    while (waiting.length > 0 && events.length > 0) waiting.shift()(events.shift());
  });
  return { next: () => (events.length > 0 ? Promise.resolve(events.shift()) : new Promise((done) => waiting.push(done))), close: () => socket.destroy() };
}
const listener = stream();
await new Promise((done) => setTimeout(done, 50));
const told = await must(admin, "directory.name_body", { body: "bbb_new", side: "macao", names: names("new"), kind: "body", source: "test" });
const id = await listener.next();
check(id === told.sequence + told.parts, "the stream tells the newest sequence: " + id + " " + JSON.stringify(told));
listener.close();
const resumed = stream({ "Last-Event-ID": String(id - 1) });
check((await resumed.next()) === id, "a reader who missed something is told at once");
resumed.close();

// Whom the service does not listen to.
const post = (headers, jar = people["o.amcm"]) => ask(service, "POST", "/v1/conference/record_observation", { jar, body: figure, headers: { "idempotency-key": "x" + Math.random().toString(36).slice(2), ...headers } });
check((await post({ "x-ponte-csrf": "0".repeat(64) })).json.code === "server.csrf_missing", "a change without the page's word is refused");
check((await post({ origin: "https://evil.example" })).json.code === "server.other_origin", "another origin is refused");
check((await post({ "sec-fetch-site": "cross-site" })).json.code === "server.other_origin", "another site is refused");
check((await post({}, null)).status === 401, "nobody decides nothing");
check((await post({ "idempotency-key": "" })).json.code === "server.idempotency_key_missing", "a change needs its key");
check((await post({ "content-type": "text/plain" })).status === 415, "a form of another site's page is no JSON");
check((await ask(service, "GET", "/v1/conference/plans", { headers: { host: "evil.example" } })).status === 421, "a name that is not ours is not answered");
const bearer = { headers: { authorization: "Bearer " + people["o.amcm"].cookie.split("=")[1] } };
check((await ask(service, "GET", "/v1/session", bearer)).json.person === "o.amcm", "a token may be carried by a script");
const made = await ask(service, "POST", "/v1/keys", { jar: people["o.amcm"], body: { label: "nightly", days: 30 } });
const by_key = { headers: { authorization: "Bearer " + made.json.key } };
check((await ask(service, "GET", "/v1/session", by_key)).json.person === "o.amcm", "a key signs a program in: " + made.text);
check((await ask(service, "POST", "/v1/keys", { ...by_key, body: { label: "another", days: 300 } })).status === 401, "a key makes no key");
check((await ask(service, "POST", "/v1/keys", { jar: people["o.amcm"], body: { label: "two words", days: 0 } })).status >= 400, "a key has a label of one word and an end");
const token = cli("sign-in", "h.amcm", "--password", secrets["h.amcm"]).stdout.trim();
check(cli("query", "access.people", "--token", token).stdout.includes("o.amcm"), "a token that was made after a key is known at the command line too");
const listed = await ask(service, "GET", "/v1/keys", { jar: people["o.amcm"] });
check(listed.json.keys.length === 1 && !listed.text.includes(made.json.key), "keys are listed and not shown: " + listed.text);
check((await ask(service, "GET", "/v1/keys", { jar: people["h.amcm"] })).json.keys.length === 0, "to their person alone");
check((await ask(service, "DELETE", "/v1/keys/" + listed.json.keys[0].id, { jar: people["h.amcm"] })).status === 404, "and ended by him alone");
check((await ask(service, "DELETE", "/v1/keys/" + listed.json.keys[0].id, { jar: people["o.amcm"] })).json.keys.length === 0, "a key is ended");
check((await ask(service, "GET", "/v1/session", by_key)).json.person === null, "and opens nothing then");
// A new password ends everything that was begun with the old one, however it is set; a one-time secret sets one, once.
const who = async (jar) => (await ask(service, "GET", "/v1/session", { jar })).json;
const reset = (person, one_time, secret) => ask(service, "POST", "/v1/reset", { body: { person, one_time, secret } });
await must(admin, "access.register_person", { person: "r.amcm", body: "amcm", display: "r.amcm" });
check((await ask(service, "POST", "/v1/resets", { body: { person: "r.amcm" } })).status === 401, "a stranger issues nothing");
check((await ask(service, "POST", "/v1/resets", { jar: people["o.amcm"], body: { person: "r.amcm" } })).json.code === "access.not_allowed", "nor does an officer");
check((await ask(service, "POST", "/v1/resets", { jar: admin, body: { person: "r.amcm", hours: 169 } })).json.code === "json.out_of_range", "not for longer than a week");
const issued = await ask(service, "POST", "/v1/resets", { jar: admin, body: { person: "r.amcm" } });
check(issued.status === 200 && issued.json.one_time.length === 24, "an administrator does: " + issued.text);
const refusals = [await reset("r.amcm", "0".repeat(24), "a password of his own"), await reset("nobody.at.all", issued.json.one_time, "a password of his own"), await reset("o.amcm", issued.json.one_time, "a password of his own")];
check(refusals.every((one) => one.status === 401 && one.json.code === "access.reset_wrong"), "wrong, another's and a stranger's are refused alike: " + refusals.map((one) => one.text).join());
check((await reset("r.amcm", issued.json.one_time, "short")).json.code === "access.password_too_short", "a password that is too short does not use it up");
const changed = await reset("r.amcm", issued.json.one_time, "a password of his own");
check(changed.status === 200 && changed.json.person === "r.amcm" && changed.json.means === "one_time_secret" && changed.headers["set-cookie"], "the person sets a password and is signed in: " + changed.text);
check((await reset("r.amcm", issued.json.one_time, "a password of another")).json.code === "access.reset_wrong", "a secret that was used is refused in the same words");
const by_reset = { cookie: changed.headers["set-cookie"][0].split(";")[0], csrf: changed.json.csrf };
const by_word = await signIn(service, "r.amcm", "a password of his own");
check((await who(by_word)).means === "password" && (await who(by_reset)).person === "r.amcm", "both sessions hold: the password is the same");
const of_person = await ask(service, "POST", "/v1/keys", { jar: by_word, body: { label: "nightly", days: 30 } });
const key_headers = { headers: { authorization: "Bearer " + of_person.json.key } };
check((await ask(service, "GET", "/v1/session", key_headers)).json.key === true, "a key says that it is one");
const set_again = await decide(service, admin, "access.set_password", { person: "r.amcm", secret: "a password by the admin" });
check(set_again.json.ended?.sessions === 2 && set_again.json.ended?.keys === 1, "the answer says what ended: " + set_again.text);
check((await who(by_word)).person === null && (await who(by_reset)).person === null && (await ask(service, "GET", "/v1/session", key_headers)).json.person === null, "sessions and keys are over");
const third = await signIn(service, "r.amcm", "a password by the admin");
const beside = cli("ask", "access.set_password", "person=r.amcm", "secret=a password from beside", "--as", printed[1]);
check(beside.status === 0 && /ended 1 sessions and 0 keys/.test(beside.stdout), "from the command line too: " + beside.stdout + beside.stderr);
check((await who(third)).person === null, "and the service knows at once");
const by_cli = cli("reset", "r.amcm", "--as", printed[1], "--json");
check(by_cli.status === 0, "the command line issues a secret: " + by_cli.stderr);
check((await reset("r.amcm", JSON.parse(by_cli.stdout).one_time, "a password once more")).status === 200, "and it holds over HTTP");
check((await decide(service, people["o.amcm"], "access.note_session", { person: "o.amcm", means: "password", key: false, until: "2030-01-01T00:00:00Z" })).json.code === "access.not_allowed", "nobody records his own session");
let reset_waits = false;
for (let i = 0; i < 13 && !reset_waits; ++i) reset_waits = (await reset("r.amcm", "wrong " + i, "a password of a thief")).status === 429;
check(reset_waits, "guessing one-time secrets waits as guessing passwords does");
check(!new RegExp(issued.json.one_time).test(cli("journal", "verify").stdout), "no word of it in what is printed");
let waits = false;  // The minute may turn meanwhile, but not twice.
for (let i = 0; i < 13 && !waits; ++i) waits = (await signIn(service, "v.dsec", "wrong " + i)).refused.status === 429;
check(waits, "the sixth try of a minute waits");

// Broken and hostile octets: an answer or a closed connection, never two readings of one request.
const hostile = [
  ["POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /secret HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "a length and chunks"],
  ["POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\nContent-Length: 5\r\n\r\nabcde", "two lengths"],
  ["GET / HTTP/1.1\r\n\r\n", "no host"],
  ["GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil\r\n\r\n", "two hosts"],
  ["GET /../../etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "a path upward"],
  ["GET /%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "a path upward in disguise"],
  ["GET /%00 HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "a zero"],
  ["GET /v1/%zz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "half an escape"],
  ["GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n", "a version of tomorrow"],
  ["GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + "a".repeat(40_000) + "\r\n\r\n", "a head without end"],
  ["\r\n\r\n\0\0\0", "no request at all"],
  [Buffer.from([22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]), "TLS on a plain port"],
];
for (const [octets, what] of hostile) {
  const said = await raw(service, octets);
  check(said === "" || /^HTTP\/1\.[01] 4\d\d /.test(said), `${what}: ${said.slice(0, 60)}`);
  check((said.match(/HTTP\/1\.1 /g) ?? []).length <= 1, `${what}: one answer at most`);
}
const big = await raw(service, "POST /v1/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 1073741824\r\n\r\n{");
check(/ 413 /.test(big), "a gigabyte is refused before it is sent: " + big.slice(0, 40));
check((await ask(service, "DELETE", "/v1/conference/plans", {})).status === 405, "another method is refused");
check((await ask(service, "PUT", "/v1/session", { body: {} })).status === 405, "a method that nobody uses is refused");
check([400, 404].includes((await ask(service, "GET", "/v1/papers/session/..%2f..%2fetc/agenda")).status), "a path in a name finds nothing");
check((await ask(service, "GET", "/v1/papers/session/--out/agenda")).status === 404, "an option in a name is no name");
check((await ask(service, "GET", "/v1/journal/entries/99999999")).status === 404, "an entry that is not there");

// Every command and query against invented input: an answer of theirs, never a fault, and the service lives.
let seed = 20260101;
const random = (below) => {
  seed = (seed * 1103515245 + 12345) & 0x7fffffff;
  return seed % below;
};
const strange = ["", " ", "2020", "2020-02-30", "0", "-1", "999999999999999999999", "\u0000", "龜".repeat(300), "<script>alert(1)</script>", "' OR 1=1 --", "{}", "[]", "null", "é\u0301", "\ud800", "../..", "%00", "amcm", "m4.cleared", item];
function invented(shape, depth = 0) {
  if (random(12) === 0) return [null, 7, "x", [], {}, true, 1.5, -3][random(8)];
  switch (shape.kind) {
    case "boolean": return random(2) === 0;
    case "number": return [0, 1, 2020, 65536, -1, 2 ** 31][random(6)];
    case "enum": return random(4) === 0 ? "none of them" : shape.words[random(shape.words.length)];
    case "optional": return random(2) === 0 ? null : invented(shape.of, depth + 1);
    case "list": return Array.from({ length: depth > 3 ? 0 : random(4) }, () => invented(shape.of, depth + 1));
    case "object": {
      const made = {};
      for (const field of shape.fields) if (field.required || random(2) === 0) made[field.name] = invented(field.shape, depth + 1);
      if (random(20) === 0) made.unknown_member = 1;
      return made;
    }
    default: return strange[random(strange.length)];
  }
}
const commands = (await ask(service, "GET", "/v1/commands")).json.commands;
check(commands.length > 60, "commands are described: " + commands.length);
for (const command of commands) {
  if (command.name === "access.record_leaver" || command.name === "access.withdraw_role" || command.name === "access.set_password") continue;  // They would lock us out.
  for (let i = 0; i < 4; ++i) {
    const who = [admin, people["s.macao"], people["o.amcm"]][random(3)];
    const body = invented(command.shape);
    const answer = await decide(service, who, command.name, body);
    check(answer.status === 200 || (answer.status >= 400 && answer.status < 500 && answer.json?.code), `${command.name} with ${JSON.stringify(body).slice(0, 300)}: ${answer.status} ${answer.text.slice(0, 200)}`);
  }
}
for (const form of forms) {
  for (let i = 0; i < 3; ++i) {
    const fields = {};
    for (const field of form.asks_shape.fields) if (random(3) > 0) fields[field.name] = String(strange[random(strange.length)]);
    if (random(4) === 0) fields.at = String(strange[random(strange.length)]);
    const answer = await query(service, people["s.macao"], form.name, fields);
    check(answer.status === 200 || (answer.status >= 400 && answer.status < 500 && answer.json?.code), `${form.name} with ${JSON.stringify(fields)}: ${answer.status} ${answer.text.slice(0, 200)}`);
  }
}
for (const body of ["", "{", "[]", "null", '"x"', "{\"a\":".repeat(100), "{\"person\":1,\"secret\":[]}", "\ufeff{}"]) {
  const answer = await ask(service, "POST", "/v1/session", { body });
  check(answer.status >= 400 && answer.status < 500, "sign-in with " + body.slice(0, 20) + ": " + answer.status);
}
check((await ask(service, "GET", "/readyz")).json.status === "ready", "after all that it is ready");

// A table by the file: an account of its rows first, then the record, once.
const table = "indicator,as_published,value,period,source,language\nm4.cleared,RMB 20 billion,,2016,https://example.org/1,en\nm4.nothing,RMB 1 billion,,2016,https://example.org/2,en\n";
const send = (rows, text, more = {}) => ask(service, "POST", "/v1/files/observations" + rows, { jar: people["o.amcm"], body: text, headers: { "content-type": "text/csv", "x-ponte-file-name": "table.csv", "idempotency-key": "table", ...more } });
const dry = await send("?dry_run=true", table);
check(dry.json.rows === 2 && dry.json.refused.length === 1 && dry.json.refused[0].row === 3 && dry.json.dry_run, "a table is read before it is recorded: " + dry.text);
check((await send("", table, { "idempotency-key": "bad" })).json.code === "conference.rows_refused", "a table with a bad row is refused whole");
const kept = await send("", table.split("\n").slice(0, 2).join("\n") + "\n");
check(kept.json.recorded === 1 && kept.json.sequence, "a good table is recorded: " + kept.text);
check((await send("", table, { "x-ponte-file-name": "table.exe" })).status === 415, "what is no table is not read");
// A dry run records nothing, whatever the file is for: one that did would write beside the running journal.
const length_of = async () => Number((await ask(service, "GET", "/checkpoint")).text.split("\n")[1]);
const length_before = await length_of();
for (const [kind, file] of [["papers", "table.txt"], ["translations", "texts.xlf"], ["observations", "table.csv"]]) {
  const tried = await ask(service, "POST", `/v1/files/${kind}?dry_run=true&session=1&item=1&title=x`, { jar: people["o.amcm"], body: table, headers: { "content-type": "text/plain", "x-ponte-file-name": file } });
  check(tried.status === 200 ? tried.json.dry_run === true : tried.json.code, `a dry run of ${kind} is an account or a refusal: ` + tried.text);
}
check(await length_of() === length_before, "a dry run of a file leaves the record as it was");

// Entries in pages, newest first: together what one by one would give, and to a stranger no more than is shown by number.
for (const jar of [undefined, people["o.amcm"]]) {
  const all = [];
  let cursor = "";
  for (let page = 0; page < 200; ++page) {
    const answer = await ask(service, "GET", "/v1/journal/entries?limit=3" + cursor, { jar });
    check(answer.status === 200 && answer.json.entries.length <= 3, "a page of entries: " + answer.text.slice(0, 80));
    all.push(...answer.json.entries.map((one) => one.sequence));
    if (!answer.headers["ponte-next-cursor"]) break;
    cursor = "&cursor=" + answer.headers["ponte-next-cursor"];
  }
  const single = [];
  for (let n = await length_of() - 1; n >= 0; --n) if ((await ask(service, "GET", "/v1/journal/entries/" + n, { jar })).status === 200) single.push(n);
  check(all.length > 0 && all.join() === single.join(), `pages of entries give what one by one gives: ${all} / ${single}`);
}
const of_kind = await ask(service, "GET", "/v1/journal/entries?type=directory.", { jar: people["o.amcm"] });
check(of_kind.json.entries.length > 0 && of_kind.json.entries.every((one) => one.type.startsWith("directory.")), "entries of one desk");
for (const wrong of ["limit=0", "limit=1001", "limit=x", "cursor=0", "cursor=99999999", "cursor=-1"]) check((await ask(service, "GET", "/v1/journal/entries?" + wrong)).json.code, "refused: " + wrong);
check(/^\S+\+[0-9a-f]{8}\+/.test((await ask(service, "GET", "/v1/journal/key")).text), "the log says its key");

// Refusals in four languages, with a pointer.
const nowhere = { ...figure, period: "2031" };
const said = new Set();
for (const lang of ["zh-MO", "zh-CN", "pt-PT", "en"]) {
  const answer = await ask(service, "POST", "/v1/conference/record_observation", { jar: people["o.amcm"], body: nowhere, headers: { "idempotency-key": "lang-" + lang }, lang });
  check(answer.headers["content-type"] === "application/problem+json" && answer.json.pointer, "a problem with its place: " + answer.text);
  said.add(answer.json.title);
}
check(said.size === 4, "in four languages: " + [...said].join(" | "));

// Killed under load: what was acknowledged is there, once, and the same keys find it.
const acknowledged = new Map();
let asked = 0;
let killed = false;
async function work() {
  while (!killed) {
    const key = "load-" + ++asked;
    const body = { body: "load_" + asked, side: "macao", names: names("load"), kind: "body", source: "test" };
    try {
      const answer = await decide(service, admin, "directory.name_body", body, key);
      if (answer.status === 200) acknowledged.set(key, { sequence: answer.json.sequence, body });
      if (acknowledged.size >= 40 && !killed) {
        killed = true;
        service.child.kill("SIGKILL");
      }
    } catch {
      return;  // The connection died with the service: the outcome is unknown.
    }
  }
}
await Promise.all(Array.from({ length: 8 }, work));
await service.ended;
service = await start();
for (const [key, { sequence, body }] of acknowledged) {
  const answer = await decide(service, admin, "directory.name_body", body, key);
  check(answer.json.repeated === true && answer.json.sequence === sequence, `${key} was acknowledged at ${sequence}: ${answer.text}`);
}
check((await ask(service, "GET", "/v1/session", { jar: admin })).json.person === printed[1], "a restart signs nobody out");

// With a certificate: the cookie is for encrypted connections alone, and the address may be any.
const cert = spawnSync("openssl", ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", journal + ".key", "-out", journal + ".pem"]);
check(cert.status === 0, "openssl makes a certificate");
service.child.kill("SIGTERM");
await service.ended;
service = await start(["--tls-certificate", journal + ".pem", "--tls-key", journal + ".key"]);
const secure = await new Promise((done, failed) => {
  const body = JSON.stringify({ person: "h.amcm", secret: secrets["h.amcm"] });
  const request = https.request({ host: "127.0.0.1", port: service.port, method: "POST", path: "/v1/session", rejectUnauthorized: false, agent: false, headers: { "content-type": "application/json", "content-length": body.length } }, (answer) => {
    answer.resume();
    answer.on("end", () => done(answer));
  });
  request.on("error", failed);
  request.end(body);
});
check(secure.statusCode === 200 && /^__Host-ponte=.*Secure/.test(secure.headers["set-cookie"][0]) && secure.headers["strict-transport-security"], "signing in over TLS: " + secure.headers["set-cookie"]);
check(!(await raw(service, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")).includes("200"), "no plain answer on an encrypted port");
service.child.kill("SIGTERM");
await service.ended;
service = await start();

// Signing out, and a graceful end: what is under way is answered, the journal is closed.
check((await ask(service, "DELETE", "/v1/session", { jar: people["v.dsec"] })).status === 200, "signing out");
check((await ask(service, "GET", "/v1/session", { jar: people["v.dsec"] })).json.person === null, "the token is worth nothing then");
const slow = ask(service, "GET", "/v1/dossier?plan=2020&audience=public&format=html");
await new Promise((done) => setTimeout(done, 30));
service.child.kill("SIGTERM");
check((await slow).status === 200, "what was under way is answered");
const end = await service.ended;
check(end.code === 0, "a graceful end: " + JSON.stringify(end) + service.errors);
const sound = cli("journal", "verify");
check(sound.status === 0, "the journal is sound: " + sound.stdout + sound.stderr);
console.log(`${checked()} checks`);
