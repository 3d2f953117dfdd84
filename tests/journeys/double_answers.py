#!/usr/bin/python3
"""Counts double answers in a server's store (contract 5). It shares no code with either program: sqlite3, and what it looks
for is said here.

  double_answers.py foredeckd.db

A double answer is two public replies of different authors with the same seen position, neither of them sent knowingly past
what was newer (override). An answer past something newer is a reply without that word, between whose seen position and own
position somebody else has said something in public. An answer past a claim is one that somebody else gave than who had the
conversation; a lease runs until its end is on record. None can be. Exit status 1 when one is."""

import collections
import json
import sqlite3
import sys

ANSWERS = ("ai", "staff")
WRONG = ("doubles", "overtaken", "past_claims")
NOBODY = ("assistant", "nobody", "")  # who holds no claim


def conversations(path):
    """[its public messages in their order, each with who had the conversation then] of every conversation."""
    base = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    entries = list(base.execute("SELECT client_id, conversation_id, position, '', body FROM message"))
    entries += base.execute("SELECT client_id, conversation_id, position, field, body FROM transition WHERE field IN ('owner', 'claim')")
    base.close()
    found, holders = collections.defaultdict(list), {}
    for client, conversation, position, field, body in sorted(entries):
        entry = json.loads(body)
        if field:
            holders[conversation] = "" if entry["to"] in NOBODY else entry["to"]
            continue
        user = (entry.get("author") or {}).get("user_id") or ""
        found[client, conversation].append({"position": position, "user": user, "author": entry["role"] + " " + user, "role": entry["role"],
                                            "seen": entry.get("seen_position") or 0, "override": bool(entry.get("override")), "holder": holders.get(conversation, "")})
    return list(found.values())


def doubles(messages):
    """[(seen position, positions of its answers)] of those with more than one author."""
    answers = collections.defaultdict(list)
    for message in messages:
        if message["role"] in ANSWERS and not message["override"]:
            answers[message["seen"]].append(message)
    return [(seen, [one["position"] for one in same]) for seen, same in answers.items() if len({one["author"] for one in same}) > 1]


def overtaken(messages):
    """[(position of the answer, position of what it had not seen)]"""
    found = []
    for answer in messages:
        if answer["role"] not in ANSWERS or answer["override"]:
            continue
        newer = [one for one in messages if answer["seen"] < one["position"] < answer["position"] and one["author"] != answer["author"]]
        found += [(answer["position"], newer[0]["position"])] if newer else []
    return found


def past_claims(messages):
    """[(position of the answer, who had the conversation)]"""
    return [(one["position"], one["holder"]) for one in messages if one["role"] in ANSWERS and one["holder"] not in ("", one["user"])]


def count(path):
    """{"answers", "doubles", "overtaken", "past_claims"}, all but the first as lists."""
    told = {"answers": 0, **{name: [] for name in WRONG}}
    for messages in conversations(path):
        told["answers"] += sum(message["role"] in ANSWERS for message in messages)
        told["doubles"] += doubles(messages)
        told["overtaken"] += overtaken(messages)
        told["past_claims"] += past_claims(messages)
    return told


def main(path):
    told = count(path)
    print(f"{told['answers']} answers: {len(told['doubles'])} double, {len(told['overtaken'])} past something newer, {len(told['past_claims'])} past a claim")
    for name in WRONG:
        for found in told[name][:10]:
            print(" ", name, *found)
    return 1 if any(told[name] for name in WRONG) else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
