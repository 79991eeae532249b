"""Our canvas beside other timelines: the same invented entries, labels on, 1920×1080, offscreen, the same steps.

    python benchmarks/peers.py [--n N ...] [--runs RUNS] [--vis FOLDER] [--json]
    python benchmarks/peers.py --growth [--runs RUNS] [--json]

Every measurement is a process of its own, in turns, and the least of some runs counts. `scene` and `relaid` are Qt's
own QGraphicsScene (`peers_scene.py`); `vis` is vis-timeline, when its unpacked npm package is given and
QtWebEngine is there (`peers_vis.py`). `shown` is the share of the entries of the time in view that the picture
draws or counts, `overlapping` the number of labels in it that touch another: for the whole life, and 2.8 times closer.
"""

from __future__ import annotations

import argparse
import gc
import json
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import canvas  # finds the checkout's own sources
from canvas import SIZE
from generate import invented
from PySide6.QtWidgets import QApplication

from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.primitives import Group, Primitive, Text, flatten
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.extents import life_extent
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.timeline import Timeline
from tijdlijn.model.casebook import Case
from tijdlijn.model.views import Arrangement
from tijdlijn.ui.app import make_application
from tijdlijn.ui.timeline_view.layouts import Asked, Layouts, stepped

OURS, SCENES, BROWSED = "tijdlijn", ("scene", "relaid"), "vis"
TIMES = ("first_picture_ms", "pan_median_ms", "pan_p95_ms", "zoom_median_ms", "zoom_p95_ms")
GROWTH = (1_000, 10_000, 100_000)
PATIENCE = 400
"""Seconds after which a measurement is given up."""
ROOM = SIZE[0] - SCREEN.names

Rect = tuple[float, float, float, float]
Seen = tuple[float, list[Rect]]
Figures = dict[str, Any]


# In the process that is measured


def measure(name: str, case: Case, vis: Path | None) -> Figures:
    """The figures of one timeline. `views` becomes what is shown, and which labels overlap."""
    if name == OURS:
        found = canvas.measure(case) | {"views": list(our_views(case))}
    elif name in SCENES:
        found = scene(case, name == "relaid")
    else:
        from peers_vis import measure as browse

        assert vis is not None
        found = browse(case, vis)
    views: list[Seen] = found.pop("views", [])
    return found | {"shown": [share for share, _ in views], "overlapping": [overlapping(labels) for _, labels in views]}


def our_views(case: Case) -> Iterator[Seen]:
    """What the canvas shows of the whole life, and closer."""
    layouts = Layouts(Asked(case, analyse(case), Arrangement(), None, ROOM, SIZE[1]))
    fitting = layouts.fitting(ROOM)
    middle = layouts.life[0] + ROOM / 2 / fitting
    for scale in (fitting, stepped(fitting, 6, layouts.smallest(ROOM))):
        yield our_view(layouts.at(scale), middle)


def our_view(timeline: Timeline, middle: float) -> Seen:
    """What a timeline shows around a day."""
    x, top = timeline.axis.x(middle), timeline.header_height
    window = x - ROOM / 2, x + ROOM / 2
    low, high = (timeline.axis.day(edge) for edge in window)
    drawn = [
        item for item in timeline.draw_entries(window, top) if not isinstance(item, Group) or item.bounds[1] < SIZE[1]
    ]
    ids = {id_ for item in drawn if isinstance(item, Group) for id_ in told(timeline, item)}
    bounds = timeline.case.bounds
    touching = {id_ for id_, b in bounds.items() if b.start_min < high and max(b.end_max, b.start_max) + 1 > low}
    return len(ids & touching) / max(len(touching), 1), list(rects([*drawn, *timeline.draw_header(window, 0.0)]))


def told(timeline: Timeline, item: Group) -> tuple[str, ...]:
    """The entries that a group draws or counts."""
    kind, _, id_ = item.id.partition(":")
    bundle = timeline.bundle_at(item.id) if kind == "bundle" else None
    return bundle.ids if bundle else (id_,)


def rects(items: list[Primitive]) -> Iterator[Rect]:
    """Where the texts of a drawing lie."""
    for item in flatten(items):
        if isinstance(item, Text):
            width = text_width(item.text, item.size, item.face)
            yield item.x, item.y - 0.8 * item.size, item.x + width, item.y + 0.2 * item.size


def overlapping(labels: list[Rect], slack: float = 1.0) -> int:
    """How many labels lie over another by more than a pixel."""
    struck: set[int] = set()
    active: list[int] = []
    for index in sorted(range(len(labels)), key=lambda i: labels[i][0]):
        left, top, right, bottom = labels[index]
        active = [other for other in active if labels[other][2] > left + slack]
        for other in active:
            if labels[other][1] < bottom - slack and labels[other][3] > top + slack and right > left + slack:
                struck |= {index, other}
        active.append(index)
    return len(struck)


def scene(case: Case, relaid: bool) -> Figures:
    """The figures of a QGraphicsScene; every figure is of the window as it is, which scrolls what it has painted."""
    from peers_scene import Peer

    app = QApplication.instance()
    assert app is not None
    first, last = life_extent(case)
    scale = ROOM / (last + 1 - first)
    case.bounds  # noqa: B018  # looked up once for a snapshot, as ours does before it is timed
    gc.collect()
    made: list[Peer] = []

    def show() -> None:
        made.append(Peer(case, scale, relaid))
        made[0].resize(*SIZE)
        made[0].show()
        while not made[0].painted:
            app.processEvents()

    first_ms = canvas.timed(show)
    peer = made[0]
    views = [peer.seen()]
    painted = peer.painted
    peer.zoom(6)
    peer.frame()
    views.append(peer.seen())
    peer.zoom(-6)
    found = canvas.walk(peer.horizontalScrollBar(), peer.zoom, peer.frame, app.processEvents)
    assert peer.painted - painted > 200, "a frame was not painted"
    return {"first_picture_ms": first_ms, **found, "views": views}


def child(name: str, count: int, vis: Path | None) -> None:
    """Measure one timeline and print its figures."""
    if name == BROWSED:
        from peers_vis import prepare

        prepare()
    app = make_application([sys.argv[0]])
    print(json.dumps(measure(name, invented(count), vis)))
    del app


# In the process that measures


def run(name: str, count: int, vis: Path | None) -> Figures:
    """The figures that a process of its own prints; none when it takes too long."""
    words = [sys.executable, __file__, "--one", name, "--n", str(count), *(["--vis", str(vis)] if vis else [])]
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return {}
    found: Figures = json.loads(done.stdout)
    return found


def least(runs: list[Figures]) -> Figures:
    """The least of every time; what is not a time is the same in every run."""
    return {name: min(one[name] for one in runs if name in one) for name in dict.fromkeys(chain(*runs))}


def compare(names: list[str], count: int, runs: int, vis: Path | None) -> dict[str, Figures]:
    """All timelines at one size, in turns, so that a busy moment strikes all alike."""
    found: dict[str, list[Figures]] = {name: [] for name in names}
    for turn in range(runs):
        for name in names:
            if not turn or found[name][0]:
                found[name].append(run(name, count, vis))
    return {name: least(ran) for name, ran in found.items()}


def print_table(count: int, found: dict[str, Figures]) -> None:
    """Times in milliseconds with their ratio to ours, and on which side a peer is better."""
    ours, better = found[OURS], []
    print(f"\n{count:,} entries".ljust(16) + "".join(f"{time.removesuffix('_ms'):>20}" for time in TIMES))
    for name, figures in found.items():
        cells = "".join(cell(figures.get(time), ours[time]) for time in TIMES)
        shown = " / ".join(f"{share:.0%}" for share in figures.get("shown", ()))
        over = " / ".join(str(number) for number in figures.get("overlapping", ()))
        print(f"{name:16}{cells}   shown {shown}, overlapping {over} {figures.get('problem', '')}")
        better += [
            f"{name}: {time.removesuffix('_ms')}" for time in TIMES if figures.get(time, ours[time]) < ours[time]
        ]
    print("better than ours: " + (", ".join(better) or "none"))


def cell(time: float | None, ours: float) -> str:
    """A time with its ratio to ours."""
    return f"{'not in time':>20}" if time is None else f"{time:11.1f} ({time / ours:5.2f}×)"


def print_growth(found: dict[int, Figures]) -> None:
    """What a frame costs at each size as a ratio to the smallest; the goal is 1.5 at most."""
    first = found[GROWTH[0]]
    for count, figures in found.items():
        cells = "".join(f"{time}{figures[time]:9.1f} ({figures[time] / first[time]:5.2f}×)   " for time in TIMES[1:])
        print(f"{count:9,}  {cells}")


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description="Our canvas beside other timelines.")
    parser.add_argument("--n", type=int, nargs="+", default=[600, 10_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--vis", type=Path, help="the unpacked npm package of vis-timeline; needs QtWebEngine")
    parser.add_argument("--growth", action="store_true", help="only ours, at 1,000, 10,000 and 100,000 entries")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    choice = parser.parse_args()
    if choice.one:
        child(choice.one, choice.n[0], choice.vis)
        return
    sizes = GROWTH if choice.growth else choice.n
    names = [OURS] if choice.growth else [OURS, *SCENES, *([BROWSED] if choice.vis else [])]
    found = {}
    for count in sizes:
        found[count] = compare(names, count, choice.runs, choice.vis)
        if not (choice.json or choice.growth):
            print_table(count, found[count])
    if choice.json:
        print(json.dumps(found))
    elif choice.growth:
        print_growth({count: figures[OURS] for count, figures in found.items()})


if __name__ == "__main__":
    main()
