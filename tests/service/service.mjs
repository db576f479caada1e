// What the service's tests share: a service of one's own on a fresh journal, people who sign in, raw sockets.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import net from "node:net";
import http from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const program = process.env.PONTE_PROGRAM ?? "build/check/src/ponte";
const folder = mkdtempSync(join(tmpdir(), "ponte-service-"));
export const journal = join(folder, "journal");
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));

let checks = 0;
export function check(holds, says) {
  ++checks;
  if (!holds) {
    console.error("FAILED: " + says);
    process.exit(1);
  }
}
export const checked = () => checks;

// One request on a connection of its own; the body as text.
export function ask(service, method, path, { headers = {}, body, jar, lang } = {}) {
  const all = { ...headers };
  if (lang) all["accept-language"] = lang;
  if (jar?.cookie) all.cookie = jar.cookie;
  if (jar?.csrf && method !== "GET") all["x-ponte-csrf"] ??= jar.csrf;
  if (body !== undefined && !Object.keys(all).some((name) => name.toLowerCase() === "content-type")) all["content-type"] = "application/json";
  const sent = body === undefined || typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  return new Promise((done, failed) => {
    const request = http.request({ host: "127.0.0.1", port: service.port, method, path, headers: all, agent: false }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => {
        const bytes = Buffer.concat(parts);
        const text = bytes.toString("utf8");
        let json;
        try {
          json = JSON.parse(text);
        } catch {
          json = undefined;
        }
        done({ status: answer.statusCode, headers: answer.headers, text, bytes, json });
      });
    });
    request.on("error", failed);
    if (sent !== undefined) request.write(sent);
    request.end();
  });
}

let tries = 0;
export const decide = (service, jar, name, fields, key = "t" + ++tries, query = "") =>
  ask(service, "POST", "/v1/" + name.replace(".", "/") + query, { jar, body: fields, headers: { "idempotency-key": key } });
export const query = (service, jar, name, fields = {}) =>
  ask(service, "GET", "/v1/" + name.replace(".", "/") + "?" + new URLSearchParams(fields), { jar });

// What the other end says to octets as they stand, until it closes or is silent for a moment.
export function raw(service, text, silence = 400) {
  return new Promise((done) => {
    const socket = net.connect(service.port, "127.0.0.1");
    let said = "";
    const end = () => {
      socket.destroy();
      done(said);
    };
    socket.setTimeout(silence, end);
    socket.on("data", (part) => (said += part.toString("latin1")));
    socket.on("close", end);
    socket.on("error", end);
    socket.write(text);
  });
}

export async function start(more = []) {
  const child = spawn(program, ["serve", "--journal", journal, "--listen", "127.0.0.1:0", "--quiet", ...more], { stdio: ["ignore", "pipe", "pipe"] });
  const service = { child, port: 0, said: "", errors: "" };
  child.stderr.on("data", (part) => (service.errors += part));
  await new Promise((done, failed) => {
    child.stdout.on("data", (part) => {
      service.said += part;
      const at = service.said.match(/https?:\/\/127\.0\.0\.1:(\d+)/);
      if (at) {
        service.port = Number(at[1]);
        done();
      }
    });
    child.on("exit", (code) => failed(new Error("the service ended with " + code + ": " + service.said + service.errors)));
  });
  child.removeAllListeners("exit");
  service.ended = new Promise((done) => child.on("exit", (code, signal) => done({ code, signal })));
  return service;
}

export async function signIn(service, person, secret) {
  const answer = await ask(service, "POST", "/v1/session", { body: { person, secret } });
  if (answer.status !== 200) return { refused: answer };
  return { person, cookie: answer.headers["set-cookie"][0].split(";")[0], csrf: answer.json.csrf, set: answer.headers["set-cookie"][0] };
}

export const cli = (...words) => spawnSync(program, ["--journal", journal, ...words], { encoding: "utf8" });
