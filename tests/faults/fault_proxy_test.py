#!/usr/bin/python3
"""The fault proxy does what it says it did: frames in, frames out, and its log, without sockets."""

import io
import json
import os
import sys
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import fault_proxy


class Case(unittest.TestCase):
    def run_frames(self, plan, frames):
        log = io.StringIO()
        harm = fault_proxy.Harm(plan, log)
        out = []
        stream = fault_proxy.Stream(harm, lambda raw: out.append(json.loads(raw)))
        for frame in frames:
            text = json.dumps(frame).encode()
            stream.frame(1, text, text)
        lines = [json.loads(line) for line in log.getvalue().splitlines()]
        self.again = [line["seq"] for line in lines if "again" in line]
        self.beats = [line["heartbeat"] for line in lines if "heartbeat" in line]
        return [f.get("seq", f["type"]) for f in out], [line for line in lines if "fault" in line]

    @staticmethod
    def events(*seqs, stream="client:a"):
        return [{"type": "event", "stream": stream, "seq": seq} for seq in seqs]

    heartbeat = [{"type": "heartbeat"}]

    def test_untouched(self):
        out, log = self.run_frames({}, self.events(1, 2, 3) + self.heartbeat)
        self.assertEqual(out, [1, 2, 3, "heartbeat"])
        self.assertEqual(log, [])

    def test_drop(self):
        out, log = self.run_frames({2: "drop"}, self.events(1, 2, 3))
        self.assertEqual(out, [1, 3])
        self.assertEqual((log[0]["kind"], log[0]["seq"]), ("drop", 2))

    def test_double(self):
        self.assertEqual(self.run_frames({2: "double"}, self.events(1, 2, 3))[0], [1, 2, 2, 3])

    def test_swap(self):
        out, log = self.run_frames({2: "swap"}, self.events(1, 2) + self.events(9, stream="user:b") + self.events(3, 4))
        self.assertEqual(out, [1, 9, 3, 2, 4])
        self.assertEqual((log[0]["seq"], log[0]["with"]), (2, 3))

    def test_swap_without_partner_is_made_later(self):
        out, log = self.run_frames({2: "swap"}, self.events(1, 2) + self.heartbeat + self.events(3, 4))
        self.assertEqual(out, [1, 2, "heartbeat", 4, 3])
        self.assertEqual(log[0]["seq"], 3)

    def test_last(self):
        out, log = self.run_frames({2: "last"}, self.events(1, 2, 3) + self.heartbeat + self.events(4))
        self.assertEqual(out, [1, 2, "heartbeat", 4])
        self.assertEqual((log[0]["kind"], log[0]["seq"]), ("last", 3))
        self.assertEqual(self.beats, [1])

    def test_what_is_sent_again_passes(self):
        out, log = self.run_frames({2: "drop"}, self.events(1, 2, 3) + self.events(2, 3))
        self.assertEqual(out, [1, 3, 2, 3])
        self.assertEqual(len(log), 1)

    def test_a_held_event_does_not_hold_what_is_sent_again(self):
        out, log = self.run_frames({2: "drop", 4: "last"}, self.events(1, 2, 3, 4) + self.events(2, 3) + self.heartbeat)
        self.assertEqual(out, [1, 3, 2, 3, "heartbeat"])
        self.assertEqual([(line["kind"], line["seq"]) for line in log], [("drop", 2), ("last", 4)])

    def test_a_held_event_that_is_sent_again_is_not_harmed(self):
        for kind in ("swap", "last"):
            out, log = self.run_frames({2: "drop", 4: kind}, self.events(1, 2, 3, 4) + self.events(2, 3, 4) + self.heartbeat)
            self.assertEqual(out, [1, 3, 2, 3, 4, "heartbeat"])
            self.assertEqual(len(log), 1)
            self.assertEqual(self.again, [2])

    def test_every_fault_of_a_plan_is_made(self):
        plan = fault_proxy.plan_of(7, 300, 30000)
        self.assertEqual(len(plan), 300)
        self.assertEqual(plan, fault_proxy.plan_of(7, 300, 30000))
        frames = []
        for burst in range(320):
            frames += self.events(*range(burst * 100 + 1, burst * 100 + 101)) + self.heartbeat
        out, log = self.run_frames(plan, frames)
        self.assertEqual(len(log), 300)
        for kind in fault_proxy.KINDS:
            self.assertEqual(sum(line["kind"] == kind for line in log), 75)
        missing = {line["seq"] for line in log if line["kind"] in ("drop", "last")}
        self.assertEqual(set(range(1, 32001)) - set(out), missing)

    def test_frames(self):
        for length in (0, 125, 126, 65535, 65536):
            payload = b"x" * length
            if length < 126:
                head = bytes([0x81, length])
            elif length < 65536:
                head = bytes([0x81, 126]) + length.to_bytes(2, "big")
            else:
                head = bytes([0x81, 127]) + length.to_bytes(8, "big")
            raw = head + payload
            for cut in (1, 2, 3, len(raw) - 1):
                if cut < len(raw):
                    self.assertIsNone(fault_proxy.take_frame(bytearray(raw[:cut])))
            buffer = bytearray(raw + b"\x81")
            self.assertEqual(fault_proxy.take_frame(buffer), (1, payload, raw))
            self.assertEqual(buffer, b"\x81")


if __name__ == "__main__":
    unittest.main()
