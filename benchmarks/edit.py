"""After an edit: from the verb to what is committed, painted, found and shown, in the real window, offscreen.

    python benchmarks/edit.py [ENTRIES ...] [--edits EDITS] [--json]

Each edit changes one entry of an encrypted casebook (its title, or its days) through the controller, as a key in the
inspector or a drag does. Per edit, in milliseconds since the verb was called: `committed`, when the verb has returned;
`painted`, when the picture of the new snapshot stands; `findings`, when its findings are there; `shown`, when every
part of the window has taken them and painted. Told are the median and the slowest but one in twenty.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "src")]

from PySide6.QtCore import QCoreApplication, QSettings  # noqa: E402
from start import PASSPHRASE, make  # noqa: E402

from tijdlijn.model.casebook import Case  # noqa: E402
from tijdlijn.model.dates import UncertainDate  # noqa: E402
from tijdlijn.model.entries import Entry  # noqa: E402
from tijdlijn.model.vocabulary import Kind, Shape  # noqa: E402
from tijdlijn.services import editing  # noqa: E402
from tijdlijn.services.casebook import OpenCasebook  # noqa: E402
from tijdlijn.ui.app import make_application  # noqa: E402
from tijdlijn.ui.main_window import MainWindow  # noqa: E402

GOAL_MS, GOAL_ENTRIES = 50, 600
SIZE = (1920, 1080)


class Editor:
    """Edits a case in a window that is shown, and notes what happened when."""

    def __init__(self, window: MainWindow) -> None:
        assert window.workspace
        self._space = window.workspace
        self._controller = window.workspace.controller
        self._began = 0.0
        self._found: dict[str, float] = {}
        self._controller.analysis_changed.connect(lambda: self._note("findings"))

    def wait(self) -> None:
        """Until nothing is left to be done."""
        while (
            self._controller.analysis is None
            or not self._space.canvas.is_ready
            or not self._space.has_made("inspector")
        ):
            QCoreApplication.processEvents()
        QCoreApplication.processEvents()

    def edit(self, entry: Entry) -> dict[str, float]:
        """Put an entry in the place of the one with its id."""
        self._found = {}
        self._began = time.perf_counter()
        self._controller.do(editing.change_entries, [entry])
        self._note("committed")
        self._space.canvas.viewport().repaint()
        self._note("painted")
        while "findings" not in self._found:
            QCoreApplication.processEvents()
        QCoreApplication.processEvents()
        self._note("shown")
        return self._found

    def _note(self, what: str) -> None:
        self._found.setdefault(what, (time.perf_counter() - self._began) * 1_000)


def edited(case: Case, number: int) -> Entry:
    """One of the entries of a case, with another title or with other days."""
    dated = [entry for entry in case.timeline if entry.kind.shape is not Shape.SPAN and entry.kind is not Kind.CONTACT]
    entry = dated[(number * 37) % len(dated)]
    if number % 2:
        return replace(entry, title=f"{entry.title} {number}")
    return replace(entry, date=UncertainDate.parse(f"{2010 + number % 10}-0{1 + number % 9}-14"))


def measure(folder: Path, count: int, edits: int) -> dict[str, float]:
    """The figures of one size."""
    file = folder / f"{count}.tijdlijn"
    make(file, count)
    window = MainWindow(QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat))
    window.resize(*SIZE)
    window.show()
    window.show_book(OpenCasebook.open(file, PASSPHRASE))
    assert window.workspace
    controller, editor = window.workspace.controller, Editor(window)
    editor.wait()
    found: list[dict[str, float]] = []
    for number in range(edits):
        entry = edited(controller.case, number)
        controller.select([entry.id])
        editor.wait()
        found.append(editor.edit(entry))
    window.close()
    told: dict[str, float] = {"n": count}
    for name in ("committed", "painted", "findings", "shown"):
        times = sorted(one[name] for one in found[2:])
        told[f"{name}_median_ms"] = round(statistics.median(times), 1)
        told[f"{name}_p95_ms"] = round(times[int(len(times) * 0.95)], 1)
    return told


def main() -> None:
    """Measure every size asked for."""
    parser = argparse.ArgumentParser(description="From an edit to what is right and shown.")
    parser.add_argument("entries", type=int, nargs="*", default=[600, 10_000])
    parser.add_argument("--edits", type=int, default=42)
    parser.add_argument("--json", action="store_true")
    choice = parser.parse_args()
    app = make_application([sys.argv[0]])
    with tempfile.TemporaryDirectory() as folder:
        results = [measure(Path(folder), count, choice.edits) for count in choice.entries]
    if choice.json:
        print(json.dumps(results))
    else:
        for found in results:
            goal = found["shown_p95_ms"] / GOAL_MS if found["n"] == GOAL_ENTRIES else 0
            print(f"{found['n']} entries" + (f": {goal:.2f} of what is allowed" if goal else ""))
            for name, value in found.items():
                print(f"  {name:24}{value:10.1f}") if name != "n" else None
    del app


if __name__ == "__main__":
    main()
