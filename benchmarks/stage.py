"""The picture on a projector: the first one, a step, and frames while it glides, at 1920×1080 and offscreen.

    python benchmarks/stage.py [ENTRIES ...]

Times are in milliseconds and belong to this machine at this moment: compare the ratio to `floor` (filling a picture of
the same size and drawing 60 labels, in the same run).
"""

from __future__ import annotations

import os
import statistics
import sys
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path[:0] = [str(Path(__file__).resolve().parent), str(Path(__file__).resolve().parent.parent / "src")]

from generate import invented  # noqa: E402
from PySide6.QtCore import QRectF  # noqa: E402
from PySide6.QtGui import QImage, QPainter  # noqa: E402

from tijdlijn.analysis.findings import analyse  # noqa: E402
from tijdlijn.analysis.story import story_of  # noqa: E402
from tijdlijn.drawing.primitives import Text  # noqa: E402
from tijdlijn.drawing.styles import PROJECTOR  # noqa: E402
from tijdlijn.language.pseudonyms import pseudonymised  # noqa: E402
from tijdlijn.layout.stage import Showing, Stage  # noqa: E402
from tijdlijn.model.sessions import ChaptersBy  # noqa: E402
from tijdlijn.render_qt.painter import Painter  # noqa: E402
from tijdlijn.ui.app import make_application  # noqa: E402

SIZE = (1920, 1080)


def painted(stage: Stage, showing: Showing, tool: Painter, picture: QImage) -> float:
    """Paint one picture; how long it took, in milliseconds."""
    began = time.perf_counter()
    painter = QPainter(picture)
    for layer in stage.layers(showing):
        painter.save()
        painter.setClipRect(QRectF(*layer.clip))
        painter.translate(*layer.shift)
        painter.setOpacity(layer.opacity)
        tool.paint(painter, layer.items)
        painter.restore()
    painter.end()
    return (time.perf_counter() - began) * 1000


def floor(tool: Painter, picture: QImage) -> float:
    """The least that a picture with texts costs here."""
    labels = [Text(20.0 + number % 6 * 300, 20.0 + number * 17, "Huisbezoek", "label", 20.0) for number in range(60)]
    times = []
    for _ in range(20):
        began = time.perf_counter()
        painter = QPainter(picture)
        painter.fillRect(picture.rect(), tool.colour("paper"))
        tool.paint(painter, labels)
        painter.end()
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times)


def main(numbers: list[int]) -> None:
    app = make_application(["benchmark"])
    picture, tool = QImage(*SIZE, QImage.Format.Format_RGB32), Painter(PROJECTOR)
    least = floor(tool, picture)
    print(f"floor {least:.2f} ms")
    for number in numbers:
        case = invented(number)
        story, analysis = story_of(case, ChaptersBy.SCHAKELMOMENTEN), analyse(case)
        stage = Stage(case, analysis, story, *map(float, SIZE))
        scale = stage.first_scale
        at = len(story.steps) * 2 // 3
        first = painted(stage, Showing(at, scale, stage.left_at(at, scale)), tool, picture)
        steps = [painted(stage, Showing(n, scale, stage.left_at(n, scale)), tool, picture) for n in range(at, at + 30)]
        left = stage.left_at(at, scale)
        frames = [painted(stage, Showing(at, scale, left + 4.0 * n), tool, picture) for n in range(60)]
        began = time.perf_counter()
        pseudonymised(case)
        names = (time.perf_counter() - began) * 1000
        frames.sort()
        middle = statistics.median(frames)
        print(
            f"{number} entries: first {first:.0f} ms, step {statistics.median(steps):.1f} ms, frame "
            f"{middle:.1f} and {frames[57]:.1f} ms ({middle / least:.1f} times the floor), other names {names:.0f} ms"
        )
    app.quit()


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [140, 600, 5_000])
