"""How the window looks: a palette for each choice of colours, the style sheet, the shipped font and the icons.

The rule: colours are named by use, and come from the same themes that the timeline is drawn with, so that panels and
canvas belong together. Which one is in force is kept with the application: the user's choice, and light or dark by its
palette when the desktop is followed. Icons are drawn when they are shown, in the colours of that moment; a widget that
paints by itself repaints on a look change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from string import Template
from types import MappingProxyType

from PySide6.QtCore import QByteArray, QEvent, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from tijdlijn.assets import resource
from tijdlijn.drawing.colours import mixed
from tijdlijn.drawing.primitives import Face
from tijdlijn.drawing.styles import DARK, LIGHT, PATTERN, PROJECTOR, Theme, coloured
from tijdlijn.render_qt.painter import family
from tijdlijn.render_qt.painting import painting

LICHT, DONKER, BEAMER, PATROON, SYSTEEM = "licht", "donker", "beamer", "patroon", "systeem"
"""The choices of a user, as settings keep them."""

TEXT_PX = 14
"""Of the window's text. Source Sans is small for its size: at 14 its letters are as high as those of others at 13."""

_CHOICE = "tijdlijn_colours"
_OWN = "tijdlijn_own_colours"
_STYLED = "tijdlijn_styled"
_SHEET = "tijdlijn_sheet"
_DRESSED = "tijdlijn_dressed"


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours by use, as `#rrggbb`. `faint` is the faintest that text may have."""

    ground: str
    band: str
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
        band=_fill(theme, "lane.odd"),
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
BEAMER_PALETTE = _palette(PROJECTOR, "#9b0f0f", "#59646f", is_dark=False)
PATTERN_PALETTE = _palette(PATTERN, "#2b2b2b", "#8a8a8a", is_dark=False)
PALETTES: Mapping[str, Palette] = MappingProxyType(
    {LICHT: LIGHT_PALETTE, DONKER: DARK_PALETTE, BEAMER: BEAMER_PALETTE, PATROON: PATTERN_PALETTE}
)
_THEMES: Mapping[str, str] = MappingProxyType({LICHT: "light", DONKER: "dark", BEAMER: "projector", PATROON: "pattern"})


def in_force() -> str:
    """The choice in force, with light or dark where the desktop is followed."""
    app = QGuiApplication.instance()
    choice = app.property(_CHOICE) if app else None
    if choice in (BEAMER, PATROON):
        return str(choice)
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DONKER if window.lightness() < 128 else LICHT


def palette() -> Palette:
    """The palette in force."""
    return PALETTES[in_force()]


def set_own_colours(app: QApplication, chosen: Mapping[str, str]) -> None:
    """The colours that the user gave to lanes, persons and signs (names of `styles.COLOUR_NAMES`), from now on."""
    app.setProperty(_OWN, dict(chosen))
    _theme_of.cache_clear()
    for widget in app.allWidgets():
        if widget.isVisible():
            widget.update()


@cache
def _theme_of(choice: str) -> Theme:
    app = QGuiApplication.instance()
    return coloured(_THEMES[choice], dict((app.property(_OWN) if app else None) or {}))


def is_dark(app: QApplication) -> bool:
    """Whether the window is shown in dark colours."""
    return app.palette().color(QPalette.ColorRole.Window).lightness() < 128


def canvas_theme() -> Theme:
    """The theme of drawings that goes with the palette in force."""
    return _theme_of(in_force())


def projected_theme() -> Theme:
    """The theme of what is projected: that of a projector, unless the window is dark or in patterns."""
    choice = in_force()
    return _theme_of(BEAMER if choice == LICHT else choice)


def canvas_colour(style: str) -> str:
    """The colour that a style of the timeline has in the palette in force."""
    return _fill(_theme_of(in_force()), style)


def apply(app: QApplication, choice: str = SYSTEEM) -> None:
    """Give the whole application the look of `choice`; may be called again at any time to switch live.

    `choice` is a key of `PALETTES`; any other follows the desktop, also when that changes later.
    """
    hints = app.styleHints()
    if app.property(_CHOICE) is None:
        hints.colorSchemeChanged.connect(lambda: _follow(app))
    app.setProperty(_CHOICE, choice if choice in PALETTES else SYSTEEM)
    hints.setColorScheme(_scheme(choice))
    _show(app, PALETTES.get(choice) or _of_desktop(app))


def _scheme(choice: str) -> Qt.ColorScheme:
    if choice not in PALETTES:
        return Qt.ColorScheme.Unknown
    return Qt.ColorScheme.Dark if PALETTES[choice].is_dark else Qt.ColorScheme.Light


def _follow(app: QApplication) -> None:
    if app.property(_CHOICE) == SYSTEEM:
        _show(app, _of_desktop(app))


def _of_desktop(app: QApplication) -> Palette:
    return DARK_PALETTE if app.styleHints().colorScheme() is Qt.ColorScheme.Dark else LIGHT_PALETTE


def _show(app: QApplication, chosen: Palette) -> None:
    if not app.property(_STYLED):
        app.setProperty(_STYLED, True)
        for face in Face:
            family(face)
        app.setStyle(QStyleFactory.create("Fusion"))  # once: under a style sheet it costs as much as the sheet itself
    font = QFont(family(Face.REGULAR))
    font.setPixelSize(TEXT_PX)
    if app.font() != font:
        app.setFont(font)
    app.setPalette(_qt_palette(chosen))
    app.setProperty(_SHEET, _style_sheet(chosen))
    for window in app.topLevelWidgets():
        if window.property(_DRESSED):
            _put_on(window)


def dress(window: QWidget) -> None:
    """Give a window, and all that stands and opens in it, the look in force from now on; call it before it is filled.

    The sheet is the window's and not the application's: that one would style every widget once for each widget around
    it, which makes a switch four times as slow.
    """
    window.setProperty(_DRESSED, True)
    _put_on(window)


def _put_on(window: QWidget) -> None:
    app = QGuiApplication.instance()
    sheet = str((app.property(_SHEET) if app else None) or "")
    if window.styleSheet() != sheet:
        window.setStyleSheet(sheet)


def is_look_change(event: QEvent) -> bool:
    """Whether a widget that paints with `palette()` must repaint, in its `changeEvent`."""
    return event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange)


# Icons


def icon(name: str, tone: str = "soft") -> QIcon:
    """An icon of the one family in `resources/icons`, in the colour of `Palette` that `tone` names.

    It follows light and dark by itself. Raises FileNotFoundError for a name that is not there.
    """
    _svg(name)
    return QIcon(_IconEngine(name, tone))


def pixmap(name: str, size: int, colour: str) -> QPixmap:
    """One icon drawn `size` logical pixels square in `#rrggbb`, at twice the density."""
    picture = _drawn(name, size * 2, size * 2, colour)
    picture.setDevicePixelRatio(2)
    return picture


@cache
def _svg(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")


def _drawn(name: str, width: int, height: int, colour: str) -> QPixmap:
    key = f"tijdlijn:{name}:{colour}:{width}x{height}"
    found = QPixmap()
    if min(width, height) < 1:
        return found
    if not QPixmapCache.find(key, found):
        found = QPixmap(width, height)
        found.fill(Qt.GlobalColor.transparent)
        with painting(found) as painter:
            svg = QByteArray(_svg(name).replace("currentColor", colour).encode())
            QSvgRenderer(svg).render(painter, QRectF(0, 0, width, height))
        QPixmapCache.insert(key, found)
    return found


class _IconEngine(QIconEngine):
    """Draws a line icon in the colours of the moment it is painted."""

    def __init__(self, name: str, tone: str) -> None:
        super().__init__()
        self._name = name
        self._tone = tone

    def clone(self) -> _IconEngine:
        return _IconEngine(self._name, self._tone)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        scale = painter.device().devicePixelRatioF()
        size = QSize(round(rect.width() * scale), round(rect.height() * scale))
        painter.drawPixmap(rect, self.pixmap(size, mode, state))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return _drawn(self._name, size.width(), size.height(), self._colour(mode))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        return self.pixmap(size, mode, state)

    def _colour(self, mode: QIcon.Mode) -> str:
        now = palette()
        if mode is QIcon.Mode.Disabled:
            return mixed(now.faint, now.ground, 0.5)
        return str(getattr(now, self._tone))


def _qt_palette(chosen: Palette) -> QPalette:
    role = QPalette.ColorRole
    made = QPalette()
    for name, colour in {
        role.Window: chosen.ground,
        role.WindowText: chosen.ink,
        role.Base: chosen.field,
        role.AlternateBase: chosen.band,
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


def _style_sheet(chosen: Palette) -> str:
    values = {name: str(value) for name, value in asdict(chosen).items()}
    values |= {
        "small_px": str(TEXT_PX - 1),
        "heading_px": str(TEXT_PX + 3),
        "title_px": str(TEXT_PX + 6),
        "display_px": str(TEXT_PX + 14),
        "down": resource("icons", "box-down.svg").as_posix(),
        "check": resource("icons", "box-check-dark.svg" if chosen.is_dark else "box-check.svg").as_posix(),
        "up": resource("icons", "box-up.svg").as_posix(),
    }
    return Template(resource("theme.qss").read_text("utf-8")).substitute(values)
