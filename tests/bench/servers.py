"""The servers that the backend's benches start: foredeckd and its FastAPI peers, what they are asked and what they weigh."""

import base64
import hashlib
import hmac
import json
import os
import socket
import subprocess
import sys
import time
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "journeys"))
import house  # noqa: E402

JWT_KEY = "k" * 32
SECRET = "bench-app-secret"
RUNNING = []  # every server that was started: none outlives the bench


def pss_parts(pid):
    """The proportional set size in KiB of the program's own files, of libraries and other files, and of its data. Its own
    files count whole: that this driver runs the same interpreter must not halve the peer."""
    own = (os.readlink(f"/proc/{pid}/exe"), "/usr/lib/python3")
    parts = {"own": 0, "libraries": 0, "data": 0}
    with open(f"/proc/{pid}/smaps", encoding="utf-8") as file:
        for line in file:
            words = line.split()
            if not words[0].endswith(":"):
                path = words[5] if len(words) > 5 else ""
                part = "own" if path.startswith(own) else "libraries" if path.startswith("/") else "data"
            elif words[0] == ("Rss:" if part == "own" else "Pss:"):
                parts[part] += int(words[1])
    return parts


def pss_kib(pid):
    return sum(pss_parts(pid).values())


def pss_at_rest(pid):
    """After what the start has left to do: when two looks agree."""
    before, look = 0, pss_kib(pid)
    deadline = time.monotonic() + 10
    while abs(look - before) > before / 100 and time.monotonic() < deadline:
        time.sleep(0.5)  # between two looks; bounded by the deadline
        before, look = look, pss_kib(pid)
    return look


def status_kib(pid, field):
    with open(f"/proc/{pid}/status", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith(field + ":"))


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
        RUNNING.append(self.process)
        house.wait_for(self.name, lambda: answers(self.port))
        return self

    def stop(self):
        # It may wait for ever for sockets whose other side has gone, and it has nothing to lose.
        self.process.kill()
        self.process.wait(timeout=30)


def end_all():
    for process in RUNNING:
        if process.poll() is None:
            process.kill()
            process.wait(timeout=30)


def answers(port):
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
        RUNNING.append(self.process)
        return self

    def stop(self):
        self.backend.stop()


def meta_body(identity, text, number="1065"):
    return json.dumps({"object": "whatsapp_business_account", "entry": [{"id": "4195", "changes": [{"field": "messages", "value": {
        "messaging_product": "whatsapp", "metadata": {"display_phone_number": "13055550110", "phone_number_id": number},
        "contacts": [{"profile": {"name": "Paul Nwosu"}, "wa_id": "13055550121"}],
        "messages": [{"from": "13055550121", "id": identity, "timestamp": str(int(time.time())), "type": "text", "text": {"body": text}}]}}]}]}, separators=(",", ":"))


def sign(body):
    return "sha256=" + hmac.new(SECRET.encode(), body.encode(), hashlib.sha256).hexdigest()


def write_bodies(path):
    """400,000 signed bodies, one a line behind its signature; one in twenty repeats an id."""
    with open(path, "w", encoding="utf-8") as out:
        identities = []
        for index in range(400_000):
            identity = f"wamid.{index}" if index % 20 or not index else identities[-7]
            identities.append(identity)
            body = meta_body(identity, f"Message {index}: when is breakfast served on Sundays, and is it included?")
            out.write(sign(body) + "\t" + body + "\n")
