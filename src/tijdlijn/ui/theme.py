"""How the window looks: one palette for light and one for dark, the style sheet, the shipped font and the icons.

The rule: colours are named by use, and come from the same themes that the timeline is drawn with, so that panels and
canvas belong together. Which theme is in force is read from the application's palette and kept nowhere else; a widget
that paints with it repaints on `QEvent.PaletteChange`.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache
from string import Template
from typing import cast

from PySide6.QtCore import QByteArray, QEvent, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

from tijdlijn.assets import resource
from tijdlijn.drawing.styles import DARK, LIGHT, Theme, mixed

FAMILY = "Source Sans Pro"
TEXT_PX = 14
_FACES = ("Regular", "It", "Semibold", "Bold")


class Mode(StrEnum):
    """The choice of a user; the value is what settings keep."""

    LIGHT = "licht"
    DARK = "donker"
    SYSTEM = "systeem"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by use, as `#rrggbb`."""

    ground: str
    field: str
    hover: str
    line: str
    field_line: str
    ink: str
    soft: str
    faint: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_soft: str
    danger: str
    danger_soft: str
    warm: str
    warm_ink: str
    is_dark: bool


def _palette(theme: Theme, danger: str, line: str, is_dark: bool) -> Palette:
    paper, ink, accent = _fill(theme, "paper"), _fill(theme, "title"), _fill(theme, "accent")
    return Palette(
        ground=paper,
        field=mixed(paper, "#ffffff", 0.05) if is_dark else paper,
        hover=mixed(paper, ink, 0.08 if is_dark else 0.05),
        line=mixed(paper, ink, 0.13 if is_dark else 0.1),
        field_line=line,
        ink=ink,
        soft=_fill(theme, "label.soft"),
        faint=mixed(_fill(theme, "label.faint"), ink, 0.18),
        accent=accent,
        on_accent=paper if is_dark else "#ffffff",
        accent_hover=mixed(accent, ink, 0.22),
        accent_soft=mixed(paper, accent, 0.2 if is_dark else 0.11),
        danger=danger,
        danger_soft=mixed(paper, danger, 0.16 if is_dark else 0.08),
        warm=_fill(theme, "pan.zeker"),
        warm_ink=_fill(theme, "pan.text"),
        is_dark=is_dark,
    )


def _fill(theme: Theme, name: str) -> str:
    colour = theme[name].fill
    assert colour is not None
    return colour


LIGHT_PALETTE = _palette(LIGHT, "#b3261e", "#c3cbd4", is_dark=False)
DARK_PALETTE = _palette(DARK, "#ff8f85", "#46525f", is_dark=True)


def palette() -> Palette:
    """The palette in force."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK_PALETTE if window.lightness() < 128 else LIGHT_PALETTE


def drawing_theme() -> Theme:
    """The theme of drawings that goes with the palette in force."""
    return DARK if palette().is_dark else LIGHT


def apply(app: QApplication, dark: bool, text_px: int = TEXT_PX) -> None:
    """Give the whole application this look; may be called again at any time to switch live."""
    chosen = DARK_PALETTE if dark else LIGHT_PALETTE
    _load_fonts()
    if app.style().name() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    font = QFont(FAMILY)
    font.setPixelSize(text_px)
    app.setFont(font)
    app.setPalette(_qt_palette(chosen))
    app.setStyleSheet(_style_sheet(chosen, text_px))


def system_is_dark() -> bool:
    """Whether the desktop asks for dark."""
    return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark


class Look(QObject):
    """Keeps the application in the chosen mode; with `Mode.SYSTEM` it follows the desktop live."""

    def __init__(self, app: QApplication, mode: Mode = Mode.SYSTEM, text_px: int = TEXT_PX) -> None:
        super().__init__(app)
        self._app = app
        self._text_px = text_px
        self.mode = mode
        app.styleHints().colorSchemeChanged.connect(self._follow)
        self.choose(mode)

    def choose(self, mode: Mode) -> None:
        """Switch to another mode."""
        self.mode = mode
        dark = system_is_dark() if mode is Mode.SYSTEM else mode is Mode.DARK
        apply(self._app, dark, self._text_px)

    def _follow(self) -> None:
        if self.mode is Mode.SYSTEM:
            self.choose(Mode.SYSTEM)


def is_look_change(event: QEvent) -> bool:
    """Whether a widget that paints with `palette()` or `icon()` must renew what it made, in its `changeEvent`."""
    return event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


def icon(name: str, colour: str = "") -> QIcon:
    """An icon of the one family in `resources/icons`, in the text colour of the palette in force or in `colour`."""
    made = QIcon()
    now = palette()
    tones = {QIcon.Mode.Normal: colour or now.soft, QIcon.Mode.Disabled: mixed(now.faint, now.ground, 0.5)}
    for mode, tone in tones.items():
        for size in (16, 20, 24, 32, 48):
            made.addPixmap(pixmap(name, size, tone), mode)
    return made


@lru_cache(maxsize=1_024)
def pixmap(name: str, size: int, colour: str) -> QPixmap:
    """One icon drawn `size` logical pixels square, at twice the density."""
    svg = resource("icons", f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    picture = QPixmap(QSize(size * 2, size * 2))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size * 2, size * 2))
    painter.end()
    picture.setDevicePixelRatio(2)
    return picture


def _load_fonts() -> None:
    if FAMILY not in QFontDatabase.families():
        for face in _FACES:
            QFontDatabase.addApplicationFont(str(resource("fonts", f"SourceSansPro-{face}.ttf")))


def _qt_palette(chosen: Palette) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for name, colour in {
        role.Window: chosen.ground,
        role.WindowText: chosen.ink,
        role.Base: chosen.field,
        role.AlternateBase: chosen.hover,
        role.Text: chosen.ink,
        role.Button: chosen.field,
        role.ButtonText: chosen.ink,
        role.BrightText: chosen.danger,
        role.ToolTipBase: chosen.ink,
        role.ToolTipText: chosen.ground,
        role.PlaceholderText: chosen.faint,
        role.Highlight: chosen.accent,
        role.HighlightedText: chosen.on_accent,
        role.Accent: chosen.accent,
        role.Link: chosen.accent,
        role.LinkVisited: chosen.accent,
        role.Mid: chosen.line,
        role.Dark: chosen.field_line,
    }.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(mixed(chosen.faint, chosen.ground, 0.35)))
    return made


def _style_sheet(chosen: Palette, text_px: int) -> str:
    values = {name: str(value) for name, value in asdict(chosen).items()}
    values |= {
        "small_px": str(text_px - 1),
        "heading_px": str(text_px + 3),
        "title_px": str(text_px + 12),
        "down": resource("icons", "box-down.svg").as_posix(),
        "check": resource("icons", "box-check-dark.svg" if chosen.is_dark else "box-check.svg").as_posix(),
        "up": resource("icons", "box-up.svg").as_posix(),
    }
    return Template(resource("theme.qss").read_text("utf-8")).substitute(values)


def application() -> QApplication:
    """The running application."""
    return cast(QApplication, QApplication.instance())
