"""One row a target, printed as one table at the end: what was measured here, on both sides, in the same run."""

import statistics


class Table:
    def __init__(self):
        self.rows = []

    def add(self, name, what, ours, peer, ratio, target, verdict, why=""):
        """`why`: told where the target is not reached (or there is nothing to reach)."""
        self.rows.append((name, what, ours, peer, ratio, target, verdict, why))

    def judge(self, name, what, ours, peer, ratio, target, good, why=""):
        self.add(name, what, ours, peer, ratio, target, "reached" if good else "NOT REACHED", "" if good else why)

    def ratio(self, name, what, ours, theirs, form, target, more=True, why=""):
        """Rounds stood side by side: the ratio is the median of the rounds' own ratios, with the least and the greatest."""
        ratios = [a / b for a, b in zip(ours, theirs)]
        middle = statistics.median(ratios)
        good = middle >= target if more else middle <= target
        self.judge(name, what, form.format(statistics.median(ours)), form.format(statistics.median(theirs)),
                   f"{middle:.2f}x ({min(ratios):.2f}–{max(ratios):.2f})", f"{'>=' if more else '<='} {target:g}x", good, why)

    def print(self):
        heads = ("id", "what", "ours", "peer", "ratio", "target", "verdict")
        widths = [max(len(head), *(len(row[i]) for row in self.rows)) for i, head in enumerate(heads)]
        for cells in (heads, *self.rows):
            print("  ".join(cell.ljust(width) for cell, width in zip(cells, widths)).rstrip())
        for name, what, *_, verdict, why in self.rows:
            if why:
                print(f"{name}, {what}: {verdict}: {why}")
        judged = [row[6] for row in self.rows if row[6] in ("reached", "NOT REACHED")]
        print(f"{judged.count('reached')} of {len(judged)} targets reached")
