"""What a user decides about names in the texts that nobody registered: hide them with the others, or let them stay.

The rule: a name is decided about once, however it is spelled (`name_key`); deciding again changes that. In the history
stands how many, and no name: that list is also read by who should not know them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tijdlijn.language.folding import name_key, squeezed
from tijdlijn.model.people import LooseName, NameKind
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply
from tijdlijn.services.ids import new_id


def decide(book: OpenCasebook, case_id: str, decisions: Sequence[tuple[str, NameKind, bool]]) -> Change:
    """Keep of each of these names what it is the name of and whether it is hidden, all in one step.

    Of a name that comes twice the last decision counts; one without any letters is passed over.
    """
    known = {name_key(one.name): one for one in book.case(case_id).loose_names}
    fresh: dict[str, LooseName] = {}
    for name, what, is_hidden in decisions:
        key = name_key(name)
        if any(map(str.isalpha, key)):
            old = known.get(key) or fresh.get(key) or LooseName(new_id(), squeezed(name), what, is_hidden)
            fresh[key] = LooseName(old.id, old.name, what, is_hidden)
    changed = tuple(one for key, one in fresh.items() if known.get(key) != one)
    return apply(book, case_id, Batch(loose_names=changed), _step(changed))


def withdraw(book: OpenCasebook, case_id: str, ids: Iterable[str]) -> Change:
    """Forget what was decided about names, so that they are asked about again; ids that are not there are passed
    over."""
    there = {one.id for one in book.case(case_id).loose_names}
    gone = tuple(id_ for id_ in dict.fromkeys(ids) if id_ in there)
    named = "een naam" if len(gone) == 1 else f"{len(gone)} namen"
    return apply(book, case_id, Batch(removed_loose_names=gone), f"Neem het besluit over {named} terug")


def _step(decided: Sequence[LooseName]) -> str:
    hidden = sum(one.is_hidden for one in decided)
    stays = len(decided) - hidden
    told = (
        f"{hidden} vervangen" if hidden else "",
        f"{stays} {'blijft' if stays == 1 else 'blijven'} staan" if stays else "",
    )
    return f"Namen nagekeken: {', '.join(filter(None, told))}"
