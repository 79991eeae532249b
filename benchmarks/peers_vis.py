"""vis-timeline in the browser of Qt, offline: writes a page with the entries, and reads its figures.

Needs QtWebEngine (PySide6-Addons, beside the Essentials that the program has) and the files of the package.
"""

from __future__ import annotations

import json
import os
from datetime import UTC, date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from canvas import SIZE
from PySide6.QtCore import QTimer, QUrl
from PySide6.QtWidgets import QApplication

from tijdlijn.layout.extents import life_extent
from tijdlijn.layout.lanes import LANE_OF, LANES
from tijdlijn.model.casebook import Case

SCRIPT, STYLE = "standalone/umd/vis-timeline-graph2d.min.js", "styles/vis-timeline-graph2d.min.css"
PATIENCE = 90
"""Seconds after which it is given up, with the figures that are there by then."""


def prepare() -> None:
    """What the browser must know before there is an application; without its sandbox it also runs as root."""
    os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")
    if os.geteuid() == 0:
        os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")
    import PySide6.QtWebEngineWidgets  # noqa: F401  # must come before the application


def measure(case: Case, package: Path) -> dict[str, Any]:
    """The figures of the page, as far as it comes in time."""
    with TemporaryDirectory() as folder:
        page = Path(folder) / "page.html"
        source = Path(__file__).with_name("peers_vis.html").read_text()
        for name, path in (("VIS_JS", SCRIPT), ("VIS_CSS", STYLE)):
            source = source.replace(name, (package / path).resolve().as_uri())
        page.write_text(source)
        (page.parent / "data.js").write_text(_data(case))
        found = _figures(page)
    if "seen" in found:
        found["views"] = [
            (min(shown / max(_touching(case, start, end), 1), 1.0), labels)
            for start, end, shown, labels in found.pop("seen")
        ]
    return found


def _figures(page: Path) -> dict[str, Any]:
    from PySide6.QtWebEngineWidgets import QWebEngineView

    app = QApplication.instance()
    assert app is not None
    view = QWebEngineView()
    found: dict[str, Any] = {}

    def read(text: str) -> None:
        found.update(json.loads(text))
        app.quit()

    def ask(title: str) -> None:
        if title == "done":
            view.page().runJavaScript("figures", 0, read)

    view.titleChanged.connect(ask)
    view.resize(*SIZE)
    view.load(QUrl.fromLocalFile(str(page)))
    view.show()
    QTimer.singleShot(PATIENCE * 1000, lambda: ask("done"))
    QTimer.singleShot(PATIENCE * 1200, app.quit)
    app.exec()
    return found


def _data(case: Case) -> str:
    items = []
    for entry in case.entries:
        if bounds := case.bounds.get(entry.id):
            item: dict[str, Any] = {"id": entry.id, "content": entry.title, "group": LANE_OF[entry.kind].key}
            item |= {"start": _millis(bounds.start_min), "type": "range" if entry.is_span else "point"}
            items.append(item | ({"end": _millis(max(bounds.end_max, bounds.start_max) + 1)} if entry.is_span else {}))
    groups = [{"id": lane.key, "content": lane.name} for lane in LANES]
    first, last = life_extent(case)
    given = {"items": items, "groups": groups, "first": _millis(first), "last": _millis(last + 1)}
    return "\n".join(f"const {name} = {json.dumps(value)};" for name, value in given.items())


def _millis(day: int) -> int:
    on = date.fromordinal(day)
    return int(datetime(on.year, on.month, on.day, tzinfo=UTC).timestamp() * 1000)


def _touching(case: Case, start: float, end: float) -> int:
    first, last = (datetime.fromtimestamp(at / 1000, UTC).date().toordinal() for at in (start, end))
    return sum(b.start_min <= last and max(b.end_max, b.start_max) >= first for b in case.bounds.values())
