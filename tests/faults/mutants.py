"""Seeded mutations of request bodies and frames: bytes, and the structure of JSON and forms. Half of them stay well formed,
so that they get past the parser and try what is behind it."""

import copy
import json
import random
import urllib.parse

HOSTILE = ["", "\x00", "a\x00b", "\u202e\u2066evil\u2069", "<b>x</b><script>1</script>", "%s%n", "' OR 1=1 --", "\ufeff", "🙏" * 50, "\n" * 400,
           "x" * 70000, "۱۲۳", "\u0301" * 500, "+1305555", "+" + "9" * 40, "2026-02-30T25:61:00Z", "../../etc/passwd", "null", "NaN"]
VALUES = [None, True, False, 0, -1, 1e308, 2**63, -(2**63), 2**70, 0.1, [], {}, [[]], {"": ""}]


def nested(depth):
    return "[" * depth + "]" * depth


class Mutator:
    def __init__(self, seed):
        self.dice = random.Random(seed)

    def body(self, base):
        """Bytes made from `base`: a JSON value, or a dict of form fields under the key "form"."""
        if isinstance(base, dict) and set(base) == {"form"}:
            return self.form(base["form"])
        if self.dice.random() < 0.5:
            return self.structure(base)
        return self.bytes(json.dumps(base, ensure_ascii=self.dice.random() < 0.5).encode())

    def structure(self, base):
        value = json.loads(json.dumps(base))
        for _ in range(self.dice.randint(1, 3)):
            value = self.change(value)
        text = json.dumps(value, ensure_ascii=self.dice.random() < 0.5)
        return text.encode("utf-8", "surrogatepass")

    def change(self, value):
        """One change somewhere below."""
        if isinstance(value, dict) and value and self.dice.random() < 0.85:
            key = self.dice.choice(sorted(value))
            if self.dice.random() < 0.75:
                value[key] = self.change(value[key])
            elif self.dice.random() < 0.5:
                del value[key]
            else:
                value[self.dice.choice(HOSTILE[:18]) + key] = value[key]
            return value
        if isinstance(value, list) and value and self.dice.random() < 0.85:
            index = self.dice.randrange(len(value))
            if self.dice.random() < 0.8:
                value[index] = self.change(value[index])
            else:
                value += value * self.dice.choice([1, 5])
            return value
        if isinstance(value, str) and self.dice.random() < 0.6:
            return self.dice.choice([value + self.dice.choice(HOSTILE), self.dice.choice(HOSTILE), value[::-1], value * 3, value[: len(value) // 2]])
        return copy.deepcopy(self.dice.choice(VALUES + HOSTILE))

    def bytes(self, data):
        data = bytearray(data)
        for _ in range(self.dice.randint(1, 4)):
            kind = self.dice.randrange(7)
            at = self.dice.randrange(len(data) + 1)
            if kind == 0 and data:
                data[at % len(data)] = self.dice.randrange(256)
            elif kind == 1:
                data[at:at] = bytes(self.dice.randrange(256) for _ in range(self.dice.randint(1, 8)))
            elif kind == 2:
                del data[at : at + self.dice.randint(1, 30)]
            elif kind == 3:
                data[at:at] = data[at : at + self.dice.randint(1, 200)]
            elif kind == 4:
                data[at:at] = self.dice.choice([b"\\ud800", b"\\u0000", b"\xed\xa0\x80", b"\xc0\xaf", b"\xff", b"\\", b'"', b"{", b"]", b"1e999", b","])
            elif kind == 5:
                data[at:at] = nested(self.dice.choice([2, 33, 40, 2000])).encode()
            else:
                del data[at:]
        return bytes(data)

    def form(self, fields):
        pairs = [(name, value) for name, value in fields.items()]
        for _ in range(self.dice.randint(1, 3)):
            index = self.dice.randrange(len(pairs))
            name, value = pairs[index]
            kind = self.dice.randrange(4)
            if kind == 0:
                pairs[index] = (name, value + self.dice.choice(HOSTILE))
            elif kind == 1:
                pairs[index] = (name, self.dice.choice(HOSTILE))
            elif kind == 2 and len(pairs) > 1:
                del pairs[index]
            else:
                pairs.insert(index, (name + self.dice.choice(["", "2", "\x00", "é"]), value))
        return dict(form=pairs)


def encode_form(pairs):
    return urllib.parse.urlencode(pairs, errors="surrogatepass").encode()
