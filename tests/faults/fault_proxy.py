#!/usr/bin/python3
"""A proxy between a console and its backend that harms the event stream by a seeded list and says what it did.

  fault_proxy.py --listen PORT --server PORT --seed N --faults N --events N --log FILE

Of the first N events it picks places for the faults, in equal parts:
  drop    the event does not arrive
  double  it arrives twice
  swap    it arrives after its successor on the same stream
  last    the last event before a silence does not arrive: nothing follows that could show the gap but the heartbeat
Every event is counted once, by stream and seq: what a resume sends again passes unharmed. All else (REST, the console's own
frames, heartbeats, presence) passes as it is. Each fault is one JSON line {fault, kind, stream, seq, at_ms, with}; between
them a line {heartbeat, at_ms} stands for each heartbeat that passed, {events} for each thousandth event, and {again, stream, seq,
at_ms} for a harmed event that a resume has brought."""

import argparse
import asyncio
import json
import random
import time

KINDS = ("drop", "double", "swap", "last")


def plan_of(seed, faults, events):
    """{event number: kind}; places two apart at least, so that no fault hides another."""
    dice = random.Random(seed)
    places = sorted(dice.sample(range(1, events // 2), faults))
    kinds = [KINDS[i % len(KINDS)] for i in range(faults)]
    dice.shuffle(kinds)
    return {2 * place: kind for place, kind in zip(places, kinds)}


def take_frame(buffer):
    """(opcode, payload, raw bytes) of the first whole frame, taken out of the buffer; None when there is none."""
    if len(buffer) < 2:
        return None
    length, head = buffer[1] & 127, 2
    if length == 126:
        length, head = int.from_bytes(buffer[2:4], "big"), 4
    elif length == 127:
        length, head = int.from_bytes(buffer[2:10], "big"), 10
    if len(buffer) < head + length or (head > 2 and len(buffer) < head):
        return None
    raw = bytes(buffer[: head + length])
    del buffer[: head + length]
    return raw[0] & 15, raw[head:], raw


class Harm:
    """What happens to the events, whatever connection they come by."""

    def __init__(self, plan, log):
        self.plan = plan
        self.log = log
        self.seen = set()
        self.count = 0
        self.armed = []  # kinds that wait for their event
        self.done = 0
        self.beats = 0
        self.harmed = set()

    def write(self, line):
        self.log.write(json.dumps(line) + "\n")
        self.log.flush()

    def beat(self):
        self.beats += 1
        self.write({"heartbeat": self.beats, "at_ms": int(time.time() * 1000)})

    def sent_again(self, event):
        key = (event["stream"], event["seq"])
        if key in self.harmed:
            self.harmed.discard(key)
            self.write({"again": True, "stream": event["stream"], "seq": event["seq"], "at_ms": int(time.time() * 1000)})

    def told(self, kind, event, other=None):
        self.done += 1
        self.harmed.add((event["stream"], event["seq"]))
        line = {"fault": self.done, "kind": kind, "stream": event["stream"], "seq": event["seq"], "at_ms": int(time.time() * 1000)}
        if other is not None:
            line["with"] = other["seq"]
        self.write(line)

    def is_new(self, event):
        """False for what a resume has sent again."""
        key = (event["stream"], event["seq"])
        new = key not in self.seen
        self.seen.add(key)
        return new

    def kind_for_next(self):
        self.count += 1
        if self.count % 1000 == 0:
            self.write({"events": self.count})
        if self.count in self.plan:
            self.armed.append(self.plan[self.count])
        return self.armed.pop(0) if self.armed else None


class Stream:
    """The frames of one socket on their way to the console."""

    def __init__(self, harm, send):
        self.harm = harm
        self.send = send
        self.held = None  # (kind, event, raw)

    def frame(self, opcode, payload, raw):
        frame = json.loads(payload) if opcode == 1 else {}
        kind = frame.get("type")
        if kind == "event":
            self.event(frame, raw)
        elif kind in ("heartbeat", "reset"):
            self.silence(kind)
            if kind == "heartbeat":
                self.harm.beat()
            self.send(raw)
        else:
            self.send(raw)

    def silence(self, kind):
        """A heartbeat: nothing came for a while. A held last event is lost now; a held swap found no partner."""
        if self.held is None:
            return
        what, event, raw = self.held
        self.held = None
        if what == "last" and kind == "heartbeat":
            self.harm.told("last", event)
            return
        self.harm.armed.insert(0, what)
        self.send(raw)

    def event(self, event, raw):
        if not self.harm.is_new(event):
            return self.again(event, raw)
        kind = self.harm.kind_for_next()
        if self.held is None:
            self.apply(kind, event, raw)
            return
        what, before, before_raw = self.held
        if what == "swap" and event["stream"] == before["stream"] and event["seq"] > before["seq"]:
            self.held = None
            self.later(kind)
            self.send(raw)
            self.send(before_raw)
            self.harm.told("swap", before, event)
        elif what == "last":  # it was not the last: this one may be
            self.held = None
            self.send(before_raw)
            if kind is None:
                self.held = ("last", event, raw)
            else:
                self.later("last")
                self.apply(kind, event, raw)
        else:
            self.later(kind)
            self.send(raw)

    def again(self, event, raw):
        """Sent again by a resume: it passes. When it is the very event that is held, holding it harms nothing any more."""
        if self.held is not None and (self.held[1]["stream"], self.held[1]["seq"]) == (event["stream"], event["seq"]):
            self.later(self.held[0])
            self.held = None
        self.harm.sent_again(event)
        self.send(raw)

    def later(self, kind):
        if kind is not None:
            self.harm.armed.insert(0, kind)

    def apply(self, kind, event, raw):
        if kind == "drop":
            self.harm.told("drop", event)
        elif kind == "double":
            self.send(raw)
            self.send(raw)
            self.harm.told("double", event)
        elif kind in ("swap", "last"):
            self.held = (kind, event, raw)
        else:
            self.send(raw)


async def copy(reader, writer):
    try:
        while data := await reader.read(65536):
            writer.write(data)
            await writer.drain()
    except (ConnectionError, OSError):
        pass
    finally:
        writer.close()


async def copy_events(reader, writer, harm):
    """The server's side of a WebSocket: the answer to the upgrade as it is, then frame by frame."""
    stream = Stream(harm, writer.write)
    try:
        writer.write(await reader.readuntil(b"\r\n\r\n"))
        buffer = bytearray()
        while data := await reader.read(65536):
            buffer += data
            while (frame := take_frame(buffer)) is not None:
                stream.frame(*frame)
            await writer.drain()
    except (ConnectionError, OSError, asyncio.IncompleteReadError):
        pass
    finally:
        writer.close()


async def serve(arguments, harm):
    async def connected(reader, writer):
        try:
            head = await reader.readuntil(b"\r\n\r\n")
            server_reader, server_writer = await asyncio.open_connection("127.0.0.1", arguments.server)
        except (ConnectionError, OSError, asyncio.IncompleteReadError):
            writer.close()
            return
        server_writer.write(head)
        is_socket = b"upgrade: websocket" in head.lower()
        back = copy_events(server_reader, writer, harm) if is_socket else copy(server_reader, writer)
        await asyncio.gather(copy(reader, server_writer), back)

    server = await asyncio.start_server(connected, "127.0.0.1", arguments.listen, limit=1 << 21)
    print("ready", flush=True)
    async with server:
        await server.serve_forever()


def main():
    parser = argparse.ArgumentParser()
    for name in ("listen", "server", "seed", "faults", "events"):
        parser.add_argument("--" + name, type=int, required=True)
    parser.add_argument("--log", required=True)
    arguments = parser.parse_args()
    with open(arguments.log, "w", encoding="utf-8") as log:
        asyncio.run(serve(arguments, Harm(plan_of(arguments.seed, arguments.faults, arguments.events), log)))


if __name__ == "__main__":
    main()
