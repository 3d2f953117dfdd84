#!/usr/bin/python3
"""Twilio's own library against a real backend and the loopback provider. Skips, and says so, where npm cannot fetch it.

  twilio_test.py SOURCE BINARIES WORK"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "journeys"))
import house


def install(source, work):
    """The packages of package.json, once per build folder."""
    if not shutil.which("npm") or not shutil.which("node"):
        house.skip("npm or node is not installed")
    modules = os.path.join(work, "npm")
    os.makedirs(modules, exist_ok=True)
    shutil.copy(os.path.join(source, "tests/peers/package.json"), modules)
    wanted = json.load(open(os.path.join(modules, "package.json"), encoding="utf-8"))["dependencies"]["twilio"]
    have = os.path.join(modules, "node_modules/twilio/package.json")
    if not os.path.exists(have) or json.load(open(have, encoding="utf-8"))["version"] != wanted:
        command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--no-package-lock", "--prefer-offline", "--fetch-retries=1", "--fetch-timeout=30000"]
        try:
            done = subprocess.run(command, cwd=modules, capture_output=True, text=True, check=False, timeout=300)
        except subprocess.TimeoutExpired:
            house.skip("npm did not fetch twilio " + wanted + " within five minutes")
        if done.returncode != 0:
            house.skip("npm could not fetch twilio " + wanted + ": " + done.stderr.strip().splitlines()[-1] if done.stderr.strip() else "npm failed")
    return modules


def provider(binaries, doors, folder):
    """foredeck-traffic as Twilio's API: its only customer comes in a day."""
    dialogues = os.path.join(folder, "nobody.jsonl")
    with open(dialogues, "w", encoding="utf-8") as out:
        out.write('{"id":"later","at":86400,"channel":"sms","turns":[["lead","hi"]]}\n')
    process = subprocess.Popen(
        [os.path.join(binaries, "foredeck-traffic"), "--dialogues", dialogues, "--doors", doors, "--provider-port", "0", "--no-statuses"],
        stdout=subprocess.PIPE, text=True)
    return process, process.stdout.readline().split()[-1]


def main(source, binaries, work):
    modules = install(source, work)
    with tempfile.TemporaryDirectory(dir=work) as folder:
        backend = house.Backend(binaries, folder)
        public_url = "https://hooks.example"
        client = house.client_spec("harbour", "+13055550110", "1065", "AC" + "5a" * 16, 9, public_url)
        client["assistant_on"] = False
        doors = backend.init(house.spec_of([client]))
        sms = next(channel for channel in doors["clients"][0]["channels"] if channel["kind"] == "sms")
        standin, address = provider(binaries, backend.doors_file, folder)
        backend.start()
        try:
            setup = {"server": backend.url, "provider": address, "account": sms["account"], "number": sms["number"], "token": sms["secret"], "restToken": sms["token"],
                     "publicUrl": sms["public_url"], "modules": modules}
            status = subprocess.run(["node", os.path.join(source, "tests/peers/twilio_peer.mjs"), json.dumps(setup)], check=False, timeout=120).returncode
            return status or effects(backend, doors["clients"][0]["id"])
        finally:
            standin.terminate()
            standin.wait()
            backend.stop()


def effects(backend, client):
    """What was accepted is there once and word for word; what was refused left nothing."""
    def texts():
        found = []
        for conversation in backend.pages(f"/api/v1/conversations/client/{client}"):
            found += [m["text"] for m in backend.pages(f"/api/v1/conversations/{conversation['id']}/messages") if m["role"] == "lead"]
        return sorted(found) if len(found) >= 4 else None
    found = house.wait_for("four messages", texts)
    expected = sorted(["Hello & «welcome» 100 % 🙏\nsecond line", "parameters of tomorrow", "two pictures", "with the standard port"])
    if found != expected:
        print("FAILED: the server holds", found)
        return 1
    print("ok  four messages on the server, none of the refused")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
