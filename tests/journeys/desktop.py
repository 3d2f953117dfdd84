"""A desktop for one test: an X screen that nobody sees, a window manager, a session bus without any keyring, real keys and
pictures of the screen. Standard library, Xvfb, openbox, xdotool, dbus-daemon and at-spi2-core."""

import ctypes
import mmap
import os
import shutil
import signal
import struct
import subprocess
import zlib

import house

NEEDED = ("Xvfb", "openbox", "xdotool", "dbus-daemon")
LAUNCHER = "org.a11y.Bus.service"
SERVICES = "/usr/share/dbus-1/services"

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={folder}</listen>
  <auth>EXTERNAL</auth>
  <servicedir>{folder}/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


def need_desktop():
    """Leaves with 77 and the reason where a part of the desktop is absent."""
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        house.skip("not installed: " + ", ".join(missing))
    if not os.path.exists(os.path.join(SERVICES, LAUNCHER)):
        house.skip("at-spi2-core is not installed")
    try:
        import pyatspi  # noqa: F401  (its bus is looked for at the first call, not now)
    except ImportError:
        house.skip("python3-pyatspi is not installed")


def end_with_parent():
    """In the child: no process is left behind, even when the test itself is killed."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)


class Screen:
    """The memory of the X screen, read while it is drawn on."""

    def __init__(self, path):
        with open(path, "rb") as file:
            self.memory = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        head = struct.unpack(">25I", self.memory[:100])
        self.width, self.height, self.stride = head[4], head[5], head[12]
        self.start = head[0] + head[19] * 12

    def row(self, y, left=0, width=None):
        """The pixels of a line, four bytes each: blue, green, red, nothing."""
        at = self.start + y * self.stride + left * 4
        return self.memory[at:at + (width or self.width - left) * 4]

    def colours(self, left, top, width, height, step=7):
        return {row[i:i + 3] for y in range(top, top + height, step) for row in (self.row(y, left, width),) for i in range(0, len(row), 4)}

    def has_near(self, box, rgb, reach=24):
        """Whether any pixel of the box (left, top, width, height) has nearly this colour."""
        left, top, width, height = box
        seen = self.colours(max(0, left), max(0, top), min(width, self.width - left), min(height, self.height - top), 1)
        return any(all(abs(pixel[2 - i] - rgb[i]) <= reach for i in range(3)) for pixel in seen)

    def save(self, path):
        lines = bytearray()
        for y in range(self.height):
            row = self.row(y)
            line = bytearray(3 * self.width)
            line[0::3], line[1::3], line[2::3] = row[2::4], row[1::4], row[0::4]
            lines += b"\0" + line

        def chunk(kind, data):
            return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        with open(path, "wb") as out:
            out.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(lines), 6)) + chunk(b"IEND", b""))


class Desktop:
    def __init__(self, folder, width=1600, height=1000):
        self.folder = folder
        self.size = f"{width}x{height}x24"
        self.running = []
        self.screen = None

    def __enter__(self):
        try:
            self.start()
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_):
        self.stop()

    def start(self):
        for name in ("home", "runtime", "services", "screen"):
            os.makedirs(os.path.join(self.folder, name), mode=0o700)
        shutil.copy(os.path.join(SERVICES, LAUNCHER), os.path.join(self.folder, "services", LAUNCHER))
        home = os.path.join(self.folder, "home")
        for name in [name for name in os.environ if name.startswith(("XDG_", "QT_", "LC_", "WAYLAND_", "FOREDECK_"))]:
            del os.environ[name]
        os.environ.update(HOME=home, LANG="C.UTF-8", XDG_RUNTIME_DIR=os.path.join(self.folder, "runtime"), GSETTINGS_BACKEND="memory",
                          QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_QPA_PLATFORM="xcb")
        shown, tell = os.pipe()
        self.spawn(["Xvfb", "-displayfd", str(tell), "-screen", "0", self.size, "-nolisten", "tcp", "-noreset", "-fbdir", os.path.join(self.folder, "screen")], pass_fds=(tell,))
        os.close(tell)
        with os.fdopen(shown) as number:
            os.environ["DISPLAY"] = ":" + number.readline().strip()
        self.screen = Screen(os.path.join(self.folder, "screen", "Xvfb_screen0"))
        config = os.path.join(self.folder, "bus.conf")
        with open(config, "w", encoding="utf-8") as out:
            out.write(BUS.format(folder=self.folder))
        bus = self.spawn(["dbus-daemon", "--config-file=" + config, "--nofork", "--print-address=1"], stdout=subprocess.PIPE)
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().decode().strip()
        self.spawn(["openbox", "--sm-disable"])
        # A window manager answers this; nobody else does.
        house.wait_for("the window manager", lambda: subprocess.run(["xdotool", "get_num_desktops"], capture_output=True, check=False).returncode == 0)

    def spawn(self, command, **more):
        log = open(os.path.join(self.folder, "desktop.log"), "ab")
        with log:
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stderr=log, preexec_fn=end_with_parent, **{"stdout": log, **more})
        self.running.append(process)
        return process

    def stop(self):
        while self.running:
            process = self.running.pop()
            if process.poll() is None:
                process.terminate()
            try:
                process.wait(timeout=10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
            if process.stdout:
                process.stdout.close()

    def key(self, *names):
        subprocess.run(["xdotool", "key", "--clearmodifiers", *names], check=True)

    def type(self, text):
        subprocess.run(["xdotool", "type", "--delay", "8", text], check=True)

    def click(self, box):
        """In the middle of (left, top, width, height)."""
        x, y = box[0] + box[2] // 2, box[1] + box[3] // 2
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], check=True)

    def point_away(self):
        subprocess.run(["xdotool", "mousemove", "2", "2"], check=True)


def children_of(pid):
    """{pid: program} of the direct children."""
    found = {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            with open(f"/proc/{entry}/stat", encoding="utf-8") as stat:
                parent = int(stat.read().rsplit(")", 1)[1].split()[1])
            with open(f"/proc/{entry}/cmdline", encoding="utf-8") as words:
                program = os.path.basename(words.read().split("\0")[0])
        except OSError:
            continue
        if parent == pid:
            found[int(entry)] = program
    return found


def is_alive(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="utf-8") as stat:
            return stat.read().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False

