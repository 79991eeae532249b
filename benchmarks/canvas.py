"""Frames of the real canvas: first picture, 200 pan steps and 60 zoom steps, with labels, offscreen.

    python benchmarks/canvas.py (--entries TABLE.csv | --n N) [--json]

Times are in milliseconds and belong to this machine at this moment: compare the ratio to `floor_ms` (filling and
labelling an empty picture of the same size in the same run), or runs side by side.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "src")]

from generate import invented  # noqa: E402
from PySide6.QtCore import QCoreApplication, QThreadPool  # noqa: E402
from PySide6.QtGui import QImage, QPainter  # noqa: E402
from PySide6.QtWidgets import QApplication, QScrollBar  # noqa: E402

from tijdlijn.analysis.findings import analyse  # noqa: E402
from tijdlijn.drawing.primitives import Text  # noqa: E402
from tijdlijn.drawing.styles import LIGHT  # noqa: E402
from tijdlijn.layout.measure import SCREEN  # noqa: E402
from tijdlijn.model.casebook import Case  # noqa: E402
from tijdlijn.model.views import Arrangement, View  # noqa: E402
from tijdlijn.render_qt.painter import Painter  # noqa: E402
from tijdlijn.ui.app import make_application  # noqa: E402
from tijdlijn.ui.controller import CaseController  # noqa: E402
from tijdlijn.ui.timeline_view.canvas import TimelineCanvas  # noqa: E402
from tijdlijn.ui.timeline_view.layouts import Asked, Layouts  # noqa: E402

SIZE = (1920, 1080)


class Book:
    """What the window's controller asks of a casebook to show a case, without a file."""

    def __init__(self, case: Case) -> None:
        self._case = case

    def case(self, _: str) -> Case:
        return self._case

    def view_in_use(self, _: str) -> View:
        return View()

    def saved_views(self, _: str) -> tuple[View, ...]:
        return ()

    def keep_view(self, case_id: str, view: View) -> None:
        """Nothing is kept: a measurement leaves nothing behind."""


def shown(app: QCoreApplication, case: Case) -> CaseController:
    """The controller of a case, when its findings are there."""
    controller = CaseController(Book(case), case.id)  # type: ignore[arg-type]  # as much of a casebook as is asked
    while controller.analysis is None:
        app.processEvents()
        QThreadPool.globalInstance().waitForDone()
    return controller


def at_rest(app: QCoreApplication, canvas: TimelineCanvas) -> None:
    """What a person gives the program between two turns of the wheel: time to make the next scales."""
    app.processEvents()
    while not canvas.is_ready:
        app.processEvents()


def timed(act: Callable[[], object]) -> float:
    start = time.perf_counter()
    act()
    return (time.perf_counter() - start) * 1000


def p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


def read_table(path: Path) -> Case:
    """The case of a table of entries, as the importer reads it."""
    from tempfile import TemporaryDirectory

    from tijdlijn.services.casebook import OpenCasebook
    from tijdlijn.services.importing import commit_import, plan_import, read_files

    with TemporaryDirectory() as folder, OpenCasebook.create(Path(folder) / "m.tijdlijn", "meting") as book:
        case_id = book.cases()[0].id
        commit_import(book, plan_import(book, case_id, read_files([path])))
        return book.case(case_id)


def measure(case: Case) -> dict[str, float]:
    app = QApplication.instance()
    assert app is not None
    analysis_ms = timed(lambda: analyse(case))
    controller = shown(app, case)
    case.timeline, case.bounds  # noqa: B018  # looked up once for a snapshot, whoever asks first
    asked = Asked(case, controller.analysis, Arrangement(), None, SIZE[0] - SCREEN.names, SIZE[1])
    layout_ms = timed(lambda: Layouts(asked).plan)
    gc.collect()
    picture = QImage(*SIZE, QImage.Format.Format_RGB32)
    canvas = TimelineCanvas(controller)

    def frame() -> None:
        painter = QPainter(picture)
        canvas.paint_on(painter)
        painter.end()

    def first() -> None:
        canvas.resize(*SIZE)
        canvas.show()
        canvas.fit()
        frame()

    first_ms = timed(first)
    return {
        "n": len(case.entries),
        "analysis_ms": analysis_ms,
        "layout_ms": layout_ms,
        "first_picture_ms": first_ms,
        **walk(canvas.horizontalScrollBar(), canvas.zoom, frame, lambda: at_rest(app, canvas)),
        "floor_ms": floor(picture),
        "rss_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def walk(
    bar: QScrollBar, zoom_by: Callable[[int], object], frame: Callable[[], None], rest: Callable[[], object]
) -> dict[str, float]:
    """200 pan steps and 60 zoom steps of a timeline that scrolls with a bar; `rest` is the time between two turns."""
    zoom_by(6)
    rest()

    def pan(step: int) -> None:
        bar.setValue((step * 37) % max(bar.maximum(), 1))
        frame()

    def zoom(step: int) -> None:
        zoom_by(1 if step % 20 < 10 else -1)
        frame()

    pans = [timed(lambda s=step: pan(s)) for step in range(200)]  # type: ignore[misc]
    zooms = []
    for step in range(60):
        rest()
        zooms.append(timed(lambda s=step: zoom(s)))  # type: ignore[misc]
    return {
        "pan_median_ms": statistics.median(pans),
        "pan_p95_ms": p95(pans),
        "zoom_median_ms": statistics.median(zooms),
        "zoom_p95_ms": p95(zooms),
        "worst_ms": max(pans + zooms),
    }


def floor(picture: QImage) -> float:
    """Filling the picture and drawing 240 prepared labels: what no timeline can be faster than."""
    labels = [Text(20 + (n % 6) * 300, 30 + (n // 6) * 25, f"label {n}", "label", 12) for n in range(240)]
    tool = Painter(LIGHT)

    def frame() -> None:
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), tool.colour("paper"))
        tool.paint(painter, labels)
        painter.end()

    frame()
    return statistics.median(timed(frame) for _ in range(40))


def main() -> None:
    parser = argparse.ArgumentParser(description="Frames of the timeline canvas.")
    parser.add_argument("--entries", type=Path)
    parser.add_argument("--n", type=int, default=600)
    parser.add_argument("--json", action="store_true")
    choice = parser.parse_args()
    app = make_application([sys.argv[0]])
    case = read_table(choice.entries) if choice.entries else invented(choice.n)
    found = measure(case)
    if choice.json:
        print(json.dumps({key: round(value, 2) for key, value in found.items()}))
    else:
        for key, value in found.items():
            ratio = f"   {value / found['floor_ms']:8.1f} × floor" if key.endswith("_ms") else ""
            print(f"{key:18}{value:10.2f}{ratio}")
    del app


if __name__ == "__main__":
    main()
