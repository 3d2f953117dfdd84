"""The program under test: started as `./run` starts it, on a profile of its own, and ended in every way there is."""

import contextlib
import os
import signal
import subprocess
import time

import desktop
import first_minute_disk as disk
import first_minute_tree as tree
import house


class Console:
    """The program as `./run` starts it, on a profile of its own."""

    def __init__(self, desk, binaries, profile):
        self.desk, self.profile = desk, profile
        self.program = os.path.join(binaries, "foredeck")
        if not os.path.exists(self.program):
            house.skip(self.program + " is not built")
        self.process = None
        self.window = None

    def start(self, *options):
        """Milliseconds until the inbox is on the screen, read from the screen's memory."""
        began = time.monotonic()
        blank = {y: self.desk.screen.row(y) for y in range(80, 900, 40)}
        with open(self.profile + ".log", "ab") as log:
            self.process = subprocess.Popen([self.program, "--profile", self.profile, *options], stdout=log, stderr=log, stdin=subprocess.DEVNULL)

        def painted():
            changed = sum(self.desk.screen.row(y) != before for y, before in blank.items())
            return changed > len(blank) * 0.8 and len(self.desk.screen.colours(0, 60, 1600, 860, 9)) > 24
        house.wait_for("a painted window", painted, 30)
        ms = 1000 * (time.monotonic() - began)
        self.window = tree.Window(self.process.pid)
        house.wait_for("the window among the accessible ones", lambda: self.window.frame)
        return ms

    def signs_in(self, email, password):
        """With keys alone: the page begins in the e-mail, and Tab goes on."""
        window = self.window
        house.wait_for("the cursor in the e-mail", lambda: (lambda field: field is not None and field.name == "E-mail")(window.focused_text()))
        self.desk.type(email)
        self.desk.key("Tab")
        self.desk.type(password)
        self.desk.key("Return")
        window.find("push button", "Live", seconds=40)

    def on(self, name):
        """The same program on another profile."""
        return Console(self.desk, os.path.dirname(self.program), os.path.join(os.path.dirname(self.profile), name))

    def server(self, business="sample"):
        return disk.Store(os.path.join(self.profile, business, "server"))

    @contextlib.contextmanager
    def deaf_backend(self):
        """Meanwhile the backend on this computer takes nothing; what it is sent waits for it."""
        backend, = (pid for pid, name in desktop.children_of(self.process.pid).items() if name == "foredeckd")
        os.kill(backend, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(backend, signal.SIGCONT)

    def kill(self):
        """SIGKILL; every child is gone a little later."""
        children = desktop.children_of(self.process.pid)
        assert sorted(children.values()) == ["foredeck-traffic", "foredeckd"], children
        self.process.kill()
        self.process.wait()
        house.wait_for(f"the end of the children {children}", lambda: not any(desktop.is_alive(pid) for pid in children), 20)

    def quit(self, confirm=None):
        """Ctrl+Q; `confirm` presses what it asks."""
        children = desktop.children_of(self.process.pid)
        self.desk.key("ctrl+q")
        if confirm:
            confirm()
        assert self.process.wait(timeout=30) == 0
        assert not any(desktop.is_alive(pid) for pid in children), children

    def drop(self):
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(timeout=20)
