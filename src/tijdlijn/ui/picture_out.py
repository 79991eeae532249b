"""What is in view on the timeline, or what is selected there, as a picture for a slide.

The rule: the same layout and the same painter as the screen, on white and twice as sharp, with the code of the case and
that it is confidential. Nothing is written to a file on the way. Without names, the case is laid out anew with its
pseudonyms, so that no name is under them. What is left out is counted above the picture.
"""

from __future__ import annotations

from dataclasses import replace
from math import ceil

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter

from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Face, Line, Text
from tijdlijn.drawing.styles import PRINT
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.layout.axis import Axis
from tijdlijn.layout.content import content_of
from tijdlijn.layout.extents import life_extent
from tijdlijn.layout.filtering import narrowed
from tijdlijn.layout.lane_choices import filled
from tijdlijn.layout.laying_out import lay_out
from tijdlijn.layout.measure import SCREEN
from tijdlijn.layout.relative import anchors_of
from tijdlijn.layout.sheet import CONFIDENTIAL, MASKED
from tijdlijn.layout.tiles import Frame
from tijdlijn.model.casebook import Case
from tijdlijn.render_qt.painter import Painter
from tijdlijn.render_qt.painting import painting
from tijdlijn.report.period import days_around
from tijdlijn.services.session_names import masked
from tijdlijn.ui.timeline_view.layouts import Asked, Layouts
from tijdlijn.ui.timeline_view.picture import Picture, View

SHARPNESS = 2
STRIP = 26
LEAST_ROOM = 50.0
_SIZE, _BASE, _EDGE = 11.0, 17.0, 10.0


def picture_of(view: View, asked: Asked, *, pseudonyms: bool = False, follows: bool = False) -> QImage:
    """The picture of a view of what was asked for, with nothing that only helps the hand: no frames, no focus.

    `follows` says that the findings are those of what is shown.
    """
    if pseudonyms:
        return _painted(_masked(view, asked, follows), _told(asked.case, masked=True))
    return _painted(replace(view, marked={}, focused=False, hint=""), _told(asked.case))


def picture_of_some(view: View, asked: Asked, ids: frozenset[str], *, pseudonyms: bool = False) -> QImage:
    """The picture of these entries alone, over the days that they span, as wide as a view and as high as it must be.

    The findings are those of the whole case.
    """
    case, analysis = asked.case, asked.analysis
    if pseudonyms:
        case, _ = masked(case)
        analysis = analyse(case)
    few = f"selectie: {len(ids)} van {len(case.entries)} regels"
    return _painted(
        _view_of(replace(asked, case=case, analysis=analysis), ids, view.size), _told(case, few, masked=pseudonyms)
    )


def _view_of(asked: Asked, ids: frozenset[str], size: QSize) -> View:
    """These entries in the lanes that they have, within a width."""
    case, room = asked.case, max(size.width() - SCREEN.names, LEAST_ROOM)
    days = days_around(narrowed(case, ids)) or life_extent(case)
    content = filled(content_of(case, asked.arrangement, ids))
    axis, frame = Axis.fitting(*days, 0.0, room), Frame(asked.height, 0.0, room, with_header=True)
    timeline = lay_out(case, asked.analysis, axis, SCREEN, frame, content=content)
    return View(timeline, 0.0, 0.0, QSize(size.width(), ceil(timeline.header_height + timeline.body_height)))


def _masked(view: View, asked: Asked, follows: bool) -> View:
    """The same stretch at the same scale of the case with its pseudonyms."""
    case, _ = masked(asked.case)
    seen = narrowed(case, asked.shown) if follows and asked.shown is not None else case
    anchors = anchors_of(case, tuple(anchor.id for anchor in asked.anchors))
    fresh = replace(asked, case=case, analysis=analyse(seen), anchors=anchors)
    timeline = Layouts(fresh).at(view.timeline.axis.points_per_day)
    return View(timeline, view.left, view.down, view.size, found=view.found)


def _told(case: Case, few: str = "", *, masked: bool = False) -> str:
    """What stands above a picture: which case, by its code, how much of it, and whether names were replaced."""
    code = f"casus {plain(case.code)}" if case.code else ""
    return " · ".join(filter(None, (code, few, MASKED if masked else "")))


def _painted(view: View, told: str) -> QImage:
    size = view.size
    image = QImage(QSize(size.width(), size.height() + STRIP) * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    image.fill(0xFFFFFFFF)
    with painting(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_strip(painter, told, size.width())
        painter.translate(QPoint(0, STRIP))
        painter.setClipRect(QRect(QPoint(0, 0), size))
        Picture(PRINT).paint(painter, view)
    return image


def _paint_strip(painter: QPainter, told: str, width: int) -> None:
    """Above it: what it is of, and that it is confidential."""
    tool, room = Painter(PRINT), text_width(CONFIDENTIAL, _SIZE, Face.BOLD)
    left = shortened(told, max(width - room - 4 * _EDGE, 0.0), _SIZE, Face.SEMIBOLD)
    tool.paint(
        painter,
        (
            Text(_EDGE, _BASE, left, "label", _SIZE, Face.SEMIBOLD),
            Text(width - _EDGE - room, _BASE, CONFIDENTIAL, "confidential", _SIZE, Face.BOLD),
            Line(0.0, STRIP - 0.5, float(width), STRIP - 0.5, "rule"),
        ),
    )
