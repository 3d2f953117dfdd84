"""A proxy in front of a backend that can stop on its word: requests, answers or events are held where they are, or the wire
is cut. So a test can leave a console in a state for as long as it needs to look at it."""

import socket
import threading

LANES = ("requests", "answers", "events")


class HoldProxy:
    def __init__(self, server_port):
        self.server_port = server_port
        self.changed = threading.Condition()
        self.held = set()
        self.isolated = False
        self.pairs = set()
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def hold(self, *lanes):
        with self.changed:
            self.held |= set(lanes)

    def cut(self):
        """Whoever is connected loses the wire, with what was held on it; nobody gets through until release()."""
        with self.changed:
            self.isolated = True
            pairs = list(self.pairs)
            self.changed.notify_all()
        for pair in pairs:
            self.close(pair)

    def release(self):
        with self.changed:
            self.held.clear()
            self.isolated = False
            self.changed.notify_all()

    def end(self):
        self.cut()
        self.listener.close()

    def accept(self):
        while True:
            try:
                console, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.serve, args=(console,), daemon=True).start()

    def serve(self, console):
        try:
            head = self.head(console)
            with self.changed:
                if self.isolated or not head:
                    raise ConnectionError
            server = socket.create_connection(("127.0.0.1", self.server_port), timeout=10)
            server.settimeout(None)
        except OSError:
            console.close()
            return
        pair = (console, server)
        with self.changed:
            self.pairs.add(pair)
        is_socket = b"upgrade: websocket" in head.lower()
        threading.Thread(target=self.pump, args=(pair, server, console, "events" if is_socket else "answers", b""), daemon=True).start()
        self.pump(pair, console, server, None if is_socket else "requests", head)

    @staticmethod
    def head(console):
        head = b""
        while b"\r\n\r\n" not in head:
            data = console.recv(65536)
            if not data:
                return b""
            head += data
        return head

    def pump(self, pair, source, sink, lane, first):
        data = first
        try:
            while data or (data := source.recv(65536)):
                with self.changed:
                    self.changed.wait_for(lambda: lane not in self.held or pair not in self.pairs)
                    if pair not in self.pairs:
                        return
                sink.sendall(data)
                data = b""
        except OSError:
            pass
        finally:
            self.close(pair)

    def close(self, pair):
        with self.changed:
            if pair not in self.pairs:
                return
            self.pairs.discard(pair)
            self.changed.notify_all()
        for end in pair:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                pass
            end.close()
