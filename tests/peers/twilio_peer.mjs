// Twilio's own library on both sides: what it signs our webhook accepts, what was tampered with it refuses, and its REST
// client talks to the loopback provider that stands in for Twilio in our other tests.
// Called by twilio_test.py; everything it needs comes as one JSON argument.

import { createRequire } from "node:module";

const setup = JSON.parse(process.argv[2]);
const require = createRequire(setup.modules + "/");
const twilio = require("twilio");
const { getExpectedTwilioSignature, validateRequest } = require("twilio/lib/webhooks/webhooks");
let failures = 0;

function check(what, holds, detail = "") {
  console.log(`${holds ? "ok" : "FAILED"}  ${what}${holds ? "" : "  " + detail}`);
  if (!holds) failures += 1;
}

async function post(parameters, signature, path = "/webhooks/twilio/sms") {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, one);
  }
  const headers = { "Content-Type": "application/x-www-form-urlencoded" };
  if (signature !== undefined) headers["X-Twilio-Signature"] = signature;
  const answer = await fetch(setup.server + path, { method: "POST", headers, body: body.toString() });
  return { status: answer.status, text: await answer.text() };
}

const message = (sid, body, more = {}) => ({
  AccountSid: setup.account, ApiVersion: "2010-04-01", Body: body, From: "+13055550123", FromCity: "MIAMI", MessageSid: sid,
  NumMedia: "0", SmsSid: sid, SmsStatus: "received", To: setup.number, ...more,
});
const sign = (parameters, url = setup.publicUrl, token = setup.token) => getExpectedTwilioSignature(token, url, parameters);

const plain = message("SM00000000000000000000000000000001", "Hello & «welcome» 100 % 🙏\nsecond line");
check("the library agrees with itself", validateRequest(setup.token, sign(plain), setup.publicUrl, plain));
const taken = await post(plain, sign(plain));
check("signed by the library: taken in", taken.status === 200, JSON.stringify(taken));
check("answered with an empty <Response/>", /<Response\s*\/>|<Response><\/Response>/.test(taken.text), taken.text);
check("the same id again: 200", (await post(plain, sign(plain))).status === 200);

const unknown = message("SM00000000000000000000000000000002", "parameters of tomorrow", { ChannelPrefix: "sms", Zeta: "", "A B": "c+d" });
check("parameters that nobody knows yet are signed too", (await post(unknown, sign(unknown))).status === 200);
const repeated = message("SM00000000000000000000000000000003", "two pictures", { MediaUrl: ["https://b.example/2", "https://a.example/1", "https://b.example/2"] });
check("a repeated parameter", (await post(repeated, sign(repeated))).status === 200);
const withPort = message("SM00000000000000000000000000000004", "with the standard port");
check("signed over the URL with its standard port", (await post(withPort, sign(withPort, setup.publicUrl.replace(/^(https:\/\/[^/]+)/, "$1:443")))).status === 200);

const refused = message("SM0000000000000000000000000000000f", "never stored");
check("another text under the same signature: 403", (await post({ ...refused, Body: "changed" }, sign(refused))).status === 403);
check("one parameter more: 403", (await post({ ...refused, Extra: "1" }, sign(refused))).status === 403);
check("another token: 403", (await post(refused, sign(refused, setup.publicUrl, "0".repeat(32)))).status === 403);
check("another URL: 403", (await post(refused, sign(refused, "https://evil.example/webhooks/twilio/sms"))).status === 403);
check("no signature: 403", (await post(refused)).status === 403);
check("an empty signature: 403", (await post(refused, "")).status === 403);
check("a signature that is no base64: 403", (await post(refused, "!".repeat(28))).status === 403);

// The library's REST client against our stand-in: the host is exchanged, nothing else.
class Loopback extends twilio.RequestClient {
  request(options) {
    return super.request({ ...options, uri: options.uri.replace("https://api.twilio.com", setup.provider) });
  }
}
const client = (token) => twilio(setup.account, token, { httpClient: new Loopback() });
const sent = await client(setup.restToken).messages.create({ to: "+13055550123", from: setup.number, body: "from the library", statusCallback: "https://hooks.example/cb" });
check("the stand-in takes a message as Twilio does", /^SM[0-9a-f]{32}$/.test(sent.sid) && sent.status === "queued" && sent.body === "from the library", JSON.stringify(sent));
const code = (promise) => promise.then(() => 0, (error) => error.code);
check("a wrong token: 20003", (await code(client("wrong").messages.create({ to: "+13055550123", from: setup.number, body: "x" }))) === 20003);
check("a number that is none: 21211", (await code(client(setup.restToken).messages.create({ to: "nobody", from: setup.number, body: "x" }))) === 21211);
check("no text: 21602", (await code(client(setup.restToken).messages.create({ to: "+13055550123", from: setup.number }))) === 21602);

console.log(failures === 0 ? "all as expected" : `${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
