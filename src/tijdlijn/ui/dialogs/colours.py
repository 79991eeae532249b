"""Colours of one's own for lanes, persons and signs; every change is shown at once, and can be taken back.

Nothing is refused: a colour that is hard to see gets a warning and the nearest one that is not. What goes with a colour
(sure and possible, the text on it, the dark theme) follows from it. Paper keeps the colours of the program, so that
two prints of one case are alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from tijdlijn.drawing.colours import contrast, legible
from tijdlijn.layout.lanes import LANES
from tijdlijn.ui import theme
from tijdlijn.ui.dialogs.sheet import Sheet, note
from tijdlijn.ui.own_colours import DEFAULTS, PERSONS, read
from tijdlijn.ui.widgets import button, column, plain_label, row, scrolled

LEAST, STRONG = 3.0, 7.0
"""Contrast with white that a sign needs, and that of the preset with high contrast."""
_WHITE = ("#ffffff",)
SAFER: Mapping[str, str] = MappingProxyType(
    {
        "leven": "#3c5c7b",
        "vragen": "#d76601",
        "betrokken": "#2d3c4f",
        "hulp": "#258a6a",
        "wachten": "#8793a1",
        "besluiten": "#3a1f6e",
        "maatregel": "#911967",
    }
)
"""Lanes that differ as much as they can for colour-blind eyes, at the cost of calm."""
STRONGER: Mapping[str, str] = MappingProxyType({name: legible(c, _WHITE, STRONG) for name, c in DEFAULTS.items()})


class ColoursDialog(Sheet):
    """The colours, grouped; `changed` tells the chosen ones by name, without those that are the program's own."""

    changed = Signal(dict)

    def __init__(self, chosen: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent, width=560)
        self.setModal(False)
        self.setWindowTitle(self.tr("Kleuren"))
        self.set_heading(self.tr("Kleuren"))
        self._rows: dict[str, ColourRow] = {}
        self._add_presets()
        self._add_rows({**DEFAULTS, **chosen})
        text = self.tr(
            "Geldt voor het scherm, licht, donker en beamer. Op papier staan altijd de kleuren van het programma."
        )
        self.body.addWidget(note(text))
        self.add_cancel(self.tr("Sluiten")).setDefault(True)

    @property
    def chosen(self) -> dict[str, str]:
        """What differs from the program's own colours."""
        return {name: line.colour for name, line in self._rows.items() if line.colour != DEFAULTS[name]}

    def use(self, colours: Mapping[str, str]) -> None:
        """Show a whole set of colours; what it does not name gets the program's own."""
        for name, line in self._rows.items():
            line.show_colour(colours.get(name, DEFAULTS[name]))
        self._tell()

    def _add_presets(self) -> None:
        line = row(8)
        for text, preset in (
            (self.tr("Standaard"), DEFAULTS),
            (self.tr("Extra kleurenblind-veilig"), SAFER),
            (self.tr("Hoog contrast"), STRONGER),
        ):
            line.addWidget(button(text, partial(self.use, preset)))
        line.addStretch(1)
        self.body.addLayout(line)

    def _add_rows(self, colours: Mapping[str, str]) -> None:
        content = QWidget()
        lines = column(4)
        content.setLayout(lines)
        for heading, names in (
            (self.tr("Soorten"), {lane.key: lane.name for lane in LANES}),
            (self.tr("Kinderen"), {name: self.tr("Kind {0}").format(i + 1) for i, name in enumerate(PERSONS)}),
            (self.tr("Tekens"), self._sign_names()),
        ):
            lines.addWidget(plain_label(heading, "strong"))
            for name, words in names.items():
                line = self._rows[name] = ColourRow(words, colours[name])
                line.changed.connect(self._tell)
                lines.addWidget(line)
        area = scrolled(content)
        area.setFixedHeight(360)
        self.body.addWidget(area)

    def _sign_names(self) -> dict[str, str]:
        return {
            "schakel": self.tr("Schakelmoment"),
            "gat": self.tr("Gat: geen hulp"),
            "pan": self.tr("Snelkookpan"),
            "vandaag": self.tr("Peildatum"),
        }

    def _tell(self) -> None:
        self.changed.emit(self.chosen)


class ColourRow(QWidget):
    """One colour: its name, a swatch that opens the colours of the system, its code, and how well it is seen."""

    changed = Signal()

    def __init__(self, words: str, colour: str) -> None:
        super().__init__()
        self.colour = colour
        self.swatch = QPushButton(self)
        self.swatch.setAutoDefault(False)
        self.swatch.setFixedSize(44, 26)
        self.swatch.setAccessibleName(self.tr("Kies de kleur van {0}").format(words))
        self.swatch.clicked.connect(self._pick)
        self.code = QLineEdit(self)
        self.code.setMaxLength(7)
        self.code.setFixedWidth(92)
        self.code.setAccessibleName(words)
        self.code.textEdited.connect(self._typed)
        self.verdict = plain_label(wrap=False)
        self.offer = button("", self._take, "link")
        self._build(plain_label(words, wrap=False))
        self.show_colour(colour)

    def _build(self, name: QLabel) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        name.setFixedWidth(190)
        verdict = QHBoxLayout()
        verdict.addWidget(self.verdict)
        verdict.addWidget(self.offer)
        verdict.addStretch(1)
        for place, part in enumerate((name, self.swatch, self.code)):
            grid.addWidget(part, 0, place)
        grid.addLayout(verdict, 0, 3)
        grid.setColumnStretch(3, 1)

    def show_colour(self, colour: str) -> None:
        """Show a colour, its contrast with white, and a better one when it is hard to see."""
        self.colour = colour
        if read(self.code.text()) != colour:
            self.code.setText(colour)
        edge = theme.palette().field_line
        self.swatch.setStyleSheet(f"background: {colour}; border: 1px solid {edge}; border-radius: 6px;")
        ratio = contrast(colour, "#ffffff")
        told = self.tr("{0} : 1").format(f"{ratio:.1f}".replace(".", ","))
        poor = ratio < LEAST
        self.verdict.setText(self.tr("{0}, slecht te zien").format(told) if poor else told)
        self.offer.setVisible(poor)
        self.offer.setText(self.tr("Neem {0}").format(legible(colour, _WHITE, LEAST)))

    def _typed(self, text: str) -> None:
        colour = read(text) if len(text.strip().lstrip("#")) == 6 else ""
        if colour and colour != self.colour:
            self.show_colour(colour)
            self.changed.emit()

    def _take(self) -> None:
        self.show_colour(legible(self.colour, _WHITE, LEAST))
        self.changed.emit()

    def _pick(self) -> None:
        dialog = QColorDialog(QColor(self.colour), self)
        dialog.colorSelected.connect(lambda colour: self._typed(colour.name()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
