#!/usr/bin/python3
"""Bodies and frames that are mutated and then signed: no crash, no 5xx, nothing hangs, and at least four fifths pass the
signature, so that what is behind it is tried.

  mutants_test.py SOURCE BINARIES [COUNT] [SEED]"""

import base64
import collections
import concurrent.futures
import hashlib
import hmac
import http.client
import json
import os
import socket
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "journeys"))
import house
import mutants

PUBLIC_URL = "https://hooks.example/webhooks/twilio/sms"
THREADS = 4


def sha256_signature(secret, body):
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def twilio_signature(token, url, pairs):
    values = collections.defaultdict(set)
    for name, value in pairs:
        values[name].add(value)
    data = url + "".join(name + value for name in sorted(values) for value in sorted(values[name]))
    return base64.b64encode(hmac.new(token.encode(), data.encode("utf-8", "surrogatepass"), hashlib.sha1).digest()).decode()


def bases(source, door):
    """What is mutated: (path, kind of signature, body)."""
    whatsapp = {"object": "whatsapp_business_account", "entry": [{"id": "4195", "changes": [{"field": "messages", "value": {
        "messaging_product": "whatsapp", "metadata": {"display_phone_number": "13055550110", "phone_number_id": door["whatsapp"]["phone_number_id"]},
        "contacts": [{"profile": {"name": "Paul"}, "wa_id": "13055550121"}],
        "messages": [{"from": "13055550121", "id": "wamid.@ID@", "timestamp": "1790000000", "type": "text", "text": {"body": "When is breakfast?"}}]}}]}]}
    statuses = {"object": "whatsapp_business_account", "entry": [{"id": "4195", "changes": [{"field": "messages", "value": {
        "metadata": {"phone_number_id": door["whatsapp"]["phone_number_id"]},
        "statuses": [{"id": "wamid.x", "status": "delivered", "timestamp": "1790000000", "recipient_id": "13055550121"}]}}]}]}
    sms = {"form": {"AccountSid": door["sms"]["account"], "Body": "hello", "From": "+13055550121", "MessageSid": "SM@ID@", "To": door["sms"]["number"], "NumMedia": "0"}}
    form = {"client": "harbour", "id": "@ID@", "name": "Paul", "email": "p@example.com", "phone": "+13055550121", "message": "Hi", "page": "/"}
    chat = {"client": "harbour", "session_id": "@ID@", "id": "@ID@", "visitor": {"name": "P"}, "message": "Hi"}
    call = {"client": "harbour", "id": "CA@ID@", "from": "+13055550121", "to": "+13055550110", "at": "2026-11-20T14:02:11.042Z"}
    login = {"email": "a@example.com", "password": "x", "device": "d"}
    found = [("/webhooks/whatsapp", "whatsapp", whatsapp), ("/webhooks/whatsapp", "whatsapp", statuses), ("/webhooks/twilio/sms", "sms", sms),
             ("/webhooks/web-form", "web_form", form), ("/webhooks/live-chat", None, chat), ("/webhooks/missed-call", "missed_call", call),
             ("/api/v1/auth/login", None, login)]
    shared = house.shared_folder(source)
    if shared:
        with open(os.path.join(shared, "vendor", "whatsapp-webhook-examples.json"), encoding="utf-8") as file:
            text = file.read().replace("106540352242922", door["whatsapp"]["phone_number_id"])
        found += [("/webhooks/whatsapp", "whatsapp", body) for body in json.loads(text).values()]
    return found


def send_some(backend, door, source, seed, count):
    """Statuses by kind; raises when the connection breaks without an answer."""
    mutator = mutants.Mutator(seed)
    choices = bases(source, door)
    weights = [3] * 7 + [1] * (len(choices) - 7)
    connection = http.client.HTTPConnection("127.0.0.1", backend.port, timeout=30)
    statuses = collections.Counter()
    for index in range(count):
        path, kind, base = mutator.dice.choices(choices, weights)[0]
        base = json.loads(json.dumps(base).replace("@ID@", f"{seed}-{index}"))
        made = mutator.body(base)
        headers = {"Content-Type": "application/json"}
        if isinstance(made, dict):
            pairs = made["form"]
            made = mutants.encode_form(pairs)
            headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": twilio_signature(door["sms"]["secret"], PUBLIC_URL, pairs)}
        elif kind == "whatsapp":
            headers["X-Hub-Signature-256"] = sha256_signature(door["whatsapp"]["secret"], made)
        elif kind is not None:
            headers["X-Foredeck-Signature"] = sha256_signature(door[kind]["secret"], made)
        connection.request("POST", path, made, headers)
        answer = connection.getresponse()
        answer.read()
        statuses[("signed" if kind else "open", answer.status)] += 1
        if answer.status >= 500:
            print("FAILED:", answer.status, "for", path, made[:300])
    return statuses


class Socket:
    """A WebSocket client that says what it likes."""

    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket.sendall(b"GET /api/v1/events HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n")
        head = b""
        while b"\r\n\r\n" not in head:
            head += self.socket.recv(4096)
        assert b" 101 " in head, head

    def send(self, payload, first=0x81):
        length = len(payload)
        head = bytes([first, 0x80 | length]) if length < 126 else bytes([first, 0xFE]) + length.to_bytes(2, "big") if length < 65536 else bytes([first, 0xFF]) + length.to_bytes(8, "big")
        self.socket.sendall(head + bytes(4) + payload)

    def closed(self):
        """True when the server has closed; reads away what it said."""
        self.socket.setblocking(False)
        try:
            while True:
                data = self.socket.recv(65536)
                if not data:
                    return True
                if data[0] == 0x88:
                    return True
        except BlockingIOError:
            return False
        except OSError:
            return True
        finally:
            self.socket.settimeout(30)


def frames(backend, seed, count):
    token = backend.login()["access_token"]
    nobody = "01900000-0000-7000-8000-000000000000"
    hello = {"type": "hello", "proto": 1, "console": "0.1.0", "device": "d", "token": token, "streams": {}}
    said = [{"type": "resume", "streams": {"client:" + nobody: {"epoch": "e", "since": 3}}}, {"type": "auth", "token": token},
            {"type": "presence", "client_id": nobody, "conversation_id": nobody, "state": "typing"}, {"type": "lease", "conversation_id": nobody, "fence": 1}, hello]
    mutator = mutants.Mutator(seed)
    opened, sent, live = 0, 0, None
    while sent < count:
        try:
            if live is None or live.closed():
                live = Socket(backend.port)
                opened += 1
                if mutator.dice.random() < 0.8:
                    live.send(json.dumps(hello).encode())
            live.send(mutator.body(mutator.dice.choice(said)), mutator.dice.choice([0x81] * 12 + [0x82, 0x89, 0x8A, 0x01, 0x80, 0x83, 0xC1, 0x88]))
            sent += 1
        except OSError:
            live = None
            sent += 1
    print(f"frames: {sent} over {opened} sockets")


def resident(pid):
    with open(f"/proc/{pid}/status", encoding="utf-8") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("VmRSS")) // 1024


def main(source, binaries, count=50000, seed=20261121):
    count, seed = int(count), int(seed)
    with tempfile.TemporaryDirectory() as folder:
        backend = house.Backend(binaries, folder)
        client = house.client_spec("harbour", "+13055550110", "1065", "AC" + "5a" * 16, 9, "https://hooks.example", assistant_on=False)
        doors = backend.init(house.spec_of([client]))["clients"][0]["channels"]
        door = {channel["kind"]: channel for channel in doors}
        backend.start()
        pid = backend.process.pid
        before, began = resident(pid), time.monotonic()
        bodies = count * 4 // 5
        total = collections.Counter()
        with concurrent.futures.ThreadPoolExecutor(THREADS) as pool:
            for statuses in pool.map(lambda i: send_some(backend, door, source, seed + i, bodies // THREADS), range(THREADS)):
                total += statuses
        frames(backend, seed, count - bodies)
        alive = backend.process.poll() is None and backend.raw("GET", "/healthz")[0] == 200
        print(f"{sum(total.values())} bodies, {count - bodies} frames in {time.monotonic() - began:.0f} s; seed {seed}")
        print(f"memory {before} MiB before, {resident(pid) if alive else '-'} MiB after")
        status = backend.stop()
        log = backend.log_tail()
    signed = sum(number for (kind, _), number in total.items() if kind == "signed")
    passed = sum(number for (kind, code), number in total.items() if kind == "signed" and code != 403)
    print("answers:", ", ".join(f"{kind} {code}: {number}" for (kind, code), number in sorted(total.items())))
    print(f"past the signature: {passed} of {signed}, {100 * passed / signed:.1f} %")
    good = alive and status == 0 and passed >= 0.8 * signed and not any(code >= 500 for _, code in total)
    print("all as expected" if good else "FAILED; the end of the log:\n" + log)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
