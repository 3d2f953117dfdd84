#!/usr/bin/python3
"""Customers' dialogues over every door against a real backend, and the sender's ledger compared with what is on disk: in the
server's store, and in the cache of a console that followed the run.

  traffic_journey.py SOURCE BINARIES TESTS [DIALOGUES]

With the team's shared corpus: so many dialogues (300) in full over WhatsApp, text message and live chat, then as many
others' first turns over all five doors, 50 at once. Without it the sample's own dialogues, and it says so."""

import gzip
import json
import os
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "console"))
import compare_ledger
import house
import same_picture
from desk import Desk

INDUSTRIES = {
    "casa-marisol": ("hotel", "real_estate"),
    "saltgrass-marina": ("restaurant", "auto"),
    "brightwater-dental": ("dental", "clinic", "therapy"),
    "quickvalve-plumbing": ("salon",),
}


def corpus(source, count):
    """(dialogues in full, dialogues for first turns, whether they come from the corpus)"""
    shared = house.shared_folder(source)
    if shared:
        path = os.path.join(shared, "corpus", "frontdesk-dialogues.jsonl.gz")
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            rows = [json.loads(line) for _, line in zip(range(2 * count), lines)]
        slug_of = {industry: slug for slug, industries in INDUSTRIES.items() for industry in industries}
        for row in rows:
            row["client"] = slug_of.get(row["industry"], "casa-marisol")
        return rows[:count], rows[count:], True
    with open(os.path.join(source, "resources/sample/dialogues.jsonl"), encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for row in rows:
        row.pop("channel", None)
        row.pop("at", None)
    return rows, [dict(row, id=row["id"] + "-again", phone="", email="", name="") for row in rows], False


def spec(source, provider):
    """The sample's businesses, with the loopback provider as their vendors and answers that come at once."""
    with open(os.path.join(source, "resources/sample/business.json"), encoding="utf-8") as file:
        made = json.load(file)
    made["sample"] = False
    made["owner"] = house.OWNER
    for client in made["clients"]:
        client["safe_mode"] = False
        client["settings"]["turn_delay_ms"] = 100
        for channel in client["channels"]:
            if channel["kind"] == "whatsapp":
                channel["base_url"] = f"http://127.0.0.1:{provider}/v23.0"
            elif channel["kind"] == "sms":
                channel["base_url"] = f"http://127.0.0.1:{provider}"
    return made


def traffic(binaries, backend, folder, name, rows, provider, channels, *more):
    path = os.path.join(folder, name + ".jsonl")
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    ledger = os.path.join(folder, "ledger.jsonl")
    command = [os.path.join(binaries, "foredeck-traffic"), "--dialogues", path, "--doors", backend.doors_file, "--server", backend.url,
               "--ledger", ledger, "--speed", "0", "--concurrency", "50", "--provider-port", str(provider), "--channels", channels, "--answer-timeout", "5000", *more]
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=1500)
    print(f"{name}: {len(rows)} dialogues in {time.monotonic() - began:.1f} s")
    print(done.stdout + done.stderr)
    if done.returncode != 0:
        raise AssertionError(name + ": foredeck-traffic ended with " + str(done.returncode))
    return ledger


def drained(backend):
    """True when the backend has nothing left to do with what it took in."""
    open_inbox = house.rows(backend.store, "SELECT count(*) FROM inbox WHERE state = 'new'")
    open_jobs = house.rows(backend.store, f"SELECT count(*) FROM job WHERE state IN ('queued', 'running') AND run_at <= {int(time.time() * 1000)}")
    return open_inbox == [(0,)] and open_jobs == [(0,)]


def console(tests, folder, backend):
    """A console that follows the run; nothing where the build has none."""
    program = os.path.join(tests, "console", "foredeck-desk")
    if not os.path.exists(program):
        print("no console is built: the server's store alone is compared")
        return None
    desk = Desk(program, folder, backend.url, house.OWNER)
    desk.start().wait("the live state", say="sync", phase="live")
    return desk


def followed(backend, desk):
    """True when the console's file has reached the server's."""
    cache = os.path.join(desk.store, "cache.db")
    query = "SELECT sum(version), count(*) FROM {}"
    return all(house.rows(backend.store, query.format(table)) == house.rows(cache, query.format(table)) for table in ("conversation", "lead"))


def main(source, binaries, tests, count=300):
    full, first, from_corpus = corpus(source, int(count))
    provider = house.free_port()
    with tempfile.TemporaryDirectory() as folder:
        backend = house.Backend(binaries, folder)
        backend.init(spec(source, provider))
        backend.start()
        desk = None
        try:
            desk = console(tests, folder, backend)
            ledger = traffic(binaries, backend, folder, "in full", full, provider, "whatsapp,sms,live_chat")
            traffic(binaries, backend, folder, "first turns", first, provider, "whatsapp,sms,web_form,live_chat,missed_call", "--first-turns-only")
            house.wait_for("the backend to be done", lambda: drained(backend), 60)
            if desk:
                house.wait_for("the console to have followed", lambda: followed(backend, desk), 60)
                print("the console ended with", desk.end(None))
        finally:
            if desk and desk.process.poll() is None:
                desk.end()
            status = backend.stop()
        print("foredeckd ended with", status)
        differs = compare_ledger.main([ledger, backend.store] + ([os.path.join(desk.store, "cache.db")] if desk else []))
        if desk:
            report = compare_ledger.Report()
            same_picture.compare(report, backend.store, os.path.join(desk.store, "cache.db"))
            differs = report.finish() or differs
    if not from_corpus:
        print("without the shared corpus: the sample's dialogues stood in")
    return differs or status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
