"""A presentation as a picture: on the projector, and small in the presenter's view.

The picture glides to the next step when that is near, and fades over when it is far or at another scale, so that nobody
gets seasick; both can be off. What moves is only where the picture begins: everything in it has its place.
"""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from tijdlijn.drawing.primitives import Primitive
from tijdlijn.drawing.styles import Theme
from tijdlijn.layout.spotlight import FIELDS, Spotlight, draw_spotlight
from tijdlijn.layout.stage import NOW_AT, NOW_BESIDE, Layer, Showing, Stage
from tijdlijn.render_qt.painter import Painter
from tijdlijn.render_qt.painting import painting
from tijdlijn.services.sessions import reflection_on
from tijdlijn.ui import theme
from tijdlijn.ui.presenter.show import Show, Turned

GLIDE, FADE = 550, 320
"""How long the picture glides or fades, in milliseconds."""
FARTHEST = 0.75
"""How far it glides at most, in widths of the timeline: what is further fades over."""


class StageView(QWidget):
    """Shows a presentation at its own size. `pointed` carries where the mouse is, as fractions, or None."""

    pointed = Signal(object)

    def __init__(self, show: Show, parent: QWidget | None = None, *, is_mirror: bool = False) -> None:
        super().__init__(parent)
        self._show, self._is_mirror = show, is_mirror
        self.colours = theme.projected_theme()
        self._tool = Painter(self.colours)
        self._stage: Stage | None = None
        self._left = 0.0
        self._scale = 0.0
        self._old: QPixmap | None = None
        self._moving = QVariantAnimation(self)
        self._moving.valueChanged.connect(self._moved)
        self._moving.finished.connect(self._settle)
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Beeld op de beamer"))
        show.stepped.connect(self._stepped)
        show.looked.connect(self._looked)

    def set_theme(self, colours: Theme) -> None:
        """Paint in other colours from now on."""
        self.colours = colours
        self._tool = Painter(colours)
        self.update()

    @property
    def is_moving(self) -> bool:
        """Whether the picture glides or fades."""
        return self._moving.state() is QVariantAnimation.State.Running

    @property
    def stage(self) -> Stage:
        """The picture at the present size of the present snapshot."""
        show, size = self._show, self.size()
        made = self._stage
        if made is None or made.case is not show.case or made.story is not show.story or self._size(made) != size:
            made = self._stage = Stage(
                show.case, show.analysis, show.story, size.width(), size.height(), show.view.arrangement, show.shown
            )
        return made

    def _size(self, stage: Stage) -> QSize:
        return QSize(round(stage.width), round(stage.height))

    @property
    def height_above_card(self) -> int:
        """How high the picture is above what tells the entry in focus."""
        return round(self.stage.height - self.stage.card)

    # Moving

    def _wanted(self) -> tuple[float, float]:
        """The scale, and where the picture begins when it has come to rest."""
        stage = self.stage
        low, high = stage.scales
        scale = min(max(stage.first_scale * self._show.zoom, low), high)
        beside = self._show.is_on(Turned.SPOTLIGHT) and self._show.focus is not None
        return scale, stage.left_at(self._show.looking_at, scale, NOW_BESIDE if beside else NOW_AT)

    def _stepped(self) -> None:
        if not self.isVisible():
            self._scale = 0.0
            return
        before = self._scale, self._left
        scale, left = self._wanted()
        glides = self._show.session.showing.glides and before[0] > 0
        near = before[0] == scale and abs(left - before[1]) <= self.stage.room * FARTHEST
        self._finish()
        if glides and near and left != before[1]:
            self._run(GLIDE, before[1], left)
        elif glides and (scale, left) != before:
            self._fade(before, (scale, left))
        else:
            self._scale, self._left = scale, left
        self.update()

    def _looked(self) -> None:
        if not self.is_moving and self._wanted() != (self._scale, self._left):
            self._stepped()
        self.update()

    def _run(self, time: int, start: float, end: float) -> None:
        self._moving.setDuration(time)
        self._moving.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._moving.setStartValue(float(start))
        self._moving.setEndValue(float(end))
        self._moving.start()

    def _fade(self, before: tuple[float, float], after: tuple[float, float]) -> None:
        """From the picture that was to the one that comes."""
        self._scale, self._left = before
        self._old = self.grab()
        self._scale, self._left = after
        self._run(FADE, 0.0, 1.0)

    def _moved(self, value: float) -> None:
        if self._old is None:
            self._left = value
        self.update()

    def _settle(self) -> None:
        self._old = None
        if self._wanted() != (self._scale, self._left):
            self._stepped()
        self.update()

    def _finish(self) -> None:
        if self.is_moving:
            self._moving.stop()
        self._old = None

    # Painting

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._finish()
        self._scale = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            if self._show.is_on(Turned.BLANK) and not self._is_mirror:
                painter.fillRect(self.rect(), QColor("#000000"))
            else:
                self._paint(painter)

    def _paint(self, painter: QPainter) -> None:
        for layer in self.stage.layers(self.showing()):
            self._paint_layer(painter, layer)
        lit = self.spotlight()
        if lit:
            self._paint_spotlight(painter, lit)
        if self._old is not None:
            painter.setOpacity(1.0 - float(self._moving.currentValue()))
            painter.drawPixmap(0, 0, self._old)
            painter.setOpacity(1.0)
        if self._show.pointer is not None and not (self._is_mirror and self.underMouse()):
            self._paint_pointer(painter, self._show.pointer)
        if self._is_mirror and self._show.is_on(Turned.BLANK):
            painter.setOpacity(0.55)
            painter.fillRect(self.rect(), QColor("#000000"))

    def showing(self) -> Showing:
        """What of the story is to be seen now."""
        if not self._scale:
            self._scale, self._left = self._wanted()
        show = self._show
        number = show.story.chapter(show.looking_at)
        chapter = f"{number + 1}   {show.story.chapters[number].title}" if show.story.chapters else ""
        sign = self.tr("andere namen") if show.is_on(Turned.PSEUDONYMS) else ""
        return Showing(
            show.at,
            self._scale,
            self._left,
            focus=show.focus_id,
            faint=show.is_on(Turned.FAINT),
            findings=show.is_on(Turned.FINDINGS),
            sign=sign,
            chapter=chapter,
            remarks=show.remarks,
            opening=show.opening,
        )

    def _paint_layer(self, painter: QPainter, layer: Layer) -> None:
        painter.save()
        painter.setClipRect(QRectF(*layer.clip))
        painter.translate(*layer.shift)
        painter.setOpacity(layer.opacity)
        self._tool.paint(painter, layer.items)
        painter.restore()

    def spotlight(self) -> tuple[Primitive, ...]:
        """The questions about what is told now, when it stands in the spotlight."""
        if not self._show.is_on(Turned.SPOTLIGHT) or self._show.focus is None:
            return ()
        return tuple(draw_spotlight(self._light(), self.stage.unit, self.stage.light))

    def _paint_spotlight(self, painter: QPainter, lit: tuple[Primitive, ...]) -> None:
        """The rest goes dim; the questions stand in the light on the right."""
        stage = self.stage
        painter.setOpacity(0.5)
        painter.fillRect(QRectF(0, 0, stage.width, stage.height - stage.card), self._tool.colour("paper"))
        painter.setOpacity(1.0)
        self._tool.paint(painter, lit)

    def _light(self) -> Spotlight:
        show = self._show
        reflection = reflection_on(show.case, show.focus_id, show.session_id)
        shown = reflection if show.is_on(Turned.REFLECTIONS) else None
        return Spotlight(tuple(question for _, question in FIELDS), shown)

    def _paint_pointer(self, painter: QPainter, place: QPointF) -> None:
        unit = self.stage.unit
        centre = QPointF(place.x() * self.width(), place.y() * self.height())
        painter.setPen(Qt.PenStyle.NoPen)
        for colour, radius in (("#ffffff", unit * 0.62), ("#d92d20", unit * 0.5)):
            painter.setBrush(QColor(colour))
            painter.drawEllipse(centre, radius, radius)

    # Pointing

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position()
        self.pointed.emit(QPointF(place.x() / max(self.width(), 1), place.y() / max(self.height(), 1)))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: object) -> None:
        self.pointed.emit(None)
