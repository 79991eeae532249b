"""Ways to look into a PDF in tests."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pypdf
import pypdfium2 as pdfium
from PIL import Image


def pages_text(data: bytes) -> list[str]:
    """The text of each page in reading order, as a reader that copies it gets it."""
    with pdfium.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]


def picture(data: bytes, page: int = 0, scale: float = 1.0) -> Image.Image:
    with pdfium.PdfDocument(data) as document:
        image: Image.Image = document[page].render(scale=scale).to_pil().convert("RGB")
        return image.copy()


def reader(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(BytesIO(data))


def fonts(data: bytes) -> dict[str, Any]:
    """Each font of a document by its base name, with its descriptor."""
    found = {}
    for page in reader(data).pages:
        for reference in page["/Resources"].get("/Font", {}).values():
            font = reference.get_object()
            found[font["/BaseFont"]] = font.get("/FontDescriptor", {})
    return found


def text_starts(data: bytes, page: int = 0) -> dict[str, tuple[float, float]]:
    """Where each piece of text begins, in points from the top left, by its text."""
    starts: dict[str, tuple[float, float]] = {}
    sheet = reader(data).pages[page]

    def visit(text: str, _cm: list[float], tm: list[float], _font: object, _size: float) -> None:
        if text.strip():
            starts.setdefault(text.strip(), (float(tm[4]), float(sheet.mediabox.height) - float(tm[5])))

    sheet.extract_text(visitor_text=visit)
    return starts


def bookmarks(data: bytes) -> list[tuple[int, str, int]]:
    """The outline as (level, title, page number from 1)."""
    document = reader(data)
    found: list[tuple[int, str, int]] = []

    def walk(nodes: list[Any], level: int) -> None:
        for node in nodes:
            if isinstance(node, list):
                walk(node, level + 1)
            else:
                found.append((level, node.title, (document.get_destination_page_number(node) or 0) + 1))

    walk(document.outline, 0)
    return found
