"""The page that says which test guards which promise of safety names tests that are there, and leaves no point out."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs/safety-points.md").read_text("utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if re.match(r"\| \d", line)]
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))


@cache
def there_in(path: str) -> set[str]:
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")}


@pytest.mark.parametrize("path", sorted({path for path, _ in NAMED}))
def test_every_test_that_is_named_is_there(path: str) -> None:
    assert (ROOT / path).is_file()
    assert {name for where, name in NAMED if where == path} - there_in(path) == set()


def test_no_point_is_left_out() -> None:
    assert {int(row[0]) for row in ROWS} == set(range(1, 22))


def test_every_promise_has_a_test_and_says_what_was_broken() -> None:
    assert len(ROWS) > 100
    tested = re.compile(r"`tests/[\w/]+\.py::test_\w+`")
    assert [row for row in ROWS if len(row) != 4 or not tested.fullmatch(row[2]) or not row[3]] == []
