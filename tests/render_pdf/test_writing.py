"""A file says where each of its objects is, to the place in its pack."""

from __future__ import annotations

import re
import zlib

from tests.render_pdf.test_document import THEME
from tijdlijn.drawing.primitives import Drawing, Text
from tijdlijn.drawing.tags import P, tagged
from tijdlijn.render_pdf.document import PdfDocument

OBJECT = re.compile(rb"(\d+) 0 obj\n(<<.*?>>)\nstream\n", re.DOTALL)


def written(pages: int = 12) -> bytes:
    document = PdfDocument("Proef")
    for page in range(pages):
        lines = (tagged(P, [Text(20, 10.0 + n, f"regel {page}.{n}", "ink", 8)]) for n in range(40))
        document.add_page(Drawing(300, 200, tuple(lines)), THEME)
    return document.finish()


def stream(data: bytes, at: int) -> tuple[int, bytes, bytes]:
    """The number, the dictionary and the content of the stream object at a place."""
    found = OBJECT.match(data, at)
    assert found, data[at : at + 40]
    length = re.search(rb"/Length (\d+)", found[2])
    assert length
    content = data[found.end() : found.end() + int(length[1])]
    assert data[found.end() + int(length[1]) :].startswith(b"\nendstream\nendobj\n")
    return int(found[1]), found[2], zlib.decompress(content)


def test_every_object_is_where_the_table_says() -> None:
    data = written()
    start = int(data.rsplit(b"startxref\n", 1)[1].split()[0])
    own, head, table = stream(data, start)
    size = re.search(rb"/Size (\d+)", head)
    assert size
    assert len(table) == int(size[1]) * 7
    packs, packed = set(), 0
    for number in range(1, int(size[1])):
        how, where, at = (
            table[number * 7],
            *(
                int.from_bytes(part)
                for part in (table[number * 7 + 1 : number * 7 + 5], table[number * 7 + 5 : number * 7 + 7])
            ),
        )
        assert how in (1, 2), f"object {number} is nowhere"
        if how == 1:
            assert data.startswith(b"%d 0 obj\n" % number, where)
            continue
        offset = int.from_bytes(table[where * 7 + 1 : where * 7 + 5])
        pack, told, content = stream(data, offset)
        first = re.search(rb"/First (\d+)", told)
        assert first
        assert pack == where
        assert int(content[: int(first[1])].split()[at * 2]) == number
        packs.add(where)
        packed += 1
    assert own == int(size[1]) - 1
    assert len(packs) > 3
    assert packed > 400


def test_the_same_pages_give_the_same_bytes() -> None:
    assert written() == written()


def test_a_file_grows_with_its_pages_and_not_faster() -> None:
    assert len(written(24)) < 2.1 * len(written(12))
