"""The small parts that all panels are made of, so that they look and behave alike.

The rule: text that can come from a dossier is shown by `plain_label` and nothing else, for Qt's rich text opens the
local images it names. What the mouse can do, the keyboard can; what is focused shows it.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from platformdirs import user_config_path
from PySide6.QtCore import QEvent, QObject, QSettings, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QPaintEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from tijdlijn.render_qt.painting import painting
from tijdlijn.ui import theme

PANEL_WIDTH = 260
"""The least width of a panel."""


def settings() -> QSettings:
    """What the window remembers of itself on this computer: sizes and switches, never a name or a path."""
    return QSettings(str(user_config_path("tijdlijn", appauthor=False) / "venster.ini"), QSettings.Format.IniFormat)


def plain_label(text: str = "", role: str = "", wrap: bool = True) -> QLabel:
    """A label that shows its text as it is, never as markup. `role` is a style of `theme.qss`."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        label.setSizePolicy(policy)
    if role:
        label.setProperty("role", role)
    return label


def field_label(text: str, field: QWidget | None = None, *, beside: bool = False) -> QLabel:
    """The name of a field, to stand above or `beside` it; `field` gets it as its accessible name and as the place it
    leads to."""
    label = plain_label(text, "label", wrap=not beside)
    if field is not None:
        label.setBuddy(field)
        field.setAccessibleName(text)
    return label


def restyled(widget: QWidget, name: str, value: object) -> None:
    """Set a property that the style sheet looks at, and style the widget anew when it changed."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


def set_problem(field: QWidget, is_wrong: bool) -> None:
    """Mark a field as holding what cannot be used, or take the mark away."""
    restyled(field, "problem", is_wrong)


def plain_tip(text: str) -> str:
    """What to hand Qt for a tool tip that shows a text as it is: Qt would take some texts for markup."""
    return f"<div>{escape(text).replace(chr(10), '<br>')}</div>" if text else ""


def set_tip(widget: QWidget | QAction, text: str) -> None:
    """A tool tip that shows its text as it is."""
    widget.setToolTip(plain_tip(text))


def button(text: str, clicked: Callable[[], object], role: str = "", icon: str = "", tip: str = "") -> QPushButton:
    """A push button that shows its text as it is; `role` is a style of `theme.qss`."""
    made = QPushButton(_without_mnemonic(text))
    made.setAutoDefault(False)
    made.setProperty("role", role)
    if icon:
        made.setIconSize(QSize(16, 16))
        made.setIcon(theme.icon(icon, _TONES.get(role, "soft")))
    set_tip(made, tip)
    made.clicked.connect(lambda _=False: clicked())
    return made


_TONES = {"primary": "on_accent", "danger": "danger", "quiet": "accent", "link": "accent"}
"""The colour of an icon on a button, by its role."""


def primary_button(text: str) -> QPushButton:
    """The button for what most people came for; at most one in view."""
    return _of_role(text, "primary")


def quiet_button(text: str) -> QPushButton:
    """A button without a frame, for what is also possible."""
    return _of_role(text, "quiet")


def _of_role(text: str, role: str) -> QPushButton:
    made = QPushButton(text)
    made.setAutoDefault(False)
    made.setProperty("role", role)
    return made


def _without_mnemonic(text: str) -> str:
    """A button reads `&` as the mark of a shortcut; a name with one must keep it."""
    return text.replace("&", "&&")


def tool_button(icon_name: str, text: str, tip: str) -> QToolButton:
    """A flat button with an icon and, unless it is empty, a text; `tip` says what it does."""
    made = IconButton(icon_name, tip)
    if text:
        made.setText(_without_mnemonic(text))
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        made.setAccessibleName(text)
    return made


class IconButton(QToolButton):
    """A button with only an icon; `name` says what it does, to the eye as a tip and to a screen reader."""

    def __init__(self, icon: str, name: str, clicked: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_name(name)
        self.set_icon(icon)
        if clicked is not None:
            self.clicked.connect(lambda _=False: clicked())

    def set_name(self, name: str) -> None:
        """Say what it does."""
        set_tip(self, name)
        self.setAccessibleName(name)

    def set_icon(self, icon: str) -> None:
        """Show another icon of the family."""
        self.setIcon(theme.icon(icon))


class ElidedLabel(QLabel):
    """One line that ends in … when there is no room; the whole text is then its tool tip."""

    def __init__(self, text: str = "", role: str = "", *, middle: bool = False) -> None:
        super().__init__()
        self._mode = Qt.TextElideMode.ElideMiddle if middle else Qt.TextElideMode.ElideRight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setProperty("role", role)
        self.setText(text)

    @property
    def shown(self) -> str:
        """The text as there is room for it."""
        return QFontMetrics(self.font()).elidedText(self.text(), self._mode, self.contentsRect().width())

    def setText(self, text: str) -> None:
        super().setText(" ".join(text.split()))
        self._tell()

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.contentsRect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), self.shown)

    def _tell(self) -> None:
        set_tip(self, self.text() if self.shown != self.text() else "")


class Choice(QComboBox):
    """A combo box that the wheel does not change by accident."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)
        self.setMaxVisibleItems(20)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Number(QSpinBox):
    """A whole number that the wheel does not change by accident; `settled` comes when its user is done with it."""

    settled = Signal(int)

    def __init__(self, name: str, least: int, most: int, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(least, most)
        self.setSuffix(suffix)
        self.lineEdit().setTextMargins(6, 0, 0, 0)  # the style sheet's padding does not reach it
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.valueChanged.connect(self.settled)

    def show_value(self, value: int) -> None:
        """Show a value without telling that it was chosen."""
        self.blockSignals(True)
        self.setValue(value)
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class Section(QWidget):
    """A heading that opens and closes what stands under it.

    What is handed in stands in the layout `content`, which takes more. With a `key` this computer remembers whether
    it is open. A count tells how much is filled in while it is closed.
    """

    toggled = Signal(bool)

    def __init__(
        self,
        title: str,
        content: QWidget | None = None,
        expanded: bool = False,
        key: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._key = f"deel/{key}" if key else ""
        self._count = 0
        self.is_open = bool(settings().value(self._key, expanded, bool)) if self._key else expanded
        self.header = QPushButton()
        self.header.setProperty("role", "section")
        self.header.setAutoDefault(False)
        self.header.setIconSize(QSize(16, 16))
        self.header.clicked.connect(lambda _=False: self.set_open(not self.is_open))
        self.header.installEventFilter(self)
        self.body = QWidget()
        self.content = column(12)
        self.content.setContentsMargins(0, 4, 0, 12)
        self.body.setLayout(self.content)
        if content is not None:
            self.content.addWidget(content)
        self._head = row(4)
        self._head.addWidget(self.header, 1)
        layout = column(0)
        layout.addLayout(self._head)
        layout.addWidget(self.body)
        self.setLayout(layout)
        self._show()

    def add_action(self, made: QWidget) -> None:
        """Put a small button at the right end of the heading."""
        self._head.addWidget(made)

    def set_open(self, is_open: bool) -> None:
        """Open or close it."""
        if is_open != self.is_open:
            self.is_open = is_open
            if self._key:
                settings().setValue(self._key, is_open)
            self._show()
            self.toggled.emit(is_open)

    def set_title(self, title: str) -> None:
        """Give it another heading."""
        self._title = title
        self._show()

    def set_count(self, count: int) -> None:
        """How many things under the heading say something."""
        self._count = count
        self._show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows to the right and left open and close it; a button would move the focus with them."""
        pressed = event.key() if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress else None
        if pressed in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.set_open(pressed == Qt.Key.Key_Right)
            return True
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        self.body.setVisible(self.is_open)
        self.header.setIcon(theme.icon("chevron-down" if self.is_open else "chevron-right"))
        text = self._title if self.is_open or not self._count else f"{self._title}  ·  {self._count}"
        self.header.setText(_without_mnemonic(text))
        state = self.tr("open") if self.is_open else self.tr("dicht")
        self.header.setAccessibleName(f"{self._title}, {state}")


def column(spacing: int = 8) -> QVBoxLayout:
    """A layout from top to bottom without margins."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    return made


def row(spacing: int = 8) -> QHBoxLayout:
    """A layout from left to right without margins."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(spacing)
    return made


def rule() -> QFrame:
    """A thin line between two parts."""
    line = QFrame()
    line.setProperty("role", "rule")
    return line


def scrolled(content: QWidget) -> QScrollArea:
    """The content in an area that scrolls from top to bottom only."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    content.setProperty("role", "page")
    area.setWidget(content)
    return area


def emptied(layout: QLayout) -> None:
    """Take everything out of a layout and let it go."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif inner is not None:
            emptied(inner)
