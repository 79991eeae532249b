"""What the menus hold, as data: every command once, with its words, its key and its place.

The words are translated where they are shown, in the context `commands`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the window. `needs_case` says that it only makes sense while a case is open.

    `lacks` says what is missing when it cannot be chosen although a case is open.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    needs_case: bool = True
    checkable: bool = False
    lacks: str = ""


SEPARATOR = Command("", "")

FILE: tuple[Command, ...] = (
    Command("new", "&Nieuw casusboek…", ("Ctrl+N",), needs_case=False),
    Command("open", "&Openen…", ("Ctrl+O",), needs_case=False),
    Command("example", "&Voorbeeld bekijken", needs_case=False),
    SEPARATOR,
    Command("new_case", "Nieuwe &casus in dit casusboek"),
    Command("import", "&Tabellen inlezen…", ("Ctrl+I",)),
    Command("export", "&Bewaren als PDF, plaatje of tabel…", ("Ctrl+P", "Ctrl+E")),
    SEPARATOR,
    Command("passphrase", "Wachtwoord &wijzigen…"),
    Command("close", "Casusboek &sluiten", ("Ctrl+W",)),
    Command("quit", "&Afsluiten", ("Ctrl+Q",), needs_case=False),
)

EDIT: tuple[Command, ...] = (
    Command("undo", "&Ongedaan maken", ("Ctrl+Z",), lacks="er is niets om ongedaan te maken"),
    Command("redo", "Op&nieuw", ("Ctrl+Shift+Z", "Ctrl+Y"), lacks="er is niets ongedaan gemaakt"),
    SEPARATOR,
    Command("add", "&Regel toevoegen", ("Ctrl+L", "N")),
    Command("edit", "Titel &wijzigen", ("F2",), lacks="kies eerst een regel"),
    Command("delete", "Regel &verwijderen", ("Del",), lacks="kies eerst een regel"),
    SEPARATOR,
    Command("cut", "&Knippen", ("Ctrl+X",), lacks="kies eerst een regel"),
    Command("copy", "Kop&iëren", ("Ctrl+C",), lacks="kies eerst een regel"),
    Command("paste", "&Plakken", ("Ctrl+V",), lacks="er staat niets op het klembord"),
    Command("duplicate", "&Dupliceren", ("Ctrl+D",), lacks="kies eerst een regel"),
    SEPARATOR,
    Command(
        "move_earlier", "Een stap eerder in de ti&jd", ("Alt+Shift+Left",), lacks="kies eerst een regel met een datum"
    ),
    Command(
        "move_later", "Een stap later in de &tijd", ("Alt+Shift+Right",), lacks="kies eerst een regel met een datum"
    ),
    Command("split", "&Splitsen…", ("Ctrl+Shift+K",), lacks="kies eerst één periode met een datum"),
    Command("join", "Sa&menvoegen", ("Ctrl+J",), lacks="kies eerst twee of meer regels"),
    Command("end_open", "&Loopt nog", lacks="kies eerst een periode met een begin"),
    Command("end_unknown", "&Einde onbekend", lacks="kies eerst een periode met een begin"),
    SEPARATOR,
    Command("select_all", "&Alles selecteren", ("Ctrl+A",)),
    SEPARATOR,
    Command("search", "&Zoeken", ("Ctrl+F", "/")),
)

VIEW: tuple[Command, ...] = (
    Command("zoom_in", "&Inzoomen", ("Ctrl++", "Ctrl+=")),
    Command("zoom_out", "&Uitzoomen", ("Ctrl+-",)),
    Command("fit", "Hele leven &passend", ("Ctrl+0",)),
    SEPARATOR,
    Command("panel_findings", "&Bevindingen", ("Ctrl+1",)),
    Command("panel_people", "&Mensen en partijen", ("Ctrl+2",)),
    Command("panel_search", "&Zoekresultaten", ("Ctrl+3",)),
    Command("panel_history", "&Geschiedenis", ("Ctrl+4",)),
    Command("panel_filter", "&Filter", ("Ctrl+5", "F")),
    Command("show_all", "&Alle regels tonen", ("Ctrl+Shift+A",), lacks="er is geen filter"),
    Command("save_view", "&Weergave bewaren…", ("Ctrl+Shift+S",)),
    Command("inspector", "&Eigenschappen tonen", ("F4",), checkable=True),
    SEPARATOR,
    Command("theme_system", "Kleuren van het s&ysteem", needs_case=False, checkable=True),
    Command("theme_light", "&Lichte kleuren", needs_case=False, checkable=True),
    Command("theme_dark", "&Donkere kleuren", needs_case=False, checkable=True),
    Command("theme_projector", "&Kleuren voor een beamer", needs_case=False, checkable=True),
    Command("theme_pattern", "Zwart-wit met pa&tronen", needs_case=False, checkable=True),
    Command("colours", "Kleure&n…", needs_case=False),
)

GO: tuple[Command, ...] = (
    Command("palette", "&Zoeken en doen…", ("Ctrl+K",), needs_case=False),
    SEPARATOR,
    Command("next_entry", "&Volgende regel", ("Alt+Right",)),
    Command("previous_entry", "V&orige regel", ("Alt+Left",)),
    Command("first_entry", "Ee&rste regel", ("Alt+Home",)),
    Command("last_entry", "L&aatste regel", ("Alt+End",)),
    SEPARATOR,
    Command("next_turn", "Volgend &schakelmoment", ("S", "Ctrl+Alt+S")),
    Command("previous_turn", "Vorig s&chakelmoment", ("Shift+S", "Ctrl+Alt+Shift+S")),
    Command("next_gap", "Volgend &gat", ("G", "Ctrl+Alt+G")),
    Command("previous_gap", "Vorig ga&t", ("Shift+G", "Ctrl+Alt+Shift+G")),
    Command("next_pan", "Volgende sn&elkookpan", ("K", "Ctrl+Alt+K")),
    Command("previous_pan", "Vorige snel&kookpan", ("Shift+K", "Ctrl+Alt+Shift+K")),
    Command("next_placement", "Volgende &uithuisplaatsing", ("U", "Ctrl+Alt+U")),
    Command("previous_placement", "Vorige uit&huisplaatsing", ("Shift+U", "Ctrl+Alt+Shift+U")),
    Command("next_ultimatum", "Volgend ulti&matum", ("M", "Ctrl+Alt+M")),
    Command("previous_ultimatum", "Vorig u&ltimatum", ("Shift+M", "Ctrl+Alt+Shift+M")),
    SEPARATOR,
    Command("today", "Naar de &peildatum", ("Ctrl+T", "T")),
    SEPARATOR,
    Command("next_area", "Volgend &deel van het venster", ("F6",)),
    Command("previous_area", "Vor&ig deel van het venster", ("Shift+F6",)),
)
"""A letter goes on, the same letter with Shift goes back."""

HELP: tuple[Command, ...] = (
    Command("keys", "&Toetsen", ("F1", "?"), needs_case=False),
    Command("about", "&Over tijdlijn", needs_case=False),
)

MENUS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("&Bestand", FILE),
    ("Be&werken", EDIT),
    ("Beel&d", VIEW),
    ("&Ga naar", GO),
    ("&Help", HELP),
)
"""The menu bar from left to right."""


def is_letter(keys: str) -> bool:
    """Whether a key is one that also types a character: it is a command only where nothing is typed."""
    return len(keys.removeprefix("Shift+")) == 1
