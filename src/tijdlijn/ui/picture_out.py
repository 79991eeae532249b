"""What is in view on the timeline as a picture for a slide.

The rule: the same layout and the same painter as the screen, on white and twice as sharp, with the code of the case and
that it is confidential. Nothing is written to a file on the way. Without names, the case is laid out anew with its
pseudonyms, so that no name is under them.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter

from tijdlijn.analysis.findings import analyse
from tijdlijn.drawing.plain import plain
from tijdlijn.drawing.primitives import Face, Line, Text
from tijdlijn.drawing.styles import PRINT
from tijdlijn.drawing.text_metrics import shortened, text_width
from tijdlijn.layout.filtering import narrowed
from tijdlijn.layout.relative import anchors_of
from tijdlijn.layout.sheet import CONFIDENTIAL, MASKED
from tijdlijn.model.casebook import Case
from tijdlijn.render_qt.painter import Painter
from tijdlijn.services.session_names import masked
from tijdlijn.ui.timeline_view.layouts import Asked, Layouts
from tijdlijn.ui.timeline_view.picture import Picture, View

SHARPNESS = 2
STRIP = 26
_SIZE, _BASE, _EDGE = 11.0, 17.0, 10.0


def picture_of(view: View, asked: Asked, *, pseudonyms: bool = False, follows: bool = False) -> QImage:
    """The picture of a view of what was asked for, with nothing that only helps the hand: no frames, no focus.

    `follows` says that the findings are those of what is shown.
    """
    case = asked.case
    if pseudonyms:
        view, case = _masked(view, asked, follows)
    else:
        view = replace(view, marked={}, focused=False, hint="")
    size = view.size
    image = QImage(QSize(size.width(), size.height() + STRIP) * SHARPNESS, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARPNESS)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_strip(painter, case, size.width(), pseudonyms)
    painter.translate(QPoint(0, STRIP))
    painter.setClipRect(QRect(QPoint(0, 0), size))
    Picture(PRINT).paint(painter, view)
    painter.end()
    return image


def _masked(view: View, asked: Asked, follows: bool) -> tuple[View, Case]:
    """The same stretch at the same scale of the case with its pseudonyms."""
    case, _ = masked(asked.case)
    seen = narrowed(case, asked.shown) if follows and asked.shown is not None else case
    anchors = anchors_of(case, tuple(anchor.id for anchor in asked.anchors))
    fresh = replace(asked, case=case, analysis=analyse(seen), anchors=anchors)
    timeline = Layouts(fresh).at(view.timeline.axis.points_per_day)
    return View(timeline, view.left, view.down, view.size, found=view.found), case


def _paint_strip(painter: QPainter, case: Case, width: int, pseudonyms: bool) -> None:
    """Above it: which case it is, by its code, and that it is confidential."""
    told = " · ".join(filter(None, (f"casus {plain(case.code)}" if case.code else "", MASKED if pseudonyms else "")))
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
