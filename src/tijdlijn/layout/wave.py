"""The wave of involvement: how many parties help on each day, sure below possible, as steps."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from tijdlijn.analysis.involvement import Step
from tijdlijn.drawing.primitives import Line, Polygon, Primitive, Text
from tijdlijn.drawing.text_metrics import text_width
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.measure import Measure

Window = tuple[float, float]


def wave_peak(steps: Sequence[Step]) -> int:
    """The greatest number of parties that may help on one day; at least 1."""
    return max((step.possible for step in steps), default=1) or 1


def draw_wave(steps: Sequence[Step], axis: Axis, window: Window, top: float, height: float) -> Iterator[Primitive]:
    """The wave within `window`, scaled so that its peak reaches `top`."""
    bottom, unit = top + height, height / wave_peak(steps)
    seen = _seen(steps, axis, window)
    yield from _area(seen, [step.possible for step, _, _ in seen], bottom, unit, "wave.possible")
    yield from _area(seen, [step.sure for step, _, _ in seen], bottom, unit, "wave.sure")
    yield from _outline(seen, bottom, unit)
    yield Line(window[0], bottom, window[1], bottom, "wave.line")


def draw_wave_scale(
    steps: Sequence[Step], measure: Measure, right: float, top: float, height: float
) -> Iterator[Primitive]:
    """Numbers of parties along the wave, their right edge at `right`."""
    peak = wave_peak(steps)
    size = measure.tiny
    step = max(1, -(-peak // max(1, int(height / (size * 1.6)))))
    for number in range(0, peak + 1, step):
        y = top + height - number * height / peak
        text = str(number)
        yield Text(right - text_width(text, size) - 3, y + size * 0.33, text, "label.faint", size)


def _seen(steps: Sequence[Step], axis: Axis, window: Window) -> list[tuple[Step, float, float]]:
    first = max(bisect_right(steps, axis.day(window[0]), key=lambda step: step.day.toordinal()) - 1, 0)
    found = []
    for index in range(first, len(steps)):
        left = axis.x(steps[index].day.toordinal())
        if left > window[1]:
            break
        last = index + 1 == len(steps)
        right = window[1] if last else axis.x(steps[index + 1].day.toordinal())
        found.append((steps[index], max(left, window[0]), min(right, window[1])))
    return found


def _area(
    seen: list[tuple[Step, float, float]], counts: list[int], bottom: float, unit: float, style: str
) -> Iterator[Primitive]:
    run: list[tuple[float, float]] = []
    for (_, left, right), count in zip(seen, counts, strict=True):
        if count:
            y = bottom - count * unit
            run += [(left, y), (right, y)]
        elif run:
            yield Polygon(((run[0][0], bottom), *run, (run[-1][0], bottom)), style)
            run = []
    if run:
        yield Polygon(((run[0][0], bottom), *run, (run[-1][0], bottom)), style)


def _outline(seen: list[tuple[Step, float, float]], bottom: float, unit: float) -> Iterator[Primitive]:
    before: float | None = None
    for step, left, right in seen:
        y = bottom - step.sure * unit
        if before is not None and before != y:
            yield Line(left, before, left, y, "wave.line")
        if step.sure:
            yield Line(left, y, right, y, "wave.line")
        before = y
