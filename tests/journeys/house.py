"""What the tests between real programs share: a backend made from a description, started, asked over REST, stopped or
killed. Standard library only, for the system's own python3."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid

SKIPPED = 77
OWNER = {"name": "Nadia Brandt", "email": "nadia@northquay.example", "password": "harbour-light-4471"}


def skip(why):
    print("skipped: " + why)
    sys.exit(SKIPPED)


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def shared_folder(source):
    """The team's shared material beside the checkout; nothing when it is not there."""
    folder = os.path.join(os.path.dirname(os.path.abspath(source)), "shared")
    return folder if os.path.isdir(os.path.join(folder, "corpus")) else None


def always_open():
    return {"zone": "America/New_York", "always": True}


def client_spec(slug, number, phone_number_id, account, provider, public_url, **more):
    """A business with every door; its vendors are the loopback provider on port `provider` (0: nobody)."""
    base = f"http://127.0.0.1:{provider}"
    spec = {
        "name": more.pop("name", slug.replace("-", " ").title()),
        "slug": slug,
        "mark": slug[:2].upper(),
        "industry": "hotel",
        "language": "en",
        "region": "US",
        "safe_mode": False,
        "assistant_on": True,
        "locations": [{"name": "Main", "address": "1 Quay", "zip": "33139", "hours": always_open()}],
        "settings": {"turn_delay_ms": 50, "contact": "+1 305 555 0199"},
        "faqs": [{"question": "When is breakfast?", "answer": "Breakfast is from 07:00 to 10:30.", "language": "en"}],
        "channels": [
            {"kind": "whatsapp", "name": "WhatsApp", "number": number, "phone_number_id": phone_number_id, "account": "4195" + phone_number_id[-4:], "base_url": base + "/v23.0", "generate_secrets": True},
            {"kind": "sms", "name": "Text", "number": number, "account": account, "base_url": base, "public_url": public_url + "/webhooks/twilio/sms", "generate_secrets": True},
            {"kind": "web_form", "name": "Form", "generate_secrets": True},
            {"kind": "live_chat", "name": "Chat", "generate_secrets": True},
            {"kind": "missed_call", "name": "Calls", "number": number, "generate_secrets": True},
        ],
    }
    spec.update(more)
    return spec


def spec_of(clients):
    return {"agency": {"name": "Northquay", "mark": "NQ"}, "owner": OWNER, "sample": False, "clients": clients}


class Refused(Exception):
    def __init__(self, status, body):
        super().__init__(f"{status} {body[:300]}")
        self.status = status
        self.body = body


def user_add(backend, name, email, role, client, password):
    """Before it is started."""
    command = [backend.program, "user", "add", "--data", backend.data, "--name", name, "--email", email, "--role", role, "--client", client, "--password", "-"]
    done = subprocess.run(command, input=password + "\n", capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise RuntimeError("user add: " + done.stdout + done.stderr)


class Backend:
    """foredeckd on a data folder of its own."""

    def __init__(self, binaries, folder, config=None):
        self.program = os.path.join(binaries, "foredeckd")
        if not os.path.exists(self.program):
            skip(f"{self.program} is not built")
        self.folder = folder
        self.data = os.path.join(folder, "data")
        self.doors_file = os.path.join(folder, "doors.json")
        self.log = os.path.join(folder, "foredeckd.log")
        # A server reaches no vendor on this computer, where those of the tests are, unless it is told to.
        self.config = {"vendor_networks": ["127.0.0.0/8"], **(config or {})}
        self.port = free_port()
        self.process = None
        self.token = None

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def store(self):
        return os.path.join(self.data, "foredeckd.db")

    def init(self, spec):
        path = os.path.join(self.folder, "spec.json")
        with open(path, "w", encoding="utf-8") as out:
            json.dump(spec, out, ensure_ascii=False)
        os.makedirs(self.data, mode=0o700, exist_ok=True)
        with open(os.path.join(self.data, "config.json"), "w", encoding="utf-8") as out:
            json.dump(self.config, out)
        done = subprocess.run([self.program, "init", "--data", self.data, "--spec", path, "--doors", self.doors_file], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise RuntimeError("init: " + done.stdout + done.stderr)
        with open(self.doors_file, encoding="utf-8") as doors:
            return json.load(doors)

    def spawn(self, log):
        return subprocess.Popen([self.program, "serve", "--data", self.data, "--listen", f"127.0.0.1:{self.port}"], stdout=log, stderr=log)

    def start(self):
        with open(self.log, "ab") as log:
            self.process = self.spawn(log)
        deadline = time.monotonic() + 30
        while True:
            try:
                with urllib.request.urlopen(self.url + "/readyz", timeout=2):
                    return self
            except (OSError, urllib.error.URLError):
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError("foredeckd did not start:\n" + self.log_tail())
                time.sleep(0.01)  # between two looks; bounded by the deadline

    def log_tail(self):
        with open(self.log, encoding="utf-8", errors="replace") as log:
            return "".join(log.readlines()[-20:])

    def stop(self, how=signal.SIGTERM):
        """The exit status; None when it was not running."""
        if self.process is None:
            return None
        self.process.send_signal(how)
        status = self.process.wait(timeout=60)
        self.process = None
        return status

    def kill(self):
        return self.stop(signal.SIGKILL)

    def login(self):
        answer = self.call("POST", "/api/v1/auth/login", {"email": OWNER["email"], "password": OWNER["password"], "device": "test"}, signed_in=False)
        self.token = answer["access_token"]
        return answer

    def call(self, method, path, body=None, signed_in=True, headers=None):
        """The answer's JSON; Refused when the status is not 2xx."""
        status, text = self.raw(method, path, json.dumps(body).encode() if body is not None else None, self.headers(method, signed_in, headers))
        if not 200 <= status < 300:
            raise Refused(status, text)
        return json.loads(text) if text else None

    def headers(self, method, signed_in, more):
        headers = {"Content-Type": "application/json"}
        if signed_in:
            if self.token is None:
                self.login()
            headers["Authorization"] = "Bearer " + self.token
            if method != "GET":
                headers["Idempotency-Key"] = str(uuid.uuid4())
        headers.update(more or {})
        return headers

    def raw(self, method, path, body=None, headers=None):
        request = urllib.request.Request(self.url + path, data=body, method=method, headers=headers or {})
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode(errors="replace")

    def pages(self, path):
        """All items of a keyset-paged list."""
        cursor, items = "", []
        join = "&" if "?" in path else "?"
        while True:
            page = self.call("GET", path + (f"{join}cursor={cursor}" if cursor else ""))
            items += page["items"]
            cursor = page.get("next_cursor")
            if not cursor:
                return items


def rows(path, query):
    """What a store on disk answers, read only."""
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    try:
        return base.execute(query).fetchall()
    finally:
        base.close()


def wait_for(what, look, seconds=20):
    """The first answer of `look` that is not None or False; fails with `what` when the time is over."""
    deadline = time.monotonic() + seconds
    while True:
        found = look()
        if found is not None and found is not False:
            return found
        if time.monotonic() > deadline:
            raise AssertionError("waited in vain for " + what)
        time.sleep(0.02)  # between two looks; bounded by the deadline
