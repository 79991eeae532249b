"""What a document may add, what somebody decides about it, and that all of it is remembered and can be taken back."""

import sys
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import TODAY, entry, party, person
from tests.services.dossiers import candidate, document, finding, found_in, read
from tijdlijn.dossier.candidates import Family, PartyFound, Profile, Relative
from tijdlijn.dossier.reading import ReadingCancelled
from tijdlijn.language.mentions import Basis
from tijdlijn.model.dates import UncertainDate
from tijdlijn.model.documents import Verdict
from tijdlijn.model.entries import Citation, Entry, Source
from tijdlijn.model.people import Party, Person, Worker
from tijdlijn.model.problems import Problem
from tijdlijn.model.vocabulary import Kader, Kind, Sector
from tijdlijn.services import deciding, dossier, editing, joining, reviewing
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch
from tijdlijn.services.drafting import entry_of
from tijdlijn.services.passages import passage_place

LINES = (
    "2019-03-12: Noor is aangemeld bij de dagbehandeling",
    "Het was een rustige zomer.",
    "2019-09-01: start van de dagbehandeling",
    "De wet van 2015-01-01 blijft gelden.",
)
NOBODY = Family()


@pytest.fixture(autouse=True)
def _finding(monkeypatch):
    monkeypatch.setitem(sys.modules, "tijdlijn.dossier.finding", finding())


@pytest.fixture
def book(tmp_path):
    with OpenCasebook.create(tmp_path / "a.tijdlijn", "voorbeeld", title="Gezin Proef", today=TODAY) as made:
        yield made


@pytest.fixture
def case_id(book):
    return book.cases()[0].id


@pytest.fixture
def source_id(book, case_id):
    return dossier.file_documents(book, case_id, [read("brief.docx", *LINES)]).case.sources[0].id


@pytest.fixture
def look(book, case_id, source_id):
    """A fresh look at the document."""
    return lambda **more: reviewing.review(book, case_id, source_id, family=NOBODY, **more)


@pytest.fixture
def found(look):
    """The candidates of the document."""
    return [item.candidate for item in look().items]


def states(review):
    return [item.verdict for item in review.items]


# Looking


def test_a_document_proposes_what_it_tells_and_counts_what_is_no_event_apart(look):
    review = look()
    assert [item.candidate.words for item in review.items] == ["2019-03-12", "2019-09-01", "2015-01-01"]
    assert [item.is_open for item in review.items] == [True, True, False]
    assert (review.progress, len(review.open), review.cited) == ((0, 2), 2, ())


def test_a_document_without_its_text_can_be_looked_through_while_it_is_at_hand(book, case_id, source_id, look):
    whole = dossier.document(book, case_id, source_id)
    dossier.forget_text(book, case_id, source_id)
    with pytest.raises(Problem, match="alleen de passages"):
        look()
    assert len(look(document=whole).items) == 3


def test_looking_can_be_stopped(book, case_id, source_id):
    with pytest.raises(ReadingCancelled):
        reviewing.review(book, case_id, source_id, lambda: True, family=NOBODY)


def test_a_document_that_is_gone_is_said_to_be_gone(book, case_id, source_id, look, found):
    editing.delete_source(book, case_id, source_id)
    for change in (
        look,
        lambda: deciding.accept(book, case_id, source_id, found[0]),
        lambda: deciding.accept_all(book, case_id, source_id, found),
        lambda: deciding.skip(book, case_id, source_id, found[0]),
    ):
        with pytest.raises(Problem, match="staat niet"):
            change()


def test_what_is_said_of_a_document_is_what_its_candidates_are_found_with(book, case_id, source_id, monkeypatch, look):
    seen = []
    finder = lambda given, profile, family: seen.append((profile, family)) or ()  # noqa: E731
    monkeypatch.setitem(sys.modules, "tijdlijn.dossier.finding", finding(finder))
    day = UncertainDate.parse("2019-10-01")
    dossier.set_profile(book, case_id, source_id, "brief", "CJG", day)
    look()
    assert seen == [(Profile("brief", "CJG", day), NOBODY)]


def test_the_family_is_who_is_known_and_whom_the_texts_tell_of(book, case_id, source_id):
    editing.put_person(book, case_id, person("Noor", "2009-05-14", focus=True))
    editing.put_party(book, case_id, party("CJG", Sector.SOCIALE_BASIS))
    known = reviewing.known_family(book.case(case_id))
    assert known.relatives == (Relative("Noor", "kind", UncertainDate.parse("2009-05-14"), True),)
    assert known.parties == (PartyFound("CJG", Sector.SOCIALE_BASIS),)
    assert "Noor" in {relative.name for relative in reviewing.family_of(book, case_id).relatives}
    with pytest.raises(ReadingCancelled):
        reviewing.family_of(book, case_id, lambda: True)


# Accepting


def test_accepting_makes_an_entry_that_cites_its_passage_in_one_step(book, case_id, source_id, look, found):
    change = deciding.accept(book, case_id, source_id, found[0])
    (made,) = change.case.entries
    assert (made.title, made.date.edtf, made.kind) == (
        "Noor is aangemeld bij de dagbehandeling",
        "2019-03-12",
        Kind.GEBEURTENIS,
    )
    assert made.citations == (Citation(source_id, "", LINES[0]),)
    assert made.citations[0].start == 0
    assert (change.step, change.entry_ids) == ("Neem 'Noor is aangemeld bij de dagbehandeling' over", (made.id,))
    assert change.decisions_changed
    review = look()
    assert (states(review), review.progress) == ([Verdict.ACCEPTED, None, None], (1, 2))
    assert review.items[0].entry_id == made.id
    assert [(one.entry_id, one.start, one.end) for one in review.cited] == [(made.id, 0, len(LINES[0]))]
    book.undo()
    assert (book.case(case_id).entries, states(look())) == ((), [None, None, None])
    book.redo()
    assert states(look()) == [Verdict.ACCEPTED, None, None]


def test_decisions_are_remembered_after_closing(book, case_id, source_id, found):
    deciding.accept(book, case_id, source_id, found[0])
    deciding.skip(book, case_id, source_id, found[1])
    book.close()
    with OpenCasebook.open(book.path, "voorbeeld", today=TODAY) as again:
        review = reviewing.review(again, case_id, source_id, family=NOBODY)
        assert states(review) == [Verdict.ACCEPTED, Verdict.SKIPPED, None]
        (filed,) = dossier.filed(again, case_id)
        assert (filed.accepted, filed.skipped, filed.decided) == (1, 1, 2)


def test_a_newer_version_asks_only_what_is_new(book, case_id, source_id, look, found):
    deciding.accept(book, case_id, source_id, found[0])
    deciding.skip(book, case_id, source_id, found[1])
    newer = ("Voorwoord van het wijkteam.", *LINES, "2020-01-05: einde van de dagbehandeling")
    dossier.file_documents(book, case_id, [read("brief.docx", *newer)])
    review = look()
    assert [item.candidate.words for item in review.open] == ["2020-01-05"]
    (cited,) = review.cited
    assert review.document.text[cited.start : cited.end] == LINES[0]


def test_a_candidate_whose_entry_was_deleted_is_open_again_until_undo(book, case_id, source_id, look, found):
    (id_,) = deciding.accept(book, case_id, source_id, found[0]).entry_ids
    editing.delete_entries(book, case_id, [id_])
    assert look().items[0].is_open
    book.undo()
    assert states(look())[0] is Verdict.ACCEPTED


def test_a_candidate_whose_entry_was_joined_on_the_timeline_stays_decided(book, case_id, source_id, look, found):
    (id_,) = deciding.accept(book, case_id, source_id, found[0]).entry_ids
    editing.add_entry(book, case_id, entry("gebeurtenis", "2019-03-12", "Aanmelding", id="e1"))
    change = joining.join_entries(book, case_id, ["e1", id_])
    assert (change.entry_ids, change.removed_ids) == (("e1",), (id_,))
    assert (states(look())[0], look().items[0].entry_id) == (Verdict.JOINED, "e1")


def test_accepting_twice_makes_one_entry(book, case_id, source_id, found):
    deciding.accept(book, case_id, source_id, found[0])
    history = book.history()
    assert deciding.accept(book, case_id, source_id, found[0]).entry_ids == ()
    assert book.history() == history


def test_accepting_many_is_one_step_and_makes_whom_they_share_once(book, case_id, source_id, found):
    care = PartyFound("De Vaart", Sector.JEUGDHULP)
    chosen = [replace(one, parties=(care,), worker="mw. Smit") for one in found[:2]]
    change = deciding.accept_all(book, case_id, source_id, chosen)
    assert change.step == "Neem 2 regels over uit 'brief.docx'"
    (made,) = change.case.parties
    (worker,) = change.case.workers
    assert (made.name, made.sector, worker.party_id) == ("De Vaart", Sector.JEUGDHULP, made.id)
    assert all((one.party_ids, one.worker_ids) == ((made.id,), (worker.id,)) for one in change.case.entries)
    assert deciding.accept_all(book, case_id, source_id, chosen).entry_ids == ()
    book.undo()
    assert (book.case(case_id).entries, book.case(case_id).parties) == ((), ())


def test_what_somebody_changed_before_accepting_is_what_is_put(book, case_id, source_id, found, look):
    change = deciding.accept(book, case_id, source_id, found[0], Entry("x", Kind.SIGNAAL, "Anders", found[0].date))
    (made,) = change.case.entries
    assert (made.title, made.kind, made.citations[0].passage) == ("Anders", Kind.SIGNAAL, LINES[0])
    assert made.id != "x"
    assert look().items[0].entry_id == made.id


def test_of_a_changed_draft_only_whom_it_still_names_comes_along(book, case_id, source_id, found):
    draft = entry_of(book.case(case_id), replace(found[0], parties=(PartyFound("CJG"), PartyFound("GGD"))))
    kept = draft.parties[1]
    changed = replace(draft, entry=replace(draft.entry, party_ids=(kept.id,)))
    change = deciding.accept(book, case_id, source_id, found[0], changed)
    assert change.case.parties == (kept,)


def test_a_draft_of_before_does_not_make_a_party_twice(book, case_id, source_id, found):
    drafts = [entry_of(book.case(case_id), replace(one, parties=(PartyFound("CJG"),))) for one in found[:2]]
    for one, draft in zip(found, drafts, strict=False):
        change = deciding.accept(book, case_id, source_id, one, draft)
    (made,) = change.case.parties
    assert all(one.party_ids == (made.id,) for one in change.case.entries)


def test_a_draft_may_be_of_any_shape(book, case_id, source_id, found):
    @dataclass(frozen=True)
    class Own:
        entry: Entry
        persons: tuple[Person, ...] = ()
        parties: tuple[Party, ...] = ()
        workers: tuple[Worker, ...] = ()

    own = Own(Entry("y", Kind.CONTACT, "Belt", person_ids=("p",)), (Person("p", "Sem"), Person("q", "Ans")))
    change = deciding.accept(book, case_id, source_id, found[0], own)
    assert [one.name for one in change.case.persons] == ["Sem"]


# Skipping, reopening, joining


def test_skipping_and_reopening_are_steps(book, case_id, source_id, look, found):
    change = deciding.skip(book, case_id, source_id, *found)
    assert (change.step, change.decisions_changed) == ("Sla 3 vondsten over", True)
    assert look().open == ()
    history = book.history()
    deciding.skip(book, case_id, source_id, found[0])
    assert book.history() == history
    change = deciding.reopen(book, case_id, source_id, found[0])
    assert change.step == "Leg 'Noor is aangemeld bij de dagbehandeling' opnieuw voor"
    assert states(look()) == [None, Verdict.SKIPPED, Verdict.SKIPPED]
    book.undo()
    assert look().open == ()


def test_reopening_what_was_accepted_leaves_its_entry_and_proposes_it(book, case_id, source_id, look, found):
    (id_,) = deciding.accept(book, case_id, source_id, found[0]).entry_ids
    deciding.reopen(book, case_id, source_id, found[0])
    item = look().items[0]
    assert (item.is_open, item.same) == (True, (id_,))


def test_joining_adds_the_source_and_never_changes_the_date(book, case_id, source_id, look, found):
    there = entry("gebeurtenis", "2019-03", "Aanmelding", id="e1", kader=Kader.DRANG)
    editing.add_entry(book, case_id, there)
    told = replace(found[0], kader=Kader.VRIJWILLIG, parties=(PartyFound("De Vaart"),), schakelmoment="ziekte")
    change = deciding.join(book, case_id, source_id, told, "e1")
    made = change.case.entries_by_id["e1"]
    assert (made.title, made.date.edtf, made.kader) == ("Aanmelding", "2019-03", Kader.DRANG)
    assert (made.schakelmoment, [one.name for one in change.case.parties_of(made)]) == ("ziekte", ["De Vaart"])
    assert made.citations == (Citation(source_id, "", LINES[0]),)
    assert change.step == "Voeg bron 'brief.docx' toe aan 'Aanmelding' en vul aan"
    assert (states(look())[0], look().items[0].entry_id) == (Verdict.JOINED, "e1")
    history = book.history()
    deciding.join(book, case_id, source_id, told, "e1")
    assert book.history() == history
    book.undo()
    assert book.case(case_id).entries_by_id["e1"] == there


def test_joining_with_an_entry_that_says_all_adds_the_source_only(book, case_id, source_id, found):
    cited = Citation(source_id)
    editing.add_entry(book, case_id, entry("gebeurtenis", "2019-03", "Aanmelding", id="e1", citations=(cited,)))
    change = deciding.join(book, case_id, source_id, found[0], "e1")
    assert change.step == "Voeg bron 'brief.docx' toe aan 'Aanmelding'"
    assert change.case.entries_by_id["e1"].citations == (Citation(source_id, "", LINES[0]),)


@pytest.mark.parametrize(("unread", "expected"), [("", "2019-03-12"), ("toen het sneeuwde", None)])
def test_joining_dates_only_what_had_no_date_in_any_words(book, case_id, source_id, found, unread, expected):
    editing.add_entry(book, case_id, entry("gebeurtenis", None, "Aanmelding", id="e1", unread_date=unread))
    made = deciding.join(book, case_id, source_id, found[0], "e1").case.entries_by_id["e1"]
    assert (made.date.edtf if made.date else None) == expected


def test_joining_with_what_is_gone_is_refused(book, case_id, source_id, found):
    with pytest.raises(Problem, match="staat niet meer op de tijdlijn"):
        deciding.join(book, case_id, source_id, found[0], "weg")


def test_a_selection_becomes_a_candidate():
    text = document("a.docx", "Eind mei belde school.")
    assert reviewing.by_hand(text, 0, 8, Profile(), NOBODY).title == "Eind mei"


def content(book, case_id):
    """All that somebody can see of a case and what was decided about its documents."""
    case, filed = book.case(case_id), dossier.filed(book, case_id)
    texts = [dossier.document(book, case_id, one.source_id) for one in filed]
    looked = [
        states(reviewing.review(book, case_id, one.source_id, family=NOBODY))
        for one, text in zip(filed, texts, strict=True)
        if text
    ]
    return case, filed, texts, looked


def act_on(book, case_id, source_id, act, which):
    """One thing that somebody may do with the document."""
    every = found_in(document("brief.docx", *LINES), Profile(), NOBODY)
    one, known = every[which], book.case(case_id).entries
    if act == "accept all":
        deciding.accept_all(book, case_id, source_id, every)
    elif act == "join" and known:
        deciding.join(book, case_id, source_id, one, known[0].id)
    elif act == "delete" and known:
        editing.delete_entries(book, case_id, [known[0].id])
    elif act == "file":
        dossier.file_documents(book, case_id, [read("brief.docx", *LINES, "meer" * which)])
    elif act == "forget":
        dossier.forget_text(book, case_id, source_id)
    elif act in ("accept", "skip", "reopen"):
        getattr(deciding, act)(book, case_id, source_id, one)


ACTS = ("accept", "accept all", "skip", "reopen", "join", "delete", "file", "forget")


@settings(max_examples=25)
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, 2))))
def test_every_walk_of_decisions_can_be_walked_back_and_forth_again(tmp_path_factory, acts):
    path = tmp_path_factory.mktemp("walk") / "a.tijdlijn"
    with OpenCasebook.create(path, "voorbeeld", today=TODAY) as book:
        case_id = book.cases()[0].id
        source_id = dossier.file_documents(book, case_id, [read("brief.docx", *LINES)]).case.sources[0].id
        seen = [content(book, case_id)]
        for act, which in acts:
            steps = len(book.history())
            act_on(book, case_id, source_id, act, which)
            if len(book.history()) > steps:
                seen.append(content(book, case_id))
    with OpenCasebook.open(path, "voorbeeld", today=TODAY) as book:
        for expected in reversed(seen[:-1]):
            book.undo()
            assert content(book, case_id) == expected
        for expected in seen[1:]:
            book.redo()
            assert content(book, case_id) == expected
        book.check()


# Drafts


@pytest.fixture
def family(book, case_id):
    people = Batch(
        persons=(person("Noor"), Person("ma", "Marieke Terpstra", "moeder"), Person("pa", "Ruud Bos", "vader")),
        parties=(party("Wijkteam Waterrijk", Sector.GEMEENTE), party("Bos", Sector.HUISARTS)),
        workers=(Worker("w", "A. de Vries", "bos"),),
    )
    return editing.apply(book, case_id, people, "gezin").case


def named(case, **more):
    draft = entry_of(case, candidate("x", **more))
    return draft.entry.person_ids + draft.entry.party_ids + draft.entry.worker_ids, draft


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"persons": ("noor",)}, ("noor",)),
        ({"persons": ("Marieke", "vader")}, ("ma", "pa")),
        ({"persons": ("buurvrouw",)}, ()),
        ({"parties": (PartyFound("wijkteam waterrijk"),)}, ("wijkteam waterrijk",)),
        ({"parties": (PartyFound("Wijkteam", Sector.GEMEENTE),)}, ("wijkteam waterrijk",)),
        ({"worker": "mw. de Vries"}, ("w",)),
    ],
)
def test_a_name_is_somebody_the_case_knows_when_only_one_can_be_meant(family, more, expected):
    ids, draft = named(family, **more)
    assert ids == expected
    assert (draft.persons, draft.parties, draft.workers) == ((), (), ())


def test_a_party_of_another_sector_is_another_party(family):
    _, draft = named(family, parties=(PartyFound("Wijkteam", Sector.POLITIE_JUSTITIE),))
    assert [(one.name, one.sector, one.order) for one in draft.parties] == [("Wijkteam", Sector.POLITIE_JUSTITIE, 1)]


def test_a_relative_of_the_documents_becomes_a_person(family):
    sem = Relative("Sem", "kind", UncertainDate.parse("2012"), True, ("broertje", "Sem Bos"))
    draft = entry_of(family, candidate("x", persons=("broertje", "Sem Bos")), Family((sem,)))
    (made,) = draft.persons
    assert (made.name, made.role, made.birth.edtf, made.is_focus) == ("Sem", "kind", "2012", True)
    assert draft.entry.person_ids == (made.id,)


def test_a_known_relative_under_another_name_is_the_known_one(family):
    mother = Relative("Marieke Terpstra", "moeder", also=("mw. Terpstra", "mama"))
    draft = entry_of(family, candidate("x", persons=("mama",)), Family((mother,)))
    assert (draft.entry.person_ids, draft.persons) == (("ma",), ())


def test_a_name_that_two_relatives_have_names_nobody(family):
    twins = (Relative("Ab", "oom", also=("oom",)), Relative("Bo", "oom", also=("oom",)))
    assert entry_of(family, candidate("x", persons=("oom",)), Family(twins)).entry.person_ids == ()


def test_a_date_that_leans_on_something_says_so_and_one_that_nobody_knows_keeps_its_words(family):
    derived = candidate("x", basis=Basis.EARLIER, explained="het jaar van 3 mei 2019")
    assert entry_of(family, derived).entry.notes == "datum afgeleid van ‘2019-03-12’: het jaar van 3 mei 2019"
    assert entry_of(family, candidate("x")).entry.notes == ""
    asks = entry_of(family, replace(candidate("x"), date=None, basis=Basis.OPEN, words="die zomer")).entry
    assert (asks.date, asks.unread_date) == (None, "die zomer")


# What the timeline has already


def same(book, case_id, told, source_id, *there):
    editing.add_entries(book, case_id, there)
    finder = lambda given, profile, family: (told,)  # noqa: E731
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "tijdlijn.dossier.finding", finding(finder))
        (item,) = reviewing.review(book, case_id, source_id, family=NOBODY).items
    return item


def test_an_entry_that_tells_the_same_is_proposed_the_likeliest_first(book, case_id, source_id):
    told = candidate("Noor is aangemeld bij de dagbehandeling", kind=Kind.SIGNAAL)
    there = (
        entry("signaal", "2019", "Dagbehandeling gevraagd", id="ongeveer"),
        entry("signaal", "2019-03-12", "Aanmelding Noor dagbehandeling", id="dag"),
        entry("signaal", "2019-05-12", "Noor is aangemeld bij de dagbehandeling", id="later"),
        entry("school", "2018/2020", "Basisschool De Zwaan", id="school"),
    )
    item = same(book, case_id, told, source_id, *there)
    assert item.same[0] == "dag"
    assert not {"later", "school"} & set(item.same)


def test_an_entry_that_cites_the_passage_already_is_proposed(book, case_id, source_id, look):
    cited = Citation(source_id, "", "aangemeld bij de dagbehandeling")
    editing.add_entry(book, case_id, entry("hulpvraag", "2019-03", "Iets anders", id="e1", citations=(cited,)))
    assert look().items[0].same == ("e1",)


def test_another_step_or_another_person_is_not_the_same(book, case_id, source_id):
    told = candidate("Overlijden van oma", kind=Kind.GEBEURTENIS)
    there = (entry("gebeurtenis", "2019-03-12", "Overlijden van opa", id="opa"),)
    assert same(book, case_id, told, source_id, *there).same == ()


def test_the_same_event_on_days_that_exclude_each_other_is_told(book, case_id, source_id):
    editing.put_source(book, case_id, Source("s2", "Raadsrapport"))
    other, own = (Citation(id_, "", "p") for id_ in ("s2", source_id))
    there = (
        entry("gebeurtenis", "2019-08", "Feitelijke scheiding", id="ander", citations=(other,)),
        entry("gebeurtenis", "2019-08", "Ouders uit elkaar", id="eigen", citations=(own,)),
        entry("gebeurtenis", "2021", "Ouders uit elkaar", id="ver", citations=(other,)),
        entry("gebeurtenis", "2019-03", "Ouders scheiden", id="zelfde", citations=(Citation("s2", "", "q"),)),
    )
    told = candidate("Ouders gaan uit elkaar", kind=Kind.GEBEURTENIS, parties=(PartyFound("Nieuwe partij"),))
    item = same(book, case_id, told, source_id, there[0], there[2])
    assert (item.same, item.conflicting) == ((), ("ander",))
    editing.delete_entries(book, case_id, ["ander"])
    item = same(book, case_id, told, source_id, there[1], there[3])
    assert (item.same, item.conflicting) == (("zelfde",), ())


# Where a passage stands

TEXT = document(
    "a.pdf",
    "Moeder belt de school.",
    "Er is overleg. Moeder belt de school.",
    "In het najaar is zij enkele",
    "weken opgenomen op de PAAZ, vanwege een ‘depressie’.",
    pages=(0, 23, 61),
)


@pytest.mark.parametrize(
    ("citation", "expected"),
    [
        (Citation("s", "", "Moeder belt de school.", 38), "Moeder belt de school."),
        (Citation("s", "", "Er is overleg.", 2), "Er is overleg."),
        (Citation("s", "", "enkele weken opgenomen op de paaz"), "enkele\nweken opgenomen op de PAAZ"),
        (Citation("s", "", "vanwege een 'depressie'"), "vanwege een ‘depressie’"),
        (
            Citation("s", "", "In het najaar … vanwege"),
            "In het najaar is zij enkele\nweken opgenomen op de PAAZ, vanwege",
        ),
        (Citation("s", "", " Er is overleg. "), "Er is overleg."),
    ],
)
def test_a_passage_is_found_again(citation, expected):
    start, end = passage_place(TEXT, citation)
    assert TEXT.text[start:end] == expected


def test_of_several_places_it_is_the_one_where_it_was_or_on_its_page():
    words = "Moeder belt de school."
    assert passage_place(TEXT, Citation("s", "", words)) == (0, 22)
    assert passage_place(TEXT, Citation("s", "2", words)) == (38, 60)
    assert passage_place(TEXT, Citation("s", "", words, 38)) == (38, 60)
    assert passage_place(TEXT, Citation("s", "", words, 36)) == (38, 60)


@pytest.mark.parametrize("passage", ["", "   ", "staat er niet", "…", "In het najaar … staat er niet"])
def test_a_passage_that_is_not_there_has_no_place(passage):
    assert passage_place(TEXT, Citation("s", "", passage, 3)) is None
