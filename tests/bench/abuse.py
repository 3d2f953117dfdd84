"""The abuse suite against the real foredeckd, over raw sockets: what a listener on the open internet meets. Each case says
what must come back; a case fails with the answer that came instead, with a connection that neither answers nor ends, or
with a server that has gone."""

import random
import socket
import struct
import time

PATIENCE = 10
SLOW_SOCKETS = 300
SLOW_SECONDS = 36
MUTANTS = 4000
MEGABYTE = 1024 * 1024


class Wrong(Exception):
    pass


class Peer:
    """One connection."""

    def __init__(self, port, patience=PATIENCE):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=patience)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.socket.close()

    def send(self, data):
        try:
            self.socket.sendall(data)
        except (BrokenPipeError, ConnectionResetError):
            pass  # it has ended the connection already: the answer tells

    def reset(self):
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.socket.close()

    def rest(self):
        """All bytes until the server ends the connection."""
        data = b""
        try:
            while piece := self.socket.recv(65536):
                data += piece
        except ConnectionResetError:
            pass
        except socket.timeout as late:
            raise Wrong(f"the connection hangs after {data[:80]!r}") from late
        return data

    def until(self, end):
        data = b""
        try:
            while end not in data:
                piece = self.socket.recv(65536)
                if not piece:
                    raise Wrong(f"ended after {data[:120]!r}")
                data += piece
        except socket.timeout as late:
            raise Wrong(f"waited in vain for {end!r}, got {data[:120]!r}") from late
        return data


def get(path, *headers, method="GET", version="HTTP/1.1", host="Host: t"):
    return "\r\n".join([f"{method} {path} {version}", *([host] if host else []), *headers, "", ""]).encode("latin-1")


def post(path, body, *headers):
    return get(path, f"Content-Length: {len(body)}", "Content-Type: application/json", *headers, method="POST") + body


def statuses(data):
    """Of each answer in the bytes: what stands after "HTTP/1.1 "."""
    return [int(part[:3]) for part in data.split(b"HTTP/1.1 ")[1:] if part[:3].isdigit()]


class Abuse:
    def __init__(self, port, webhook, alive):
        """`webhook(n)`: a whole signed request of the WhatsApp webhook; `alive()`: the server's process runs."""
        self.port = port
        self.webhook = webhook
        self.alive = alive

    def peer(self, patience=PATIENCE):
        return Peer(self.port, patience)

    def one(self, data):
        with self.peer() as peer:
            peer.send(data)
            return peer.rest()

    def expect(self, what, data, *allowed):
        """One answer with one of these statuses, and the end of the connection."""
        got = statuses(self.one(data))
        if len(got) != 1 or got[0] not in allowed:
            raise Wrong(f"{what}: answered {got}, not one of {allowed}")

    def login(self, email):
        return post("/api/v1/auth/login", b'{"email":"%s@nobody.example","password":"wrong-%s","device":"d"}' % (email.encode(), email.encode()))

    def goes_on(self):
        if not self.alive():
            raise Wrong("the server has gone")
        if b" 200 " not in self.one(get("/healthz", "Connection: close")):
            raise Wrong("the next client is not served")

    def sign_in(self, together):
        peers = [self.peer() for _ in range(together)]
        for number, peer in enumerate(peers):
            peer.send(self.login(f"together{number}"))
        for peer in peers:
            peer.until(b"}")
            peer.socket.close()

    # The cases.

    def disconnects_while_pending(self):
        for number in range(200):
            peer = self.peer()
            peer.send(self.webhook(number) if number % 4 else self.login(f"gone{number}"))
            (peer.reset if number % 2 else peer.socket.close)()
            with self.peer() as half:
                half.send(self.webhook(1000 + number)[:-20])

    def pipelined_in_order(self):
        with self.peer() as peer:
            peer.send(self.login("slow") + get("/healthz") + get("/api/v1/meta", "Connection: close"))
            data = peer.rest()
        order = [data.find(mark) for mark in (b'"status":401', b"ok\n", b'"server_id"')]
        if statuses(data) != [401, 200, 200] or order != sorted(order) or -1 in order:
            raise Wrong(f"the slow answer does not come first: {statuses(data)} {order}")

    def smuggling(self):
        inner = get("/healthz")
        size = f"Content-Length: {len(inner)}"
        chunked = "Transfer-Encoding: chunked"
        chunks = b"0\r\n\r\n" + inner
        for what, headers, body in (
            ("length and chunks", (size, chunked), chunks),
            ("chunks and length", (chunked, size), chunks),
            ("two lengths", ("Content-Length: 0", size), inner),
            ("two lengths in one", (f"Content-Length: 0, {len(inner)}",), inner),
            ("length -1", ("Content-Length: -1",), inner),
            ("length abc", ("Content-Length: abc",), inner),
            ("length +5", ("Content-Length: +5",), inner),
            ("length 2^63+5", ("Content-Length: 9223372036854775813",), inner),
            ("length 2^64+5", ("Content-Length: 18446744073709551621",), inner),
            ("coding and chunked", ("Transfer-Encoding: xchunked",), chunks),
            ("chunked twice", (chunked, chunked), chunks),
            ("blank before the colon", ("Transfer-Encoding : chunked",), chunks),
            ("negative chunk", (chunked,), b"-5\r\nhello\r\n" + chunks),
            ("chunk above 2^63", (chunked,), b"8000000000000005\r\nhello\r\n" + chunks),
            ("chunk of letters", (chunked,), b"zz\r\nhello\r\n" + chunks),
        ):
            self.expect(what, get("/webhooks/whatsapp", *headers, method="POST") + body, 400, 413, 501)

    def connection_ends_when_asked(self):
        self.expect("Connection: close", get("/healthz", "Connection: close"), 200)
        data = self.one(get("/healthz", version="HTTP/1.0"))
        if b" 200 " not in data[:15]:
            raise Wrong(f"HTTP/1.0: {data[:40]!r}")

    def continues(self):
        whole = self.webhook(5000)
        head, body = whole.split(b"\r\n\r\n", 1)
        with self.peer() as peer:
            peer.send(head + b"\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n")
            if b"HTTP/1.1 100" not in peer.until(b"\r\n\r\n"):
                raise Wrong("no 100 before the body")
            peer.send(body)
            if statuses(peer.rest()) != [200]:
                raise Wrong("the body that was waited for is not answered")

    def other_methods(self):
        data = self.one(get("/healthz", "Connection: close", method="HEAD"))
        if statuses(data) != [200] or not data.endswith(b"\r\n\r\n"):
            raise Wrong(f"HEAD: {data[-60:]!r}")
        self.expect("OPTIONS", get("/healthz", "Connection: close", method="OPTIONS"), 204)
        self.expect("DELETE", get("/healthz", "Connection: close", method="DELETE"), 405)

    def bad_headers(self):
        for what, data in (
            ("a line without a colon", get("/healthz", "no colon here")),
            ("NUL", get("/healthz", "X: a\0b")),
            ("HTTP/9.9", get("/healthz", version="HTTP/9.9")),
            ("no Host", get("/healthz", host="")),
            ("two Hosts", get("/healthz", "Host: u")),
            ("a folded line", get("/healthz", "X: a", " b")),
            ("a blank name", get("/healthz", ": a")),
            ("no request", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n"),
        ):
            self.expect(what, data, 400, 505)

    def twenty_megabytes_of_headers(self):
        with self.peer() as peer:
            peer.send(b"GET /healthz HTTP/1.1\r\nHost: t\r\n" + b"".join(b"X-%d: %s\r\n" % (i, b"x" * 1000) for i in range(20 * 1024)) + b"\r\n")
            got = statuses(peer.rest())
        if got not in ([], [400], [431]):  # a reset may overtake the answer while the rest is still being sent
            raise Wrong(f"answered {got}")

    def four_hundred_megabytes_of_body(self):
        piece = b"x" * MEGABYTE
        for what, head, frame in (
            ("length", get("/webhooks/whatsapp", f"Content-Length: {400 * MEGABYTE}", method="POST"), piece),
            ("chunks", get("/webhooks/whatsapp", "Transfer-Encoding: chunked", method="POST"), b"100000\r\n" + piece + b"\r\n"),
        ):
            with self.peer() as peer:
                peer.send(head)
                for _ in range(400):  # what comes after the refusal is thrown away, or the connection ended
                    peer.send(frame)
                got = statuses(peer.rest())
            if got not in ([], [413]):
                raise Wrong(f"{what}: answered {got}")
        self.expect("the header alone", get("/webhooks/whatsapp", f"Content-Length: {400 * MEGABYTE}", method="POST"), 413)

    def slow_sockets(self):
        peers = [self.peer() for _ in range(SLOW_SOCKETS)]
        for number, peer in enumerate(peers):
            peer.send(b"GET /healthz HTTP/1.1\r\nHost: t\r\nX-Slow: " if number % 2 else b"POST /webhooks/whatsapp HTT")
            peer.socket.setblocking(False)
        deadline = time.monotonic() + SLOW_SECONDS
        while peers and time.monotonic() < deadline:
            self.goes_on()
            peers = [peer for peer in peers if self.still_open(peer)]
            time.sleep(1)  # a byte now and then is what makes them slow; bounded by the deadline
        if peers:
            raise Wrong(f"{len(peers)} of {SLOW_SOCKETS} are still open after {SLOW_SECONDS} s")

    @staticmethod
    def still_open(peer):
        try:
            peer.socket.send(b"x")
            while peer.socket.recv(65536):
                pass
        except BlockingIOError:
            return True
        except OSError:
            pass
        peer.socket.close()
        return False

    def mutated_requests(self):
        chance = random.Random(20240611)
        seeds = [get("/healthz", "Accept: */*"), self.webhook(6000), self.login("m"), get("/api/v1/meta") + self.webhook(6001) + get("/nothing"),
                 get("/webhooks/whatsapp", "Transfer-Encoding: chunked", method="POST") + b"5;a=b\r\nhello\r\n6\r\n world\r\n0\r\nT: x\r\n\r\n",
                 get("/api/v1/events", "Upgrade: websocket", "Connection: Upgrade", "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==", "Sec-WebSocket-Version: 13")
                 + b"\x81\x85\0\0\0\0hello\x88\x82\0\0\0\0\x03\xe8"]
        answered = 0
        for number in range(MUTANTS):
            data = mutated(seeds[number % len(seeds)], chance)
            with self.peer() as peer:
                peer.send(data)
                try:
                    peer.socket.shutdown(socket.SHUT_WR)
                except OSError:
                    pass
                try:
                    got = statuses(peer.rest())
                except Wrong as hangs:
                    raise Wrong(f"number {number}: {hangs}: {data[:200]!r}") from hangs
            answered += bool(got)
            if any(status >= 500 and status not in (501, 503, 505) for status in got):
                raise Wrong(f"number {number}: answered {got}: {data[:200]!r}")
        if answered < MUTANTS / 2:
            raise Wrong(f"only {answered} were answered at all: the mutants test nothing")


def mutated(data, chance):
    data = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(max(1, len(data)))
        length = min(chance.randrange(24), len(data) - at)
        special = b"\0\r\n :;,%\x7f\xff\t0/-"[chance.randrange(15):][:1]
        kind = chance.randrange(6)
        if kind == 0 and data:
            data[at] = chance.randrange(256)
        elif kind == 1 and data:
            data[at:at + 1] = special
        elif kind == 2:
            data[at:at] = special
        elif kind == 3:
            del data[at:at + length]
        elif kind == 4:
            to = chance.randrange(max(1, len(data)))
            data[to:to] = data[at:at + length]
        else:
            data[at:at] = bytes(data[at:at + 1]) * chance.randrange(2000)
    return bytes(data) or b"x"


CASES = (Abuse.disconnects_while_pending, Abuse.pipelined_in_order, Abuse.smuggling, Abuse.connection_ends_when_asked, Abuse.continues,
         Abuse.other_methods, Abuse.bad_headers, Abuse.twenty_megabytes_of_headers, Abuse.four_hundred_megabytes_of_body, Abuse.slow_sockets,
         Abuse.mutated_requests)
# In these the server hashes passwords, which takes memory by design (Argon2id) whoever asks: as for so many sign-ins at once.
# Those of clients that have gone are still being hashed in the case after.
HASHING = {Abuse.disconnects_while_pending: 8, Abuse.pipelined_in_order: 8, Abuse.mutated_requests: 1}


def run(abuse, peak):
    """(case, None or what was wrong, MiB of memory above what is due), one after the other; after each the server must serve
    the next client. `peak(act)`: does it, and tells the process's highest memory meanwhile in MiB."""
    due = {together: peak(lambda together=together: abuse.sign_in(together)) for together in (8, 1)}
    due[0] = peak(abuse.goes_on)
    for case in CASES:
        wrongs = []

        def act(case=case, wrongs=wrongs):
            try:
                case(abuse)
                abuse.goes_on()
            except (Wrong, OSError) as problem:
                wrongs.append(str(problem))

        highest = peak(act)
        yield case.__name__.replace("_", " "), wrongs[0] if wrongs else None, highest - due[HASHING.get(case, 0)]
        if not abuse.alive():
            return
