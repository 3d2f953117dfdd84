#!/usr/bin/python3
"""The backend beside its FastAPI peers on this machine, in one run: rounds interleaved, medians, ratios, target and verdict.

  bench.py SOURCE BINARIES [B1,B2,B6,B7] [ROUNDS]

B1  authenticated GET of a conversation        wrk, 64 connections; the peers answer the same JSON from memory
B2  Meta webhook to SQLite, synchronous FULL   5 % duplicates, an empty store before each run, HMACs computed beforehand
B6  fan-out of one event to 2,000 sockets      from the POST to the last socket; memory a socket
B7  memory at rest                             PSS of the process with its store open
Only the ratios mean something elsewhere: both sides ran here, seconds apart."""

import base64
import hashlib
import hmac
import json
import os
import re
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "journeys"))
import house

SECONDS = 5
CONNECTIONS = 64
SOCKETS = 2000
JWT_KEY = "k" * 32
SECRET = "bench-app-secret"


def pss_kib(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="utf-8") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:"))


def peer_token():
    def part(data):
        return base64.urlsafe_b64encode(data).rstrip(b"=")
    now = int(time.time())
    head = part(b'{"alg":"HS256","typ":"JWT"}') + b"." + part(json.dumps({"iss": "foredeck", "aud": "foredeck", "sub": "u", "exp": now + 36000}).encode())
    return (head + b"." + part(hmac.new(JWT_KEY.encode(), head, hashlib.sha256).digest())).decode()


class Peer:
    """One of the FastAPI programs under uvicorn, one worker, as production guides advise."""

    def __init__(self, name, folder, conversation):
        self.name = name
        self.folder = folder
        self.conversation = conversation
        self.port = house.free_port()
        self.process = None

    def start(self):
        environment = dict(os.environ, PEER_JWT_KEY=JWT_KEY, PEER_APP_SECRET=SECRET, PEER_CONVERSATION=self.conversation,
                           PEER_DATABASE=os.path.join(self.folder, f"{self.name}-{uuid.uuid4()}.db"), PYTHONDONTWRITEBYTECODE="1")
        command = ["/usr/bin/python3", "-m", "uvicorn", self.name + ":app", "--port", str(self.port), "--loop", "uvloop", "--http", "httptools",
                   "--log-level", "warning", "--no-access-log"]
        self.process = subprocess.Popen(command, cwd=os.path.join(HERE, "peers"), env=environment)
        house.wait_for(self.name, lambda: answers(self.port))
        return self

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=30)


def answers(port):
    import socket
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
        return True
    except OSError:
        return None


class Ours:
    """A release build of foredeckd on a store of its own."""

    name = "foredeckd"

    def __init__(self, binaries, folder):
        self.binaries = binaries
        self.folder = os.path.join(folder, "ours-" + str(uuid.uuid4()))
        os.makedirs(self.folder)
        self.backend = house.Backend(binaries, self.folder, {"log_level": "warning"})
        client = house.client_spec("bench", "+13055550110", "1065", "AC" + "5a" * 16, 9, "https://hooks.example", assistant_on=False)
        for channel in client["channels"]:
            if channel["kind"] == "whatsapp":
                channel.update(secret=SECRET, token="t", verify_token="v", generate_secrets=False)
        self.doors = self.backend.init(house.spec_of([client]))["clients"][0]
        self.client = self.doors["id"]

    def start(self):
        self.backend.start()
        self.port = self.backend.port
        self.process = self.backend.process
        return self

    def stop(self):
        self.backend.stop()


def wrk(port, path, script, environment):
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-s", os.path.join(HERE, "peers", script), f"http://127.0.0.1:{port}{path}"]
    text = subprocess.run(command, capture_output=True, text=True, check=True, env=dict(os.environ, **environment)).stdout
    found = re.search(r"requests=(\d+) errors=(\d+) seconds=([\d.]+) p50=([\d.]+) p99=([\d.]+)", text)
    requests, errors, seconds, p50, p99 = (float(value) for value in found.groups())
    if errors:
        raise AssertionError(f"{int(errors)} of {int(requests)} answers were errors")
    return {"rate": requests / seconds, "p50": p50, "p99": p99}


def meta_body(identity, text, number="1065"):
    return json.dumps({"object": "whatsapp_business_account", "entry": [{"id": "4195", "changes": [{"field": "messages", "value": {
        "messaging_product": "whatsapp", "metadata": {"display_phone_number": "13055550110", "phone_number_id": number},
        "contacts": [{"profile": {"name": "Paul Nwosu"}, "wa_id": "13055550121"}],
        "messages": [{"from": "13055550121", "id": identity, "timestamp": "1790000000", "type": "text", "text": {"body": text}}]}}]}]}, separators=(",", ":"))


def sign(body):
    return "sha256=" + hmac.new(SECRET.encode(), body.encode(), hashlib.sha256).hexdigest()


class Bench:
    def __init__(self, source, binaries, rounds):
        self.binaries = binaries
        self.rounds = rounds
        self.verdicts = []

    def verdict(self, name, what, value, target, good):
        self.verdicts.append(good)
        print(f"{name}  {what}: {value}   target {target}   {'reached' if good else 'NOT REACHED'}")

    def ratio(self, name, what, ours, theirs, target, more=True):
        ratios = [a / b for a, b in zip(ours, theirs)]
        middle = statistics.median(ratios)
        good = middle >= target if more else middle <= target
        self.verdict(name, f"{what} ({min(ratios):.2f}–{max(ratios):.2f})", f"{middle:.2f}x", f"{'>=' if more else '<='} {target}x", good)

    def b1(self, folder):
        ours = Ours(self.binaries, folder).start()
        body = meta_body("wamid.b1", "x" * 600)
        assert ours.backend.raw("POST", "/webhooks/whatsapp", body.encode(), {"Content-Type": "application/json", "X-Hub-Signature-256": sign(body)})[0] == 200
        conversations = house.wait_for("a conversation", lambda: ours.backend.pages(f"/api/v1/conversations/client/{ours.client}") or None)
        path = "/api/v1/conversations/" + conversations[0]["id"]
        answer = json.dumps(ours.backend.call("GET", path))
        print(f"B1  the answer has {len(answer)} bytes")
        peers = [Peer(name, folder, answer).start() for name in ("fastapi_tuned", "fastapi_idiomatic")]
        figures = {}
        for _ in range(self.rounds):
            for server, token in [(ours, ours.backend.token)] + [(peer, peer_token()) for peer in peers]:
                figures.setdefault(server.name, []).append(wrk(server.port, path, "get.lua", {"TOKEN": token}))
        for server in [ours] + peers:
            server.stop()
        self.tell("B1", figures)
        rates = {name: [one["rate"] for one in list_] for name, list_ in figures.items()}
        self.ratio("B1", "rate over tuned", rates["foredeckd"], rates["fastapi_tuned"], 5)
        self.ratio("B1", "rate over response_model", rates["foredeckd"], rates["fastapi_idiomatic"], 25)
        self.ratio("B1", "p99 over tuned", [f["p99"] for f in figures["foredeckd"]], [f["p99"] for f in figures["fastapi_tuned"]], 0.4, more=False)

    def b2(self, folder):
        bodies = os.path.join(folder, "bodies")
        with open(bodies, "w", encoding="utf-8") as out:
            identities = []
            for index in range(400_000):
                identity = f"wamid.{index}" if index % 20 or not index else identities[-7]
                identities.append(identity)
                body = meta_body(identity, f"Message {index}: when is breakfast served on Sundays, and is it included?")
                out.write(sign(body) + "\t" + body + "\n")
        figures = {}
        for _ in range(self.rounds):
            for make in (lambda: Ours(self.binaries, folder), lambda: Peer("fastapi_tuned", folder, "{}"), lambda: Peer("fastapi_idiomatic", folder, "{}")):
                server = make().start()
                figures.setdefault(server.name, []).append(wrk(server.port, "/", "webhooks.lua", {"BODIES": bodies}))
                server.stop()
        self.tell("B2", figures)
        rates = {name: [one["rate"] for one in list_] for name, list_ in figures.items()}
        self.ratio("B2", "rate over tuned group commit (floor 2.5)", rates["foredeckd"], rates["fastapi_tuned"], 3)
        self.ratio("B2", "rate over SQLAlchemy", rates["foredeckd"], rates["fastapi_idiomatic"], 30)
        self.ratio("B2", "p99 over tuned", [f["p99"] for f in figures["foredeckd"]], [f["p99"] for f in figures["fastapi_tuned"]], 0.5, more=False)

    def fan_out(self, server, hello, ready, path, body, headers):
        before = pss_kib(server.process.pid)
        command = [os.path.join(self.binaries, "..", "tests", "bench", "bench_fanout"), str(server.port), str(SOCKETS), "15", "/api/v1/events", hello, ready, path, body, *headers]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as fan:
            lines = [fan.stdout.readline() for _ in range(16)]
            each = (pss_kib(server.process.pid) - before) / SOCKETS
            fan.stdin.close()
        lasts = [float(line.split()[1]) for line in lines[1:] if line.strip()]
        if len(lasts) != 15:
            raise AssertionError("fan-out ended early")
        return statistics.median(lasts[1:]), each

    def b6(self, folder):
        figures = {"foredeckd": [], "fastapi_tuned": []}
        for _ in range(self.rounds):
            ours = Ours(self.binaries, folder).start()
            ours.backend.login()
            hello = json.dumps({"type": "hello", "proto": 1, "console": "0.1.0", "device": str(uuid.uuid4()), "token": ours.backend.token, "streams": {}})
            hello = hello.replace(json.loads(hello)["device"], "@DEVICE@")
            lead = json.dumps({"id": "@ID@", "name": "Paul Nwosu of the bench", "source": "web_form"})
            figures["foredeckd"].append(self.fan_out(ours, hello, '"welcome"', f"/api/v1/leads/client/{ours.client}", lead,
                                                     ["Authorization: Bearer " + ours.backend.token, "Idempotency-Key: @ID@"]))
            ours.stop()
            peer = Peer("fastapi_tuned", folder, "{}").start()
            event = json.dumps({"type": "event", "id": "@ID@", "data": "x" * 340})
            figures["fastapi_tuned"].append(self.fan_out(peer, "", "", "/broadcast", event, []))
            peer.stop()
        for name, list_ in figures.items():
            print(f"B6  {name}: last of {SOCKETS} after {statistics.median(f[0] for f in list_):.1f} ms, {statistics.median(f[1] for f in list_):.1f} KiB a socket")
        self.ratio("B6", "time to the last socket", [f[0] for f in figures["foredeckd"]], [f[0] for f in figures["fastapi_tuned"]], 0.5, more=False)
        self.ratio("B6", "memory a socket", [f[1] for f in figures["foredeckd"]], [f[1] for f in figures["fastapi_tuned"]], 0.35, more=False)

    def b7(self, folder):
        ours, theirs = [], []
        for _ in range(self.rounds):
            for make, list_ in ((lambda: Ours(self.binaries, folder), ours), (lambda: Peer("fastapi_tuned", folder, "{}"), theirs)):
                server = make().start()
                list_.append(pss_kib(server.process.pid))
                server.stop()
        print(f"B7  foredeckd {statistics.median(ours) / 1024:.1f} MiB, fastapi_tuned {statistics.median(theirs) / 1024:.1f} MiB")
        self.ratio("B7", "PSS at rest", ours, theirs, 0.15, more=False)

    @staticmethod
    def tell(name, figures):
        for server, list_ in figures.items():
            print(f"{name}  {server}: {statistics.median(f['rate'] for f in list_):,.0f}/s, p50 {statistics.median(f['p50'] for f in list_):.2f} ms, "
                  f"p99 {statistics.median(f['p99'] for f in list_):.2f} ms")


def main(source, binaries, names="B1,B2,B6,B7", rounds=3):
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(limit, 20000), limit))
    bench = Bench(source, binaries, int(rounds))
    for name in names.split(","):
        with tempfile.TemporaryDirectory() as folder:
            getattr(bench, name.lower())(folder)
    print(f"{sum(bench.verdicts)} of {len(bench.verdicts)} targets reached")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
