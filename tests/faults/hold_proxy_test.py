#!/usr/bin/python3
"""The holding proxy holds what it was told to hold, loses it when cut, and lets it through when released."""

import os
import socket
import sys
import threading
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from hold_proxy import HoldProxy

REQUEST = b"GET / HTTP/1.1\r\n\r\n"
UPGRADE = b"GET / HTTP/1.1\r\nUpgrade: websocket\r\n\r\n"


class Case(unittest.TestCase):
    """Against a server that says "answer" to whatever comes, and notes it."""

    def setUp(self):
        self.server = socket.create_server(("127.0.0.1", 0))
        self.got = []
        self.came = threading.Condition()
        threading.Thread(target=self.serve, daemon=True).start()
        self.proxy = HoldProxy(self.server.getsockname()[1])

    def tearDown(self):
        self.proxy.end()
        self.server.close()

    def serve(self):
        while True:
            try:
                peer, _ = self.server.accept()
            except OSError:
                return
            threading.Thread(target=self.answer, args=(peer,), daemon=True).start()

    def answer(self, peer):
        while data := peer.recv(65536):
            with self.came:
                self.got.append(data)
                self.came.notify_all()
            peer.sendall(b"answer")
        peer.close()

    def connect(self, first=REQUEST):
        peer = socket.create_connection(("127.0.0.1", self.proxy.port))
        peer.settimeout(10)
        peer.sendall(first)
        return peer

    def arrived(self, count):
        with self.came:
            return self.came.wait_for(lambda: len(self.got) >= count, 10)

    def test_through(self):
        with self.connect() as peer:
            self.assertEqual(peer.recv(100), b"answer")
        self.assertEqual(self.got, [REQUEST])

    def test_answers_are_held_and_released(self):
        self.proxy.hold("answers")
        with self.connect() as peer, self.connect(UPGRADE) as live:
            self.assertTrue(self.arrived(2))
            self.assertEqual(live.recv(100), b"answer")
            peer.setblocking(False)
            self.assertRaises(BlockingIOError, peer.recv, 100)
            peer.settimeout(10)
            self.proxy.release()
            self.assertEqual(peer.recv(100), b"answer")

    def test_requests_are_held_and_lost_when_cut(self):
        self.proxy.hold("requests")
        with self.connect() as peer:
            with self.connect(UPGRADE) as live:
                self.assertEqual(live.recv(100), b"answer")
            self.proxy.cut()
            self.assertEqual(peer.recv(100), b"")
        self.proxy.release()
        with self.connect() as peer:
            self.assertEqual(peer.recv(100), b"answer")
        self.assertEqual(self.got, [UPGRADE, REQUEST])

    def test_events_are_held(self):
        self.proxy.hold("events")
        with self.connect(UPGRADE) as live, self.connect() as peer:
            self.assertEqual(peer.recv(100), b"answer")
            self.assertTrue(self.arrived(2))
            live.setblocking(False)
            self.assertRaises(BlockingIOError, live.recv, 100)

    def test_nobody_gets_through_a_cut_wire(self):
        self.proxy.cut()
        with self.connect() as peer:
            self.assertEqual(peer.recv(100), b"")
        self.assertEqual(self.got, [])


if __name__ == "__main__":
    unittest.main()
