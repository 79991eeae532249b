"""The views of a case: the one in use, and those that were saved under a name.

The rule: looking is no step. Which view is in use is kept beside the journal; saving, renaming and deleting one are
steps as any other.
"""

from __future__ import annotations

from dataclasses import replace

from tijdlijn.model.problems import Problem
from tijdlijn.model.views import View, known
from tijdlijn.services.casebook import OpenCasebook
from tijdlijn.services.changes import Batch, Change
from tijdlijn.services.editing import apply, quoted
from tijdlijn.services.ids import new_id

NO_NAME = "Een weergave heeft een naam nodig; er is niets bewaard. Typ een naam, bijvoorbeeld 'Rond de OTS'."
TAKEN = "Er is al een weergave die {0} heet; er is niets bewaard. Kies een andere naam of verwijder eerst die weergave."
GONE = "Deze weergave is er niet meer; er is niets gewijzigd. Bewaar de weergave opnieuw."


def view_in_use(book: OpenCasebook, case_id: str) -> View:
    """The view a case was last looked at with, without what is no longer in the case."""
    return known(book.view_in_use(case_id), book.case(case_id))


def use_view(book: OpenCasebook, case_id: str, view: View) -> None:
    """Remember the view a case is looked at with. No step of undo."""
    book.keep_view(case_id, view)


def saved_views(book: OpenCasebook, case_id: str) -> tuple[View, ...]:
    """The saved views of a case, in the order in which they were saved. One may name what is no longer there."""
    return book.saved_views(case_id)


def save_view(book: OpenCasebook, case_id: str, view: View, name: str) -> tuple[View, Change]:
    """Save a view under a name; one that has that name is replaced. Gives the view with its id and name.

    Raises Problem when the name is empty.
    """
    name = _name(name)
    present = saved_views(book, case_id)
    same = (view.id for view in present if _folded(view.name) == _folded(name))
    fresh = replace(view, id=next(same, None) or new_id(), name=name)
    batch = Batch() if fresh in present else Batch(views=(fresh,))
    return fresh, apply(book, case_id, batch, f"Bewaar weergave {quoted(name)}")


def rename_view(book: OpenCasebook, case_id: str, id_: str, name: str) -> Change:
    """Give a saved view another name. Raises Problem when it is empty or another view has it."""
    name = _name(name)
    kept = {view.id: view for view in saved_views(book, case_id)}
    if id_ not in kept:
        raise Problem(GONE)
    if any(view.id != id_ and _folded(view.name) == _folded(name) for view in kept.values()):
        raise Problem(TAKEN.format(quoted(name)))
    step = f"Hernoem weergave {quoted(kept[id_].name)} naar {quoted(name)}"
    batch = Batch() if kept[id_].name == name else Batch(views=(replace(kept[id_], name=name),))
    return apply(book, case_id, batch, step)


def delete_view(book: OpenCasebook, case_id: str, id_: str) -> Change:
    """Take a saved view out; what is shown stays as it is. One that is not there is passed over."""
    gone = [view for view in saved_views(book, case_id) if view.id == id_]
    step = " ".join(("Verwijder weergave", *(quoted(view.name) for view in gone)))
    return apply(book, case_id, Batch(removed_views=tuple(view.id for view in gone)), step)


def _name(name: str) -> str:
    """A name as one line. Raises Problem when nothing is left."""
    line = " ".join(name.split())
    if not line:
        raise Problem(NO_NAME)
    return line


def _folded(name: str) -> str:
    return name.casefold()
