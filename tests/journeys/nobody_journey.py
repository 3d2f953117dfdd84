#!/usr/bin/python3
"""A hand-over with nobody at the desk, as one story: a customer wants a person; two consoles run in front of nobody. The
one is told, told again, the other too, then everyone, and the owner's telephone gets a text; whoever comes at last answers
from the notification. Everything is read back from the trail.

  nobody_journey.py SOURCE BINARIES TESTS

The server's clock stands still but when the story moves it, the notification service is another program on the bus, the
vendors are a loopback of this script."""

import base64
import datetime
import hashlib
import hmac
import http.server
import json
import os
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import desktop
import first_minute_console
import house

HOOKS = "https://hooks.northquay.example"
NUMBER = "+13055550101"
OWNERS_PHONE = "+13055550177"
GUEST = "13055550142"
REPEAT, CLIMB = 60, 300  # seconds
STAFF = {"Ana Duarte": ("ana@northquay.example", "agent"), "Max Weber": ("max@northquay.example", "manager")}
PASSWORD = "lantern-over-water-19"
HERE = "I am here, Marta."


class ByHand(house.Backend):
    """foredeckd with a clock that stands still."""

    def __init__(self, binaries, tests, folder, config):
        super().__init__(binaries, folder, config)
        self.by_hand = os.path.join(tests, "handlers", "foredeckd-by-hand")
        if not os.path.exists(self.by_hand):
            house.skip(self.by_hand + " is not built")

    def spawn(self, log):
        command = [self.by_hand, self.data, str(self.port), str(int(time.time() * 1000))]
        return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)

    def advance(self, seconds):
        """The time that it is then, in milliseconds."""
        self.process.stdin.write(f"{int(seconds * 1000)}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())

    def stop(self, how=None):
        if self.process is None:
            return None
        self.process.stdin.close()
        status = self.process.wait(timeout=60)
        self.process.stdout.close()
        self.process = None
        return status


class Vendors(http.server.ThreadingHTTPServer):
    """Meta and Twilio, as far as taking a text goes; what they were handed."""

    class Door(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            if self.path.endswith("/Messages.json"):
                fields = dict(urllib.parse.parse_qsl(body))
                sid = self.server.take(fields["To"], fields["Body"])
                self.answer(201, {"sid": sid, "status": "queued", "to": fields["To"]})
            else:
                asked = json.loads(body)
                sid = self.server.take(asked["to"], asked["text"]["body"])
                self.answer(200, {"messaging_product": "whatsapp", "messages": [{"id": "wamid." + sid}]})

        def answer(self, status, what):
            text = json.dumps(what).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(text)))
            self.end_headers()
            self.wfile.write(text)

        def log_message(self, *_):
            pass

    def __init__(self):
        super().__init__(("127.0.0.1", 0), self.Door)
        self.lock = threading.Lock()
        self.handed = []
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def take(self, to, text):
        with self.lock:
            sid = f"SM{len(self.handed):032}"
            self.handed.append((to.removeprefix("whatsapp:"), text, sid))
            return sid

    def texts(self, to):
        with self.lock:
            return [(text, sid) for whom, text, sid in self.handed if whom == to]


class Notices:
    """The notification service: another program on the bus (tests/app/notificationpeer.h)."""

    def __init__(self, tests):
        program = os.path.join(tests, "app", "foredeck_notification_peer")
        if not os.path.exists(program):
            house.skip(program + " is not built")
        command = [program, os.environ["DBUS_SESSION_BUS_ADDRESS"], "actions,body,inline-reply,sound"]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", preexec_fn=desktop.end_with_parent)
        self.lines = []
        threading.Thread(target=self.read, daemon=True).start()
        house.wait_for("the notification service", lambda: self.told("ready") or None)

    def read(self):
        for line in self.process.stdout:
            self.lines.append(json.loads(line))

    def told(self, what, **wanted):
        return [line for line in list(self.lines) if line["told"] == what and all(line.get(name) == value for name, value in wanted.items())]

    def say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def stop(self):
        self.process.stdin.close()
        self.process.wait(timeout=20)


class Story:
    def __init__(self, server, doors, vendors, notices):
        self.server, self.vendors, self.notices = server, vendors, notices
        self.client = doors["id"]
        self.doors = {door["kind"]: door for door in doors["channels"]}
        self.escalation = None

    def stored(self):
        return self.server.call("GET", f"/api/v1/escalations/{self.escalation}")

    def trail(self):
        """["Ana Duarte:console+3"], oldest first."""
        return [f"{step['who'].get('name', '')}:{step['how']}" + (f"+{step['repeats']}" if step.get("repeats") else "") for step in self.stored()["ladder"]]

    def writes(self, text):
        door = self.doors["whatsapp"]
        body = json.dumps({"object": "whatsapp_business_account", "entry": [{"id": door["account"], "changes": [{"field": "messages", "value": {
            "messaging_product": "whatsapp", "metadata": {"display_phone_number": NUMBER, "phone_number_id": door["phone_number_id"]},
            "contacts": [{"profile": {"name": "Marta Ruiz"}, "wa_id": GUEST}],
            "messages": [{"from": GUEST, "id": "wamid.in1", "timestamp": str(int(time.time())), "type": "text", "text": {"body": text}}]}}]}]}).encode()
        signature = "sha256=" + hmac.new(door["secret"].encode(), body, hashlib.sha256).hexdigest()
        status, answer = self.server.raw("POST", "/webhooks/whatsapp", body, {"Content-Type": "application/json", "X-Hub-Signature-256": signature})
        assert status == 200, (status, answer)

    def handed_over(self):
        self.writes("I want to speak to a person, please.")
        house.wait_for("her message", lambda: house.rows(self.server.store, "SELECT 1 FROM message") or None)
        began = self.server.advance(1)  # the assistant lets people finish what they type
        found = house.wait_for("the hand-over", lambda: self.server.pages(f"/api/v1/escalations/client/{self.client}") or None)
        self.escalation = found[0]["id"]
        assert found[0]["reason"] == "human_requested", found
        return began

    def told_once(self):
        notice = house.wait_for("the first notification", lambda: self.notices.told("notify") or None)[0]
        assert notice["title"].startswith("Marta Ruiz"), notice
        assert "inline-reply" in notice["actions"], notice
        self.ana = notice["from"]
        assert self.trail() == ["Ana Duarte:console"], self.trail()
        return notice["id"]

    def told_again(self, first):
        """In the same place, each time the pause is over and never before."""
        for times in range(1, 4):
            self.server.advance(REPEAT - 1)
            self.server.advance(1)
            notices = house.wait_for(f"repetition {times}", lambda: (lambda told: told if len(told) > times else None)(self.notices.told("notify")))
            assert len(notices) == times + 1 and notices[-1]["replaces"] == notices[-1]["id"] == first and notices[-1]["from"] == self.ana, notices
        assert self.trail() == ["Ana Duarte:console+3"], self.trail()

    def climbs(self):
        """To the manager, who has the other console."""
        self.server.advance(CLIMB - 3 * REPEAT)
        max_, = house.wait_for("the manager's notification", lambda: [n for n in self.notices.told("notify") if n["from"] != self.ana] or None)
        assert max_["title"].startswith("Marta Ruiz"), max_
        assert not self.vendors.texts(OWNERS_PHONE)
        self.max = max_["from"]
        assert [step["rung"] for step in self.stored()["ladder"]] == ["staff", "managers"], self.trail()
        return max_["id"]

    def reaches_the_owner(self):
        """The owner has no console: it waits in her log, and her telephone gets one text."""
        self.server.advance(CLIMB)
        text, sid = house.wait_for("the text", lambda: self.vendors.texts(OWNERS_PHONE) or None)[0]
        assert text == "Casa Marisol: Marta R. is waiting for a person (asked for one). Nobody has answered at a console.", text
        house.wait_for("what became of the text", lambda: self.text_state() == "sent")
        fields = {"AccountSid": self.doors["sms"]["account"], "From": NUMBER, "MessageSid": sid, "MessageStatus": "delivered", "To": OWNERS_PHONE}
        url = HOOKS + "/webhooks/twilio/sms/status"
        signed = hmac.new(self.doors["sms"]["secret"].encode(), (url + "".join(name + fields[name] for name in sorted(fields))).encode(), hashlib.sha1)
        headers = {"Content-Type": "application/x-www-form-urlencoded", "X-Twilio-Signature": base64.b64encode(signed.digest()).decode()}
        status, answer = self.server.raw("POST", "/webhooks/twilio/sms/status", urllib.parse.urlencode(fields).encode(), headers)
        assert 200 <= status < 300, (status, answer)
        house.wait_for("the delivery", lambda: self.text_state() == "delivered")

    def text_state(self):
        return next((step["delivery"]["state"] for step in self.stored()["ladder"] if step["how"] == "sms" and step.get("delivery")), None)

    def answered(self, notice):
        """Somebody comes to the manager's computer and writes in the notification itself."""
        self.notices.say(f"reply {notice} {HERE}")
        house.wait_for("the answer at the customer", lambda: [text for text, _ in self.vendors.texts(GUEST) + self.vendors.texts("+" + GUEST) if text == HERE] or None)
        done = self.stored()
        assert done["status"] == "claimed", done
        for who in (self.ana, self.max):
            house.wait_for("no notification any more", lambda: self.notices.told("close", **{"from": who}) or None)
        # The customer has the text a moment before the server has noted that it is sent.
        house.wait_for("nothing left to do", lambda: not house.rows(self.server.store, "SELECT kind, state FROM job WHERE state IN ('queued', 'running')"))
        return done

    def alerts(self, name):
        """[(rung, repetition)] that stand in this person's own log."""
        told = house.rows(self.server.store, "SELECT u.body, e.data FROM event e JOIN stream s ON s.id = e.stream_id JOIN app_user u ON s.name = 'user:' || u.id WHERE e.kind = 'escalation.alert' ORDER BY e.seq")
        return [(alert["rung"], alert["repeat"]) for who, alert in ((json.loads(body), json.loads(data)) for body, data in told) if who["name"] == name and alert["escalation_id"] == self.escalation]

    def whole_trail(self, began):
        """Who was told, when, how and how often; and whose it became."""
        done = self.stored()
        ladder = done["ladder"]
        print("told: " + ", ".join(self.trail()))
        assert [(step["rung"], step["how"], step["who"].get("name", ""), when(step["at"]) - began) for step in ladder] == [
            ("staff", "console", "Ana Duarte", 0), ("managers", "console", "Max Weber", 1000 * CLIMB),
            ("everyone", "no_console", house.OWNER["name"], 2000 * CLIMB), ("owner", "sms", "", 2000 * CLIMB)], ladder
        told = {name: self.alerts(name) for name in (*STAFF, house.OWNER["name"])}
        assert told == {"Ana Duarte": [("staff", n) for n in range(4)], "Max Weber": [("managers", 0)], house.OWNER["name"]: [("owner", 0)]}, told
        entries = reversed(self.server.pages(f"/api/v1/conversations/{done['conversation_id']}/timeline"))
        changes = [entry["data"] for entry in entries if entry["kind"] == "transition" and entry["data"]["field"] in ("owner", "status")]
        assert [(t["field"], t["from"], t["to_name"] or t["to"], t["reason"]) for t in changes] == [
            ("owner", "assistant", "nobody", "human_requested"), ("status", "active", "waiting_human", "human_requested"),
            ("owner", "nobody", "Max Weber", "taken_over"), ("status", "waiting_human", "active", "taken_over")], changes


def when(text):
    return round(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp() * 1000)


def consoles(desk, binaries, server, folder):
    """One after the other signs in and is left alone, its window put away."""
    made = []
    for name, (email, _role) in STAFF.items():
        console = first_minute_console.Console(desk, binaries, os.path.join(folder, name.split()[0].lower()))
        made.append(console)
        console.start("--server", server.url)
        console.signs_in(email, PASSWORD)
        subprocess.run(["xdotool", "getactivewindow", "windowminimize", "--sync"], check=True)
    return made


def main():
    _source, binaries, tests = sys.argv[1:4]
    desktop.need_desktop()
    start = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="fd-nobody-") as folder, desktop.Desktop(folder) as desk:
        vendors, notices, running = Vendors(), Notices(tests), []
        os.makedirs(os.path.join(folder, "server"))
        server = ByHand(binaries, tests, os.path.join(folder, "server"), {"job_poll_ms": 20, "access_token_ms": 86_400_000})
        alerts = {"repeat_seconds": REPEAT, "climb_minutes": CLIMB // 60, "owner_phone": OWNERS_PHONE}
        spec = house.client_spec("casa-marisol", NUMBER, "106550000000101", "AC" + "0" * 32, vendors.server_address[1], HOOKS, settings={"turn_delay_ms": 50, "contact": "+1 305 555 0199", "alerts": alerts})
        doors, = server.init(house.spec_of([spec]))["clients"]
        for name, (email, role) in STAFF.items():
            house.user_add(server, name, email, role, "casa-marisol", PASSWORD)
        server.start()
        try:
            running = consoles(desk, binaries, server, folder)
            print(f"nobody is there: {time.monotonic() - start:.1f} s", flush=True)
            story = Story(server, doors, vendors, notices)
            server.advance(120)  # consoles that were there before count from the start
            began = story.handed_over()
            first = story.told_once()
            story.told_again(first)
            second = story.climbs()
            story.reaches_the_owner()
            story.answered(second)
            story.whole_trail(began)
        finally:
            for console in running:
                console.drop()
            server.stop()
            notices.stop()
            vendors.shutdown()
    print(f"it reached somebody ({time.monotonic() - start:.1f} s)")


if __name__ == "__main__":
    main()
