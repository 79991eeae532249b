"""From the start of the process to the painted timeline of an encrypted casebook, and to its findings.

    python benchmarks/start.py [ENTRIES ...] [--runs RUNS] [--json]

Every figure is of a process of its own that does what `tijdlijn FILE --key-file KEY` does, offscreen; the fastest of
some runs counts, in milliseconds from the moment at which the process was asked for. `painted` and `findings` leave
the key apart (it is there at once), `with_key` derives it. `floor` is a process that shows an empty window of Qt.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src")]
BEGAN, KEY = "TIJDLIJN_BEGAN", "TIJDLIJN_KEY"
PASSPHRASE = "voorbeeld"
GOALS_MS = {600: 600, 10_000: 700, 100_000: 1_500}


def since_start() -> float:
    """Milliseconds since the measuring process asked for this one."""
    return (time.time() - float(os.environ[BEGAN])) * 1_000


# In the process that is measured


class AfterImport:
    """Does something with a module as soon as the program imports it, and imports nothing earlier than it would."""

    def __init__(self, acts: dict[str, Callable[[Any], None]]) -> None:
        self._acts = acts

    def find_spec(self, name: str, path: Any = None, target: ModuleType | None = None) -> ModuleSpec | None:
        if name not in self._acts:
            return None
        spec = PathFinder.find_spec(name, path, target)
        assert spec
        assert spec.loader
        run = spec.loader.exec_module

        def run_and_act(module: ModuleType) -> None:
            run(module)
            self._acts[name](module)

        spec.loader.exec_module = run_and_act  # type: ignore[method-assign]
        return spec


def child(file: str, key_file: str) -> None:
    """Run the program on a file, note what happened when, and close its window."""
    found: dict[str, float] = {}

    def watch_painting(module: Any) -> None:
        original = module.TimelineCanvas.paintEvent

        def painted(canvas: Any, event: Any) -> None:
            original(canvas, event)
            if "painted" not in found and next(iter(canvas.places()), None) is not None:
                found["painted"] = since_start()
                found["painted_rss_mb"] = resident_mb()

        module.TimelineCanvas.paintEvent = painted

    def watch_findings(module: Any) -> None:
        original = module.MainWindow.show_case

        def shown(window: Any, case_id: str) -> None:
            original(window, case_id)
            window.workspace.controller.analysis_changed.connect(lambda: soon(lambda: close(window)))

        def close(window: Any) -> None:
            found["findings"] = since_start()
            began = time.perf_counter()
            window.close()
            found["close"] = (time.perf_counter() - began) * 1_000
            found["rss_mb"] = resident_mb()

        module.MainWindow.show_case = shown

    def give_key(module: Any) -> None:
        key = bytes.fromhex(os.environ[KEY])
        module.derive = lambda _passphrase, salt: module.FileKey(key, salt)

    acts = {"tijdlijn.ui.timeline_view.canvas": watch_painting, "tijdlijn.ui.main_window": watch_findings}
    if KEY in os.environ:
        acts["tijdlijn.storage.encryption"] = give_key
    sys.meta_path.insert(0, AfterImport(acts))  # type: ignore[arg-type]  # a finder needs no more than find_spec
    from tijdlijn.cli import main as run

    run([file, "--key-file", key_file])
    found["exit"] = since_start()
    print(json.dumps(found))


def soon(act: Callable[[], None]) -> None:
    """When the window has shown what changed."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, act)


def resident_mb() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024


def floor() -> None:
    """An empty window, painted."""
    from PySide6.QtWidgets import QApplication, QWidget

    class Empty(QWidget):
        def paintEvent(self, _: Any) -> None:
            print(json.dumps({"painted": since_start()}))
            app.quit()

    app = QApplication([])
    window = Empty()
    window.show()
    app.exec()


# In the process that measures


def run(arguments: list[str], folder: Path, key: str = "") -> dict[str, float]:
    """The figures that a process of its own prints."""
    import subprocess

    settings = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(folder), BEGAN: ""} | ({KEY: key} if key else {})
    environment = os.environ | settings
    environment[BEGAN] = repr(time.time())
    command = [sys.executable, __file__, *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    found: dict[str, float] = json.loads(done.stdout)
    return found


def make(file: Path, count: int) -> str:
    """An encrypted casebook of so many entries; its key, in hexadecimals."""
    from generate import invented

    from tijdlijn.services import editing
    from tijdlijn.services.casebook import OpenCasebook
    from tijdlijn.services.changes import Batch
    from tijdlijn.storage import encryption

    case = invented(count)
    with OpenCasebook.create(file, PASSPHRASE, title="Gezin Meting") as book:
        batch = Batch(persons=case.persons, parties=case.parties, entries=case.entries)
        editing.apply(book, book.cases()[0].id, batch, "Importeer")
    return encryption.derive(PASSPHRASE, encryption.read_salt(file)).key.hex()


def measure(folder: Path, count: int, runs: int) -> dict[str, float]:
    """The fastest of some runs, for one size."""
    file, key_file = folder / f"{count}.tijdlijn", folder / "key"
    key = make(file, count)
    key_file.write_text(PASSPHRASE)
    words = ["--child", str(file), str(key_file)]
    apart = [run(words, folder, key) for _ in range(runs)]
    found: dict[str, float] = {"n": count} | {name: min(one[name] for one in apart) for name in apart[0]}
    found["with_key"] = min(run(words, folder)["painted"] for _ in range(runs))
    found["floor"] = min(run(["--floor"], folder)["painted"] for _ in range(runs))
    return {name: round(value, 1) for name, value in found.items()}


def main() -> None:
    """Measure every size asked for."""
    import argparse
    import tempfile

    parser = argparse.ArgumentParser(description="From the start of the process to the painted timeline.")
    parser.add_argument("entries", type=int, nargs="*", default=[600, 10_000, 100_000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--json", action="store_true")
    choice = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        results = [measure(Path(folder), count, choice.runs) for count in choice.entries]
    if choice.json:
        print(json.dumps(results))
        return
    for found in results:
        goal = GOALS_MS.get(int(found["n"]))
        told = f", {found['painted'] / goal:.2f} of what is allowed" if goal else ""
        print(f"{found['n']} entries: painted {found['painted'] / found['floor']:.1f} times the empty window{told}")
        for name, value in found.items():
            print(f"  {name:16}{value:10.1f} {'MB' if name.endswith('_mb') else 'ms'}") if name != "n" else None


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        child(*sys.argv[2:4])
    elif sys.argv[1:2] == ["--floor"]:
        floor()
    else:
        main()
