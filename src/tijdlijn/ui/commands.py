"""What the menus hold, as data: every command once, with its words, its key and its place.

The words are translated where they are shown, in the context `commands`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the window. `needs_case` says that it only makes sense while a case is open.

    `lacks` says what is missing when it cannot be chosen although a case is open. `menu` is the name of the menu within
    the menu that it stands in.
    """

    id: str
    text: str
    keys: tuple[str, ...] = ()
    needs_case: bool = True
    checkable: bool = False
    lacks: str = ""
    menu: str = ""


SEPARATOR = Command("", "")

_PICTURE, _SAFETY, _PRIVACY = "Plaat&je kopiëren", "Veilig&heid", "Privac&y"

FILE: tuple[Command, ...] = (
    Command("new", "&Nieuw casusboek…", ("Ctrl+N",), needs_case=False),
    Command("open", "&Openen…", ("Ctrl+O",), needs_case=False),
    Command("example", "&Voorbeeld bekijken", needs_case=False),
    SEPARATOR,
    Command("new_case", "Nieuwe &casus in dit casusboek"),
    Command("documents", "&Dossier toevoegen…", ("Ctrl+Shift+O",)),
    Command("documents_folder", "&Map met een dossier toevoegen…"),
    Command("dossier", "Dossier &lezen, of terug naar de tijdlijn", ("F7", "D")),
    Command("import", "&Tabellen inlezen…", ("Ctrl+I",)),
    Command("print", "A&fdrukken…", ("Ctrl+P",)),
    Command("export", "&Bewaren als plaatje of tabel…", ("Ctrl+E",)),
    Command("copy_picture", "&Kopieer als plaatje", menu=_PICTURE),
    Command("copy_picture_masked", "Kopieer als plaatje &zonder namen", menu=_PICTURE),
    Command(
        "copy_picture_selection",
        "&Selectie kopiëren als plaatje",
        lacks="kies eerst twee of meer regels",
        menu=_PICTURE,
    ),
    Command("pack", "Casus als &pakket…"),
    Command("unpack", "Pakket &inlezen…"),
    Command("series", "Casusreeks: cijfers over ge&zinnen…"),
    SEPARATOR,
    Command("save_as", "Casusboe&k opslaan als…"),
    Command("backups", "&Reservekopieën…", menu=_SAFETY),
    Command("copy_clean", "&Kopie zonder geschiedenis…", menu=_SAFETY),
    Command("passphrase", "&Wachtwoord wijzigen…", menu=_SAFETY),
    Command("", "", menu=_SAFETY),
    Command("erase", "&Voorgoed wissen…", menu=_SAFETY),
    Command("remove_casebook", "Casusboek &definitief verwijderen…", menu=_SAFETY),
    Command("logbook", "&Logboek…", menu=_PRIVACY),
    Command("subject_access", "&Inzage voor één persoon…", menu=_PRIVACY),
    Command("processing", "&Verwerkingsoverzicht…", menu=_PRIVACY),
    Command("retention_terms", "&Bewaartermijnen…", menu=_PRIVACY),
    Command("lock", "Ver&grendelen", ("Ctrl+Alt+L",)),
    Command("close", "Casusboek &sluiten", ("Ctrl+W",)),
    Command("quit", "&Afsluiten", ("Ctrl+Q",), needs_case=False),
)

_DIFFER = "Bronnen vers&chillen"
_NO_CONTRADICTION = "kies eerst een regel waarvan de bronnen verschillen"

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
    Command("link", "Ver&binden met…", ("Ctrl+Shift+L",), lacks="kies eerst één of twee regels"),
    Command("join", "Sa&menvoegen", ("Ctrl+J",), lacks="kies eerst twee of meer regels"),
    Command("follow_account", "Deze regel &volgen", lacks=_NO_CONTRADICTION, menu=_DIFFER),
    Command("keep_apart", "&Geen tegenspraak: twee gebeurtenissen", lacks=_NO_CONTRADICTION, menu=_DIFFER),
    Command("forget_account", "&Keuze terugnemen", lacks="bij deze regel is niets gekozen", menu=_DIFFER),
    Command("end_open", "&Loopt nog", lacks="kies eerst een periode met een begin"),
    Command("end_unknown", "&Einde onbekend", lacks="kies eerst een periode met een begin"),
    SEPARATOR,
    Command("select_all", "&Alles selecteren", ("Ctrl+A",)),
    SEPARATOR,
    Command("search", "&Zoeken", ("Ctrl+F", "/")),
)

_LANES = "Ban&en"
_NO_LANE = "kies eerst een baan, met B of door op de naam te klikken"

LANES: tuple[Command, ...] = (
    Command("lanes_soort", "Banen per &soort", checkable=True, menu=_LANES),
    Command("lanes_persoon", "Banen per &persoon", checkable=True, menu=_LANES),
    Command("lanes_partij", "Banen per p&artij", checkable=True, menu=_LANES),
    Command("lanes_leefgebied", "Banen per &leefgebied", checkable=True, menu=_LANES),
    Command("", "", menu=_LANES),
    Command("within_none", "&Niets daarbinnen", checkable=True, menu=_LANES),
    Command("within_soort", "Daarbinnen per s&oort", checkable=True, lacks="de banen zijn al per soort", menu=_LANES),
    Command(
        "within_persoon", "Daarbinnen per p&ersoon", checkable=True, lacks="de banen zijn al per persoon", menu=_LANES
    ),
    Command(
        "within_partij", "Daarbinnen per par&tij", checkable=True, lacks="de banen zijn al per partij", menu=_LANES
    ),
    Command(
        "within_leefgebied", "Daarbinnen per leef&gebied", checkable=True, lacks="de banen zijn al per leefgebied",
        menu=_LANES,
    ),
    Command("", "", menu=_LANES),
    Command("lane_fold", "Baan &in- of uitklappen", ("Alt+Shift+Return",), lacks=_NO_LANE, menu=_LANES),
    Command("lane_fold_others", "Alle andere banen in&klappen", lacks=_NO_LANE, menu=_LANES),
    Command("lanes_unfold", "Alle banen &uitklappen", lacks="er is geen baan ingeklapt", menu=_LANES),
    Command("lane_up", "Baan om&hoog", ("Alt+Up",), lacks=_NO_LANE, menu=_LANES),
    Command("lane_down", "Baan o&mlaag", ("Alt+Down",), lacks=_NO_LANE, menu=_LANES),
    Command("lane_taller", "Baan hoge&r", ("Alt+Shift+Down",), lacks=_NO_LANE, menu=_LANES),
    Command("lane_lower", "&Baan lager", ("Alt+Shift+Up",), lacks=_NO_LANE, menu=_LANES),
    Command("lane_auto", "&Zo hoog als nodig", lacks="deze baan is al zo hoog als nodig", menu=_LANES),
    Command("lane_hide", "Baan &verbergen", lacks=_NO_LANE, menu=_LANES),
    Command("lane_only", "Alleen &deze baan", lacks=_NO_LANE, menu=_LANES),
    Command("lanes_show", "Verborgen banen tonen", lacks="er is geen baan verborgen", menu=_LANES),
    Command("", "", menu=_LANES),
    Command("lanes_menu", "Banen kiezen…", ("Ctrl+B",), menu=_LANES),
    Command("lanes_restore", "Banen herstellen", lacks="de banen staan al zoals ze horen", menu=_LANES),
)  # fmt: skip
"""What the lanes are, and what is done with the one that has the keys."""

VIEW: tuple[Command, ...] = (
    Command("zoom_in", "&Inzoomen", ("Ctrl++", "Ctrl+=")),
    Command("zoom_out", "&Uitzoomen", ("Ctrl+-",)),
    Command("fit", "Hele leven &passend", ("Ctrl+0",)),
    SEPARATOR,
    Command("align_here", "Uitlijnen op deze &regel", ("Ctrl+U",), lacks="kies eerst één regel met een datum"),
    Command("align_together", "Gekozen regels &onder elkaar", lacks="kies eerst twee tot vier regels met een datum"),
    Command("align_births", "Kinderen onder elkaar, op leefti&jd", lacks="er zijn geen twee kinderen met een geboorte"),
    Command("align_off", "Uitlijnen op&heffen", lacks="er is niets uitgelijnd"),
    SEPARATOR,
    *LANES,
    Command("panel_findings", "&Bevindingen", ("Ctrl+1",)),
    Command("panel_people", "&Mensen en partijen", ("Ctrl+2",)),
    Command("panel_search", "&Zoekresultaten", ("Ctrl+3",)),
    Command("panel_history", "&Geschiedenis", ("Ctrl+4",)),
    Command("panel_filter", "&Filter", ("Ctrl+5", "F")),
    Command("show_all", "&Alle regels tonen", ("Ctrl+Shift+A",), lacks="er is geen filter"),
    Command("save_view", "&Weergave bewaren…", ("Ctrl+Shift+S",)),
    Command("phases", "Fa&sen…", ("Ctrl+6",)),
    Command("inspector", "Eigens&chappen tonen", ("F4",), checkable=True),
    SEPARATOR,
    Command("theme_system", "Kleuren van het s&ysteem", needs_case=False, checkable=True),
    Command("theme_light", "&Lichte kleuren", needs_case=False, checkable=True),
    Command("theme_dark", "&Donkere kleuren", needs_case=False, checkable=True),
    Command("theme_projector", "&Kleuren voor een beamer", needs_case=False, checkable=True),
    Command("theme_pattern", "Zwart-wit met pa&tronen", needs_case=False, checkable=True),
    Command("colours", "Kleure&n…", needs_case=False),
)

_WHERE_DIFFER = "&Waar bronnen verschillen"
_AHEAD = "Komende &jaren"

AHEAD: tuple[Command, ...] = (
    Command("ahead", "Vooruit: &wat afloopt en wat komt", ("Ctrl+7",), menu=_AHEAD),
    Command("show_ahead", "Voorstellen op de &tijdlijn", checkable=True, menu=_AHEAD),
    Command("next_proposal", "&Volgend voorstel", ("W", "Ctrl+Alt+W"), menu=_AHEAD),
    Command("previous_proposal", "V&orig voorstel", ("Shift+W", "Ctrl+Alt+Shift+W"), menu=_AHEAD),
    Command("ahead_calendar", "Naar de &agenda (.ics)…", menu=_AHEAD),
)
"""The life ahead: what runs out, and what is proposed."""

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
    Command("next_differs", "&Volgende waar bronnen verschillen", ("V", "Ctrl+Alt+V"), menu=_WHERE_DIFFER),
    Command(
        "previous_differs", "V&orige waar bronnen verschillen", ("Shift+V", "Ctrl+Alt+Shift+V"), menu=_WHERE_DIFFER
    ),
    *AHEAD,
    SEPARATOR,
    Command("today", "Naar de &peildatum", ("Ctrl+T", "T")),
    SEPARATOR,
    Command("next_lane", "Volgende &baan", ("B", "Ctrl+Alt+B")),
    Command("previous_lane", "Vorige baa&n", ("Shift+B", "Ctrl+Alt+Shift+B")),
    SEPARATOR,
    Command("next_area", "Volgend &deel van het venster", ("F6",)),
    Command("previous_area", "Vor&ig deel van het venster", ("Shift+F6",)),
)
"""A letter goes on, the same letter with Shift goes back."""

ON_BOTH_PAGES = frozenset(
    {"documents", "documents_folder", "import", "print", "export", "passphrase", "undo", "redo", "search", "dossier"}
    | {"pack", "unpack", "save_as", "lock"}
    | {"series", "logbook", "subject_access", "processing", "retention_terms", "costs", "rates"}
    | {"next_area", "previous_area", "meeting", "new_meeting", "present", "report_meeting"}
)
"""What is done with the page in view, whichever it is. Any other command of a case is about the timeline."""

CHANGES = frozenset(
    {command.id for command in EDIT} - {"", "copy", "select_all", "search"}
    | {"scenario_here", "scenario_copy", "scenario_pair"}
    | {"new_case", "documents", "documents_folder", "import", "unpack", "passphrase", "save_view", "new_meeting"}
)
"""What changes the casebook, and cannot be done with one that is only read."""
LEAVES = frozenset(
    {"print", "export", "copy_picture", "copy_picture_masked", "copy_picture_selection", "pack", "copy", "present"}
    | {"report_meeting", "subject_access", "processing", "ahead_calendar"}
)
"""What brings something out of the casebook, and cannot be done with one of which the log cannot be written."""
OF_THE_FILE = frozenset({"save_as", "backups", "copy_clean", "passphrase", "erase", "remove_casebook"})
"""What is done with the file of a casebook, and not with a backup that is looked at."""

SCENARIOS: tuple[Command, ...] = (
    Command("scenario_here", "Scenario &vanaf hier…", ("Ctrl+Alt+H",), menu="&Scenario's"),
    Command("scenarios", "Scenario's ver&gelijken…", ("Ctrl+8",), menu="&Scenario's"),
    Command(
        "scenario_copy", "Gekozen regels &overnemen in het scenario",
        lacks="kies regels, en in de balk het scenario waar nieuwe regels in komen", menu="&Scenario's",
    ),
    Command(
        "scenario_pair", "Tegen&hanger maken, of niet meer",
        lacks="kies één regel die gebeurde en één van een scenario", menu="&Scenario's",
    ),
    Command("scenarios_off", "Scenario's ver&bergen", lacks="er wordt geen scenario getoond", menu="&Scenario's"),
)  # fmt: skip
"""What might have been, below what happened."""

INSIGHT: tuple[Command, ...] = (
    Command("costs", "&Kosten…", ("Ctrl+Shift+E",)),
    Command("rates", "&Tarieventabel…"),
)

MEETING: tuple[Command, ...] = (
    Command("meeting", "Bijeenkomst &voorbereiden, of terug", ("F8",)),
    Command("new_meeting", "&Nieuwe bijeenkomst…"),
    SEPARATOR,
    Command("present", "&Presenteren", ("F5",)),
    SEPARATOR,
    *SCENARIOS,
    SEPARATOR,
    Command("report_meeting", "Verslag en &afspraken…", ("Ctrl+Shift+P",), lacks="maak eerst een bijeenkomst"),
)

HELP: tuple[Command, ...] = (
    Command("keys", "&Toetsen", ("F1", "?"), needs_case=False),
    Command("about", "&Over tijdlijn", needs_case=False),
)

MENUS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    ("&Bestand", FILE),
    ("Be&werken", EDIT),
    ("Beel&d", VIEW),
    ("&Ga naar", GO),
    ("&Inzicht", INSIGHT),
    ("Bi&jeenkomst", MEETING),
    ("&Help", HELP),
)
"""The menu bar from left to right."""


def is_letter(keys: str) -> bool:
    """Whether a key is one that also types a character: it is a command only where nothing is typed."""
    return len(keys.removeprefix("Shift+")) == 1
