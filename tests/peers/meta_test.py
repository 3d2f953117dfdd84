#!/usr/bin/python3
"""Meta's own 16 webhook examples (the team's shared material), signed and posted to a real backend: each is taken in, and
its effect is there. Skips without the shared material.

  meta_test.py SOURCE BINARIES"""

import hashlib
import hmac
import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "journeys"))
import house

NUMBER_ID = "106540352242922"  # the business's number in all of Meta's examples

# What must be in the customer's message that an example becomes; None: no message at all.
EFFECTS = {
    "Text Message": {"text": "Does it come in another color?"},
    "Text Message with Context (Product Inquiry)": {"text": "Is this still available?"},
    "Text Message from Click to WhatsApp Ad": {"text": "Hello! Can I get more info on this?"},
    "Reaction Message": {"contains": "👍"},
    "Image Message": {"attachment": ("image/jpeg", "1003383421387256", "Taj Mahal")},
    "Location Message": {"contains": "Philz Coffee"},
    "Contact Sharing Message": {"contains": "Lucía Gómez"},
    "Unsupported Message": {"stored": True},
    "Button Message": {"text": "Unsubscribe", "opted_out": True},
    "Interactive List Reply Message": {"contains": "Priority Mail Express"},
    "Interactive Button Reply Message": {"contains": "Cancel"},
    "Order Message": {"contains": "di9ozbzfi4"},
    "System Message": {"phone": "+12195555358"},
    "Group Create Message": None,
    "Group Settings Update": None,
    "Group Remove Participants": None,
}


class Meta:
    def __init__(self, backend, secret, client):
        self.backend = backend
        self.secret = secret.encode()
        self.client = client
        self.failures = 0

    def check(self, what, holds, detail=""):
        print("ok " if holds else "FAILED ", what, "" if holds else detail)
        self.failures += not holds

    def post(self, body, signature=None):
        signature = signature if signature is not None else "sha256=" + hmac.new(self.secret, body, hashlib.sha256).hexdigest()
        return self.backend.raw("POST", "/webhooks/whatsapp", body, {"Content-Type": "application/json", "X-Hub-Signature-256": signature})[0]

    def messages(self):
        found = []
        for conversation in self.backend.pages(f"/api/v1/conversations/client/{self.client}"):
            found += self.backend.pages(f"/api/v1/conversations/{conversation['id']}/messages")
        return [message for message in found if message["role"] == "lead"]

    def lead(self):
        return self.backend.pages(f"/api/v1/leads/client/{self.client}")[0]


def effect(meta, name, wamid, expected):
    def mine():
        # What is no text carries its kind behind Meta's id.
        return next((m for m in meta.messages() if m["provider_id"].split("#")[0] == wamid), None)

    if expected is None:
        return
    if "phone" in expected:
        house.wait_for(name, lambda: any(p["e164"] == expected["phone"] for p in meta.lead()["phones"]))
        return meta.check(name + ": the new number stands with the lead", True)
    message = house.wait_for(name, mine)
    if "text" in expected:
        meta.check(name + ": text", message["text"] == expected["text"], message["text"])
    if "contains" in expected:
        meta.check(name + ": text tells it", expected["contains"] in message["text"], message["text"])
    if "stored" in expected:
        meta.check(name + ": stands in the conversation", True)
    if "attachment" in expected:
        kind, provider_id, caption = expected["attachment"]
        found = [a for a in message["attachments"] if a["media_type"] == kind and a["provider_id"] == provider_id and a["caption"] == caption]
        meta.check(name + ": attachment", len(found) == 1, message["attachments"])
    if expected.get("opted_out"):
        meta.check(name + ": opted out", house.wait_for("the consent", lambda: "out" in json.dumps(meta.lead()["consent"])))


def examples(meta, bodies):
    used = set()
    expected_messages = 0
    for name, payload in bodies.items():
        wamid = next((m["id"] for m in payload["entry"][0]["changes"][0]["value"].get("messages", [])), "")
        text = json.dumps(payload, ensure_ascii=False)
        if wamid and wamid in used:  # four examples carry the same id: sent as they are, three would rightly be dropped
            text = text.replace(wamid, wamid + name.replace(" ", ""))
            wamid += name.replace(" ", "")
        used.add(wamid)
        body = text.encode()
        meta.check(name + ": tampered is refused", meta.post(body + b" ", "sha256=" + hmac.new(meta.secret, body, hashlib.sha256).hexdigest()) == 403)
        meta.check(name + ": taken in", meta.post(body) == 200)
        meta.check(name + ": again, 200", meta.post(body) == 200)
        effect(meta, name, wamid, EFFECTS[name])
        expected_messages += EFFECTS[name] is not None and "phone" not in EFFECTS[name]
    found = meta.messages()
    meta.check("each once", len(found) == expected_messages, f"{len(found)} messages for {expected_messages}")
    lead = meta.lead()
    # The number that the system message announced stands first, the old one is kept.
    numbers = [phone["e164"] for phone in lead["phones"]]
    meta.check("one lead, by name and both numbers", lead["name"] == "Sheena Nelson" and numbers == ["+12195555358", "+16505551234"], lead)

def challenge(meta, verify_token):
    query = "/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token="
    meta.check("challenge", meta.backend.raw("GET", query + verify_token) == (200, "1158201444"))
    meta.check("challenge with a wrong token: 403", meta.backend.raw("GET", query + "wrong")[0] == 403)


def main(source, binaries):
    shared = house.shared_folder(source)
    path = os.path.join(shared, "vendor", "whatsapp-webhook-examples.json") if shared else ""
    if not os.path.exists(path):
        house.skip("Meta's examples are shared material that is not here")
    with open(path, encoding="utf-8") as file:
        bodies = json.load(file)
    with tempfile.TemporaryDirectory() as folder:
        backend = house.Backend(binaries, folder)
        client = house.client_spec("meta", "+15550783881", NUMBER_ID, "AC" + "5a" * 16, 9, "https://hooks.example", assistant_on=False)
        doors = backend.init(house.spec_of([client]))["clients"][0]
        door = next(channel for channel in doors["channels"] if channel["kind"] == "whatsapp")
        backend.start()
        meta = Meta(backend, door["secret"], doors["id"])
        try:
            challenge(meta, door["verify_token"])
            examples(meta, bodies)
        finally:
            backend.stop()
    print("all as expected" if meta.failures == 0 else f"{meta.failures} failed")
    return 1 if meta.failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
