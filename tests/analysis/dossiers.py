"""Random small dossiers with uncertain dates of every sort, for the property tests."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.builders import case, entry, party, person
from tijdlijn.model.casebook import Case
from tijdlijn.model.dates import DateError, UncertainDate
from tijdlijn.model.entries import Entry
from tijdlijn.model.parameters import Parameters
from tijdlijn.model.people import Worker
from tijdlijn.model.vocabulary import AimedAt, Kind, Sector, Weight

FIRST = date(2018, 12, 1)
PARTIES = [
    party("wijkteam", Sector.GEMEENTE),
    party("school", Sector.ONDERWIJS),
    party("raad", Sector.RAAD),
    party("kompas", Sector.JEUGDHULP),
    party("oma", Sector.NETWERK),
    party("buur", Sector.NETWERK),
]
WORKERS = (Worker("an", "An"), Worker("bo", "Bo"))


@st.composite
def points(draw: st.DrawFn, spread: int = 500) -> str:
    """One EDTF point from so many days: mostly a day, else a month, season, year, a choice or an approximation."""
    day = FIRST + timedelta(draw(st.integers(0, spread)))
    form = draw(
        st.sampled_from(["day"] * 5 + ["day~", "month", "month~", "month?", "season", "year", "year~", "choice"])
    )
    if form == "choice":
        return f"[{day}..{day + timedelta(draw(st.integers(1, 90)))}]"
    text = {"day": day.isoformat(), "month": day.isoformat()[:7], "year": str(day.year)}.get(form.rstrip("~?"), "")
    return (text or f"{day.year}-{21 + day.month % 4}") + form[len(form.rstrip("~?")) :]


@st.composite
def dates(draw: st.DrawFn, spread: int = 500) -> str:
    """A point, or a period with a known, open or unknown end."""
    start = draw(points(spread))
    end = draw(st.one_of(st.none(), st.just(""), st.just(".."), *(3 * [points(spread)])))
    if end is None:
        return start
    try:
        UncertainDate.parse(f"{start}/{end}")
    except DateError:
        start, end = end, start
    return f"{start}/{end}"


@st.composite
def entries(draw: st.DrawFn, kinds: tuple[str, ...], spread: int = 500) -> Entry:
    """One entry of one of these kinds; its id is given by the dossier."""
    return entry(
        draw(st.sampled_from(kinds)),
        draw(dates(spread)),
        id=str(draw(st.uuids())),
        persons=" ".join(draw(st.sets(st.sampled_from(["noor", "sem", "moeder"]), max_size=2))),
        parties=" ".join(draw(st.lists(st.sampled_from([p.id for p in PARTIES]), max_size=3, unique=True))),
        worker_ids=tuple(draw(st.lists(st.sampled_from([w.id for w in WORKERS]), max_size=2, unique=True))),
        weight=draw(st.sampled_from([None, Weight.LICHT, Weight.LICHT, Weight.ZWAAR])),
        aimed_at=draw(st.sampled_from([None, AimedAt.KIND, AimedAt.OUDER, AimedAt.GEZIN])),
        schakelmoment=draw(st.sampled_from(["", "", "verhuizing"])),
    )


@st.composite
def dossiers(draw: st.DrawFn, kinds: tuple[str, ...] = tuple(Kind), most: int = 12, spread: int = 500) -> Case:
    """A case of a mother and two children, with thresholds small enough for something to be found."""
    births = [draw(st.one_of(st.none(), points())) for _ in range(2)]
    children = [
        person("noor", births[0], focus=draw(st.booleans())),
        person("sem", births[1], focus=draw(st.booleans())),
        person("moeder", "1986", role="moeder"),
    ]
    parameters = Parameters(
        gap_min_days=draw(st.sampled_from([1, 20, 61])),
        silence_min_days=draw(st.sampled_from([1, 10, 60])),
        pressure_window=draw(st.sampled_from([1, 7, 42])),
        pressure_min_parties=draw(st.integers(1, 3)),
        pressure_min_actions=draw(st.integers(1, 4)),
    )
    return case(
        *draw(st.lists(entries(kinds, spread), max_size=most)),
        persons=children,
        parties=PARTIES,
        workers=WORKERS,
        parameters=parameters,
        reference_day=FIRST + timedelta(draw(st.integers(0, 700))),
    )
