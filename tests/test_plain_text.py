"""Text is never markup (design 7, point 12): one helper for each way out, and no module that goes past it.

A name as `<img src="file:///...">` or `=HYPERLINK(...)` must stay what somebody typed. Qt, ReportLab and spreadsheets
each read some texts as more than that, unless they are told not to; here stands who tells them.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parent.parent / "src/tijdlijn"
FILES = sorted(SOURCE.rglob("*.py"))
Rule = Callable[[ast.Call], bool]

WIDGETS = "ui/widgets.py"
"""Has `plain_label`, `plain_tip` and `set_tip`."""
READS_MARKUP = ("setHtml", "insertHtml", "appendHtml", "setMarkdown", "insertMarkdown", "toHtml", "fromHtml")
ASKS_ITSELF = ("QInputDialog", "QErrorMessage", "QProgressDialog", "QTextBrowser", "QWhatsThis")
PUTS_TEXT = ("drawString", "drawRightString", "drawCentredString", "drawAlignedString", "beginText")


def called(call: ast.Call) -> str:
    """What is called, by its last name: `label.setText` is `setText`."""
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def of_class(call: ast.Call) -> str:
    """`QMessageBox` of `QMessageBox.question(...)`."""
    function = call.func
    return getattr(function.value, "id", "") if isinstance(function, ast.Attribute) else ""


def is_plain(text: ast.expr) -> bool:
    """Whether a tip is made plain, or is a text of our own without anything put into it."""
    if isinstance(text, ast.IfExp):
        return is_plain(text.body) and is_plain(text.orelse)
    if not isinstance(text, ast.Call):
        return isinstance(text, ast.Constant)
    if called(text) == "tr":
        return all(isinstance(word, ast.Constant) for word in text.args)
    return called(text) == "plain_tip"


def is_raw_tip(call: ast.Call) -> bool:
    if called(call) == "setToolTip":
        return not is_plain(call.args[-1])
    return called(call) == "showText" and of_class(call) == "QToolTip" and not is_plain(call.args[1])


RULES: dict[str, tuple[Rule, set[str]]] = {
    "a label of Qt": (lambda call: called(call) == "QLabel", {WIDGETS}),
    "a tip that may be read as markup": (is_raw_tip, {WIDGETS}),
    "text that Qt reads as markup": (lambda call: called(call) in READS_MARKUP, {"ui/clipboard.py"}),
    "a box of Qt's own": (lambda call: called(call) in ASKS_ITSELF or of_class(call) in ASKS_ITSELF, set()),
    "a message of Qt's own": (lambda call: "QMessageBox" in (called(call), of_class(call)), {"ui/main_window.py"}),
    "a text that Qt prepares": (lambda call: called(call) == "QStaticText", {"render_qt/painter.py"}),
    "text on a page": (lambda call: called(call) in PUTS_TEXT, {"render_pdf/fonts.py"}),
}
"""What is forbidden, and the modules that may: these have the helper, or a test of their own."""

PLAIN_TEXT = {"ui/widgets.py", "ui/bsn_note.py", "ui/main_window.py", "render_qt/painter.py"}
"""Who makes something of Qt that would guess, and says `PlainText` to it."""


@dataclass
class Module:
    """What a source file calls, which classes it makes and what it imports."""

    calls: list[ast.Call] = field(default_factory=list)
    labels: list[ast.ClassDef] = field(default_factory=list)
    imports: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, text: str) -> Module:
        made = cls()
        for node in ast.walk(ast.parse(text)):
            match node:
                case ast.Call():
                    made.calls.append(node)
                case ast.ClassDef(bases=bases) if any(getattr(base, "id", "") == "QLabel" for base in bases):
                    made.labels.append(node)
                case ast.ImportFrom(module=str(module)):
                    made.imports.add(module)
                case ast.Import(names=names):
                    made.imports.update(alias.name for alias in names)
        return made


@cache
def modules() -> dict[str, Module]:
    """All of the program, by their places."""
    return {path.relative_to(SOURCE).as_posix(): Module.of(path.read_text("utf-8")) for path in FILES}


@pytest.mark.parametrize("name", RULES)
def test_nobody_goes_past_the_helper(name: str) -> None:
    is_forbidden, may = RULES[name]
    found = {place for place, module in modules().items() if any(map(is_forbidden, module.calls))}
    assert found <= may
    assert may - {WIDGETS} <= found, "nobody needs to be excepted any more"


def test_who_makes_a_label_of_its_own_kind_is_known() -> None:
    assert {place for place, module in modules().items() if module.labels} == {WIDGETS, "ui/bsn_note.py"}


@pytest.mark.parametrize("place", sorted(PLAIN_TEXT))
def test_each_that_would_guess_is_told_that_its_text_is_plain(place: str) -> None:
    """As often as one is made."""
    module = modules()[place]
    made = [call for call in module.calls if called(call) in ("QLabel", "QMessageBox", "QStaticText")]
    told = [ast.unparse(call.args[0]) for call in module.calls if called(call) == "setTextFormat"]
    assert told == ["Qt.TextFormat.PlainText"] * len([*made, *module.labels])


def test_a_page_is_made_without_what_reads_markup() -> None:
    """`Paragraph` of ReportLab lost `<jeugdige>` and failed on an unclosed `<b>`."""
    assert [place for place, module in modules().items() if any("platypus" in one for one in module.imports)] == []


def test_who_writes_separated_values_guards_what_could_be_run() -> None:
    writers = {
        place: module
        for place, module in modules().items()
        if any(called(call) in ("writer", "DictWriter") for call in module.calls)
    }
    assert writers
    for place, module in writers.items():
        rows = [call for call in module.calls if called(call) in ("writerow", "writerows")]
        written = [ast.unparse(call.args[0]) for call in rows]
        assert [row for row in written if "guarded" not in row and not row.isupper()] == [], place


def test_a_workbook_is_written_by_us_alone() -> None:
    """Its every cell is a text there; the usual libraries make a formula of `=`, and a readable temporary file."""
    others = {"openpyxl", "xlsxwriter", "pandas", "odf"}
    used = {place for place, module in modules().items() if others & {one.split(".")[0] for one in module.imports}}
    assert used == set()


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("a label of Qt", "QLabel(case.title)"),
        ("a tip that may be read as markup", "row.setToolTip(entry.title)"),
        ("a tip that may be read as markup", "row.setToolTip(self.tr('{0} weg').format(name))"),
        ("a tip that may be read as markup", "QToolTip.showText(at, name, self)"),
        ("text that Qt reads as markup", "page.setHtml(text)"),
        ("a box of Qt's own", "QInputDialog.getText(self, title, name)"),
        ("a message of Qt's own", "QMessageBox.question(self, title, name)"),
        ("a text that Qt prepares", "QStaticText(name)"),
        ("text on a page", "canvas.drawString(0, 0, name)"),
    ],
)
def test_the_look_for_raw_calls_sees_them(name: str, line: str) -> None:
    assert any(map(RULES[name][0], Module.of(line).calls))


@pytest.mark.parametrize("line", ["row.setToolTip(plain_tip(name))", "row.setToolTip(self.tr('Weg'))"])
def test_what_was_made_plain_is_left_alone(line: str) -> None:
    assert not any(map(is_raw_tip, Module.of(line).calls))
