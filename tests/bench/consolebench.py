"""The console's side of the bench: its start and its frames under a stream of events, on caches that its own writer made.
What each name means: bench.py."""

import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "journeys"))
import house  # noqa: E402

STARTS = 11  # of each program, interleaved; the first of each only warms
ACTIVE = 5000  # conversations that the events are about
SECONDS = {10_000: 5, 1_000: 10, 10: 20}
CONVERSATIONS = 1_000_000  # with one message each, where it is the list that is measured
LONG = (10_000, 1_000_000)  # messages of two conversations more
PAGES_NEED = 12 * 2**30  # bytes of free disk for these
LARGE_NEEDS = 30 * 2**30  # bytes of free disk for ten million messages


class Display:
    """A screen of its own by Xvfb and a message bus; offscreen where there is no Xvfb."""

    def __init__(self):
        self.processes = []
        self.environment = dict(os.environ, LC_ALL="C.UTF-8", QT_LOGGING_RULES="*.debug=false")
        self.environment.pop("WAYLAND_DISPLAY", None)
        if shutil.which("dbus-daemon"):
            self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.first_line(["dbus-daemon", "--session", "--nofork", "--print-address"])
        self.real = shutil.which("Xvfb") is not None
        if self.real:
            read, write = os.pipe()
            command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
            self.processes.append(subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL))
            os.close(write)
            with os.fdopen(read) as number:
                self.environment.update(DISPLAY=":" + number.readline().strip(), QT_QPA_PLATFORM="xcb")
        else:
            self.environment["QT_QPA_PLATFORM"] = "offscreen"
            print("No Xvfb: the windows are painted offscreen, without a window system.")

    def first_line(self, command):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.processes.append(process)
        return process.stdout.readline().strip()

    def close(self):
        for process in self.processes:
            process.terminate()
            process.wait(timeout=30)


def figures(text):
    return dict(part.split("=", 1) for part in text.split() if "=" in part)


class ConsoleBench:
    def __init__(self, binaries, rounds, table):
        self.binaries = binaries
        self.programs = os.path.join(binaries, "..", "tests", "bench")
        self.rounds = rounds
        self.table = table
        self.kept = os.environ.get("FOREDECK_BENCH_FOLDER")
        self.folder = self.kept or tempfile.mkdtemp(prefix="foredeck-bench-")
        self.store = None
        self.display = Display()
        self.runs = {}
        self.processor = {}

    def close(self):
        self.display.close()
        if not self.kept:
            shutil.rmtree(self.folder)

    def program(self, name):
        return os.path.join(self.programs, "bench_" + name)

    def run(self, name, *arguments):
        environment = dict(self.display.environment, BENCH_START_NS=str(time.monotonic_ns()))
        done = subprocess.run([self.program(name), *arguments], env=environment, capture_output=True, text=True, timeout=900, check=False)
        if done.returncode != 0 or "=" not in done.stdout:
            raise RuntimeError(f"bench_{name} ended with {done.returncode}: {done.stdout}{done.stderr}")
        return figures(done.stdout)

    def cache(self, messages, *shape):
        """A profile with so many messages in its cache, shaped as bench_fillcache is told; made once."""
        profile = os.path.join(self.folder, "-".join(["messages", *map(str, (messages, *shape))]))
        if not os.path.exists(profile + ".made"):
            shutil.rmtree(profile, ignore_errors=True)
            made = self.run("fillcache", profile, *map(str, (messages, *shape)))
            print(f"A cache of {int(made['messages']):,} messages, by the cache's writer: {made['seconds']} s, {float(made['rate']):,.0f} messages/s")
            with open(profile + ".made", "w", encoding="ascii"):
                pass
        return profile

    def backend_store(self):
        if not self.store:
            backend = house.Backend(self.binaries, tempfile.mkdtemp(dir=self.folder))
            backend.init(house.spec_of([house.client_spec("bench", "+13055550110", "1065", "AC" + "5a" * 16, 9, "https://hooks.example")]))
            self.store = backend.data
        return self.store

    def starts(self, sizes):
        """Interleaved starts: {"empty": [ms], messages: [ms]}; the processor's milliseconds of each go to self.processor."""
        profiles = {size: self.cache(size) for size in sizes}
        found = {"empty": [], **{size: [] for size in sizes}}
        for _ in range(STARTS):
            found["empty"].append(self.run("emptywindow"))
            for size, profile in profiles.items():
                found[size].append(self.run("start", profile, os.path.join(self.binaries, "foredeckd"), self.backend_store()))
        self.processor = {what: statistics.median(float(run["cpu_ms"]) for run in runs[1:]) for what, runs in found.items()}
        return {what: [float(run["content_ms"]) for run in runs[1:]] for what, runs in found.items()}

    def p4(self):
        found = self.starts([1_000_000])
        self.table.ratio("P4", "50 rows of a 1M cache on the screen / empty QMainWindow", found[1_000_000], found["empty"], "{:.0f} ms", 1.3, more=False,
                         why=f"until then the console takes {self.processor[1_000_000]:.0f} ms of processor time, the empty window {self.processor['empty']:.0f}: "
                             "all pages are built before the first paint, and the backend's child starts beside it")

    def p5(self):
        if shutil.disk_usage(self.folder).free < LARGE_NEEDS and not os.path.exists(os.path.join(self.folder, "messages-10000000.made")):
            self.table.add("P5", "the same with 10M / with 1M", "", "", "", "<= 1.1x", "not run", "ten million messages need 30 GB of free disk")
            return
        found = self.starts([1_000_000, 10_000_000])
        self.table.ratio("P5", "50 rows of a 10M cache / of a 1M cache", found[10_000_000], found[1_000_000], "{:.0f} ms", 1.1, more=False)

    def feed(self, rate, profile, conversations, active):
        run = self.run("live", profile, self.program("eventfeed"), str(rate), str(SECONDS[rate]), str(conversations), str(active))
        print(f"{rate}/s  " + " ".join(f"{name}={value}" for name, value in run.items()))
        return run

    def live(self, rate):
        """The runs of one rate; each rate is run once for all names."""
        if rate not in self.runs:
            profile = self.cache(1_000_000)
            self.runs[rate] = [self.feed(rate, profile, 100_000, ACTIVE) for _ in range(self.rounds)]
        return self.runs[rate]

    def middle(self, rate, name):
        return statistics.median(float(run[name]) for run in self.live(rate))

    def p16(self):
        for rate, part, told in ((10_000, "p50", "12 ms"), (10_000, "p99", "25 ms"), (10, "p50", ""), (10, "p99", "8 ms")):
            value = self.middle(rate, part)
            lost = sum(int(run["events"]) - int(run["painted"]) for run in self.live(rate))
            self.table.add("P16", f"event on the socket to its painted row, {rate:,}/s, {part}", f"{value:.1f} ms", "", "", told and "told: " + told, "told",
                           f"{lost} events were never painted" if lost else "")

    def stall(self):
        value = self.middle(1_000, "stall")
        parts = {name: self.middle(1_000, name) for name in ("late", "dispatch", "cpu")}
        self.table.judge("stall", "longest wait of the event loop at 1,000 events/s", f"{value:.1f} ms", "", "", "<= 16 ms", value <= 16,
                         f"the most expensive single event took {parts['cpu']:.1f} ms of processor time ({self.live(1_000)[0]['costly']}), "
                         f"{parts['dispatch']:.1f} ms by the clock; the machine woke a thread that only sleeps {parts['late']:.1f} ms late")

    def desk(self):
        """A million conversations and two long ones; None, told in the table, where the disk has no room for them."""
        shape = (CONVERSATIONS, 1, *LONG)
        made = os.path.join(self.folder, "-".join(["messages", *map(str, shape)]) + ".made")
        if shutil.disk_usage(self.folder).free < PAGES_NEED and not os.path.exists(made):
            return None
        return self.cache(*shape)

    def not_run(self, name, what, target):
        self.table.add(name, what, "", "", "", target, "not run", f"{CONVERSATIONS:,} conversations need {PAGES_NEED >> 30} GB of free disk")

    def p9(self):
        what = f"a page of 50 of {CONVERSATIONS:,} conversations, any depth"
        profile = self.desk()
        if not profile:
            self.not_run("P9", what, "<= 1 ms")
            return
        runs = [self.run("cachepages", profile) for _ in range(self.rounds)]
        print("pages  " + " ".join(f"{name}={value}" for name, value in runs[-1].items()))
        peer = [self.by_offset(profile, 900_000) for _ in range(self.rounds)]
        plain, narrowed = (statistics.median(float(run[name]) for run in runs) for name in ("p95", "narrowed_p95"))
        self.table.judge("P9", what + ", p95", f"{plain:.2f} ms", "", "", "<= 1 ms", plain <= 1)
        self.table.judge("P9", "the same under each filter and all of them", f"{narrowed:.2f} ms", "", "", "<= 1 ms", narrowed <= 1,
                         "a filter is asked of rows as they show, what has not left this computer included: up to 2,000 of them are read for a page")
        self.table.ratio("P9", "a page by key / by OFFSET 900,000, p95", [float(run["p95"]) for run in runs], peer, "{:.2f} ms", 0.05, more=False)

    def by_offset(self, profile, offset):
        """95th percentile in milliseconds of the same join and order, asked for by a number of rows to leave out."""
        caches = [os.path.join(folder, "cache.db") for folder, _, files in os.walk(profile) if "cache.db" in files]
        took = []
        with sqlite3.connect(f"file:{caches[0]}?mode=ro", uri=True) as store:
            view, scope = store.execute("SELECT view, scope FROM view_entry GROUP BY view, scope ORDER BY count(*) DESC LIMIT 1").fetchone()
            for _ in range(10):
                began = time.monotonic()
                rows = store.execute("SELECT c.*, l.* FROM view_entry e JOIN conversation c ON c.row = e.conversation LEFT JOIN lead l ON l.id = c.lead_id "
                                     "WHERE e.view = ? AND e.scope = ? ORDER BY e.rank DESC, e.conversation DESC LIMIT 50 OFFSET ?", (view, scope, offset)).fetchall()
                took.append((time.monotonic() - began) * 1000)
                assert len(rows) == 50
        return sorted(took)[int(0.95 * (len(took) - 1))]

    def pages(self):
        """The runs of bench_pages, once for all names; empty where there is no room for its cache."""
        if "pages" not in self.runs:
            profile = self.desk()
            self.runs["pages"] = [self.run("pages", profile, str(CONVERSATIONS), *map(str, LONG)) for _ in range(self.rounds)] if profile else []
            for run in self.runs["pages"]:
                print("pages  " + " ".join(f"{name}={value}" for name, value in run.items()))
        return self.runs["pages"]

    def of_pages(self, name):
        return [float(run[name]) for run in self.pages()]

    def p12(self):
        what = "a frame of the list while it scrolls"
        if not self.pages():
            self.not_run("P12", what, "<= 2x")
            return
        self.table.ratio("P12", what + ", p50 / a blank repaint and the rows into an image", self.of_pages("frame_p50"), self.of_pages("alone_p50"), "{:.2f} ms", 2, more=False)
        worst = statistics.median(self.of_pages("frame_p99"))
        self.table.judge("P12", what + ", p99", f"{worst:.2f} ms", "", "", "<= 8 ms", worst <= 8)

    def p13(self):
        what = "a frame of the list at 10,000 events/s"
        profile = self.desk()
        if not profile:
            self.not_run("P13", what, "<= 1.2x")
            return
        small = self.cache(1_000, 1)
        large, few = [], []
        for _ in range(self.rounds):
            few.append(self.feed(10_000, small, 1_000, 1_000))
            large.append(self.feed(10_000, profile, CONVERSATIONS, 1_000))
        middle = {name: [[float(run[name]) for run in runs] for runs in (large, few)] for name in ("frame_p50", "frame_p99")}
        self.table.ratio("P13", what + f", p50: {CONVERSATIONS:,} / 1,000 conversations", *middle["frame_p50"], "{:.2f} ms", 1.2, more=False)
        worst = statistics.median(middle["frame_p99"][0])
        self.table.judge("P13", what + f", {CONVERSATIONS:,} conversations, p99", f"{worst:.2f} ms", "", "", "<= 8 ms", worst <= 8)

    def p14(self):
        what = f"another view or filter of {CONVERSATIONS:,} conversations to its painted rows"
        if not self.pages():
            self.not_run("P14", what, "<= 16 ms")
            return
        middle, most = (statistics.median(self.of_pages(name)) for name in ("choice_p50", "choice_p95"))
        self.table.judge("P14", what + ", p50", f"{middle:.1f} ms", "", "", "<= 16 ms", middle <= 16)
        self.table.judge("P14", "the same, p95", f"{most:.1f} ms", "", "", "<= 16 ms", most <= 16)

    def p15(self):
        what = f"a conversation of {LONG[0]:,} messages opened to its painted end"
        if not self.pages():
            self.not_run("P15", what, "<= 20 ms")
            return
        middle, screen = (statistics.median(self.of_pages(name)) for name in ("open0", "laid_out"))
        self.table.judge("P15", what, f"{middle:.1f} ms", f"{screen:.1f} ms (that screen laid out)", f"{middle / screen:.2f}x", "<= 20 ms", middle <= 20)
        self.table.ratio("P15", f"the same with {LONG[1]:,} / with {LONG[0]:,}", self.of_pages("open1"), self.of_pages("open0"), "{:.1f} ms", 3, more=False)
