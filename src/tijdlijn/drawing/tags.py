"""What a part of a page is (a heading, a paragraph, a cell), for whoever reads a document without seeing it.

The rule: it is said by a group around what is drawn, named `tag:` and the role; there is no sixth primitive, and who
draws for the eye alone passes over it. What stands on a tagged page outside of all of these is furniture: rules,
grounds, running heads, and what is said again at the top of a page.

Roles are those of PDF: `H1` to `H6`, `P`, `Figure` (its label says in words what it shows), `LI` (an item of a list),
`TR` with `TH` and `TD`. `Table` is the row of heads that opens a table. `P+` goes on with the last paragraph and `TR+`
with the last row. `TD/6` is a cell over six columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tijdlijn.drawing.primitives import Group, Primitive

PREFIX = "tag:"
P, MORE_OF_P, FIGURE, ITEM = "P", "P+", "Figure", "LI"
TABLE, ROW, MORE_OF_ROW, HEAD, DATA = "Table", "TR", "TR+", "TH", "TD"


def tagged(
    role: str,
    items: Iterable[Primitive],
    label: str = "",
    bounds: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0),
) -> Group:
    """These items in a role."""
    return Group(PREFIX + role, tuple(items), label, bounds)


def unended(lines: Sequence[str]) -> list[str]:
    """Lines of one text, of which all but the last end in a space: a text that goes on in another block or on another
    page stays words for who listens."""
    return [f"{line} " if line and number < len(lines) - 1 else line for number, line in enumerate(lines)]


def role_of(group: Group) -> str:
    """The role that a group gives to what is in it; empty when it gives none."""
    return group.id[len(PREFIX) :] if group.id.startswith(PREFIX) else ""


def row_over_all(columns: int, items: Iterable[Primitive], heading: str = "") -> Group:
    """A row of one cell over all columns of a table; with a `heading` (`H2`) it is the head of the rows below it."""
    inner = (tagged(heading, items),) if heading else tuple(items)
    return tagged(ROW, (tagged(f"{HEAD if heading else DATA}/{columns}", inner),))
