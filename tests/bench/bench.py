#!/usr/bin/python3
"""What Foredeck costs on this machine beside what others cost, in one run: rounds interleaved, medians, ratios, targets.

  bench.py SOURCE BINARIES [NAMES [ROUNDS]]

The backend beside FastAPI (uvicorn, uvloop, httptools; the sources are in peers/):
B1     authenticated GET of a conversation        wrk, 64 connections; the peers answer the same JSON from memory
B2     Meta webhook to SQLite, synchronous FULL   5 % duplicates, an empty store before each run, HMACs computed beforehand
B6     fan-out of one event to 2,000 sockets      from the POST to the last socket; memory a socket
B7     memory at rest                             PSS of the process with its store open
B10    the abuse suite over raw sockets           crashes, wrong answers and hangs, memory: abuse.py

The console, its real window over a real cache, on Xvfb:
P4     start to fifty painted rows of a cache of a million messages / an empty QMainWindow, warm
P5     the same with ten million messages / with one
P9     a page of the inbox's list at any depth of a million conversations, under every filter / by OFFSET
P12    a frame of that list while it scrolls / what its rows cost by themselves
P13    a frame of it at 10,000 events a second, with a million conversations / with a thousand
P14    another view or filter of it, to its painted rows
P15    a conversation of 10,000 messages opened, to its painted end; one of a million / of 10,000
P16    event on the socket to its painted row, at 10,000 and at 10 events a second (told, not judged)
stall  longest wait of the event loop during 1,000 events a second

FOREDECK_BENCH_FOLDER names a folder in which the filled caches stay for the next run.
Only the ratios mean something elsewhere: both sides ran here, seconds apart."""

import os
import resource
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
from backendbench import BackendBench  # noqa: E402
from consolebench import ConsoleBench  # noqa: E402
from servers import end_all  # noqa: E402
from table import Table  # noqa: E402

BACKEND = ("B1", "B2", "B6", "B7", "B10")
CONSOLE = ("P4", "P5", "P9", "P12", "P13", "P14", "P15", "P16", "stall")


def main(_source, binaries, names=",".join(BACKEND + CONSOLE), rounds="3"):
    wanted = names.split(",")
    unknown = [name for name in wanted if name not in BACKEND + CONSOLE]
    if unknown:
        print(f"There is no {', '.join(unknown)}; there are {', '.join(BACKEND + CONSOLE)}.", file=sys.stderr)
        return 2
    limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(limit, 20000), limit))
    table = Table()
    backend = BackendBench(binaries, int(rounds), table)
    try:
        for name in BACKEND:
            if name in wanted:
                with tempfile.TemporaryDirectory() as folder:
                    getattr(backend, name.lower())(folder)
    finally:
        end_all()
    if any(name in wanted for name in CONSOLE):
        console = ConsoleBench(binaries, int(rounds), table)
        try:
            for name in CONSOLE:
                if name in wanted:
                    getattr(console, name.lower())()
        finally:
            console.close()
    print()
    table.print()
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
