"""What PDFium sees on a page: words with their places, ruled lines, what was filled in and what was remarked.

The rule: places are in points, y upwards, turned so that most of the page's text runs from left to right. Every handle
of PDFium is closed again. Nothing here knows what a paragraph is.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pypdfium2_raw as pdfium

from tijdlijn.dossier.formats import damaged, locked
from tijdlijn.model.problems import Problem

MAX_OBJECTS = 4_000
"""Drawn objects of a page that are looked at."""
MAX_PAGE_CHARACTERS = 100_000
MAX_REMARKS = 500
_TOKEN = re.compile("[^\x00\\s\x02\xad]+[\x02\xad]?|[\x02\xad]")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\x02": "-"}
_LIGATURE = re.compile("[ﬀ-ﬆ\x02]")
_BOLD = re.compile(rb"bold|black|heavy|semibold|demi", re.IGNORECASE)
_TURNED = 0.1
"""Radians beyond which a word does not follow the rest of the page."""
_Place = tuple[float, float, float, float]


@dataclass(slots=True)
class Word:
    """A word: `x0` and `x1` its ends, `y` its base line, `size` the height of its letters' body, all in points.

    A hyphen that shows only at a line end is U+00AD. `at` is its place in the order in which the page was written.
    """

    x0: float
    x1: float
    y: float
    size: float
    text: str
    bold: bool = False
    at: int = 0


@dataclass(slots=True)
class Page:
    """One page. `rules` are drawn horizontal lines as (x0, x1, y); `aside` is text that runs in another direction."""

    words: list[Word] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)
    aside: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    bottom: float = 0.0
    top: float = 842.0
    pictures: bool = False
    unreadable: bool = False


class Pdf:
    """An open PDF."""

    def __init__(self, handle: object, name: str) -> None:
        self._handle = handle
        self._name = name
        self.pages: int = pdfium.FPDF_GetPageCount(handle)
        self.attachments: int = max(pdfium.FPDFDoc_GetAttachmentCount(handle), 0)
        self.has_forms_of_another_kind = pdfium.FPDF_GetFormType(handle) in (2, 3)
        self._form_info = pdfium.FPDF_FORMFILLINFO()
        self._form_info.version = 1
        self._form = pdfium.FPDFDOC_InitFormFillEnvironment(handle, self._form_info)

    def close(self) -> None:
        if self._form:
            pdfium.FPDFDOC_ExitFormFillEnvironment(self._form)
        pdfium.FPDF_CloseDocument(self._handle)

    def page(self, number: int) -> Page | None:
        """The page with this number, from 0; None when it is broken."""
        handle = pdfium.FPDF_LoadPage(self._handle, number)
        if not handle:
            return None
        try:
            return self._read(handle)
        finally:
            pdfium.FPDF_ClosePage(handle)

    def _read(self, handle: object) -> Page:
        page = Page()
        text = pdfium.FPDFText_LoadPage(handle)
        found: list[tuple[float, _Place, Word]] = []
        if text:
            try:
                found = list(_words(text))
                page.unreadable = _is_unreadable(text)
            finally:
                pdfium.FPDFText_ClosePage(text)
        turn = Counter(round(angle / (math.pi / 2)) % 4 for angle, _, _ in found).most_common(1)
        quarter = turn[0][0] if turn else 0
        _take(found, quarter, page)
        _set_edges(page, quarter, handle)
        _look(handle, quarter, page)
        self._annotations(handle, quarter, page)
        return page

    def _annotations(self, handle: object, quarter: int, page: Page) -> None:
        size = sorted(word.size for word in page.words)[len(page.words) // 2] if page.words else 10.0
        for at in range(min(pdfium.FPDFPage_GetAnnotCount(handle), MAX_REMARKS)):
            annotation = pdfium.FPDFPage_GetAnnot(handle, at)
            if not annotation:
                continue
            try:
                self._annotation(annotation, quarter, size, page)
            finally:
                pdfium.FPDFPage_CloseAnnot(annotation)

    def _annotation(self, annotation: object, quarter: int, size: float, page: Page) -> None:
        kind = pdfium.FPDFAnnot_GetSubtype(annotation)
        if kind == pdfium.FPDF_ANNOT_WIDGET:
            value = self._filled_in(annotation)
            rect = pdfium.FS_RECTF()
            if value and pdfium.FPDFAnnot_GetRect(annotation, rect):
                page.words.extend(_in_field(value, _turned(quarter, rect), size))
        elif kind not in (pdfium.FPDF_ANNOT_LINK, pdfium.FPDF_ANNOT_POPUP):
            remark = _string(
                lambda room, length: pdfium.FPDFAnnot_GetStringValue(annotation, b"Contents", room, length)
            )
            page.remarks.extend([remark] if remark.strip() else [])

    def _filled_in(self, annotation: object) -> str:
        if not self._form:
            return ""
        kind = pdfium.FPDFAnnot_GetFormFieldType(self._form, annotation)
        if kind in (pdfium.FPDF_FORMFIELD_CHECKBOX, pdfium.FPDF_FORMFIELD_RADIOBUTTON):
            return "☒" if pdfium.FPDFAnnot_IsChecked(self._form, annotation) else ""
        if kind in (pdfium.FPDF_FORMFIELD_TEXTFIELD, pdfium.FPDF_FORMFIELD_COMBOBOX, pdfium.FPDF_FORMFIELD_LISTBOX):
            return _string(
                lambda room, length: pdfium.FPDFAnnot_GetFormFieldValue(self._form, annotation, room, length)
            )
        return ""


@contextmanager
def opened(data: bytes, name: str) -> Iterator[Pdf]:
    """The PDF in these bytes. Raises Problem when it is damaged or has a password."""
    pdfium.FPDF_InitLibrary()
    handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not handle:
        raise _refusal(name)
    pdf = Pdf(handle, name)
    try:
        yield pdf
    finally:
        pdf.close()


def _refusal(name: str) -> Problem:
    secured = (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
    return locked(name) if pdfium.FPDF_GetLastError() in secured else damaged(name)


def _words(text: object) -> Iterator[tuple[float, _Place, Word]]:
    """Each word with its angle and where it begins and ends before the page is turned."""
    x, y = ctypes.c_double(), ctypes.c_double()
    box = pdfium.FS_RECTF()
    name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
    said = _characters(text).replace("\ufffe", "\x02")  # PDFium's two signs for a hyphen at a line end
    for at, token in enumerate(_TOKEN.finditer(said)):
        first, last = token.start(), token.end() - 1
        if not pdfium.FPDFText_GetCharOrigin(text, first, x, y) or not pdfium.FPDFText_GetLooseCharBox(text, last, box):
            continue
        place = (box.left, box.right, box.bottom, box.top)
        angle = -pdfium.FPDFText_GetCharAngle(text, first)
        size = pdfium.FPDFText_GetFontSize(text, first)
        pdfium.FPDFText_GetFontInfo(text, first, name, 128, flags)
        found = token[0]
        plain = _LIGATURE.sub(lambda sign: _LIGATURES.get(sign[0], sign[0]), found)
        yield angle, place, Word(x.value, 0.0, y.value, size, plain, _BOLD.search(name.value) is not None, at)


def _characters(text: object) -> str:
    """One character for each index that PDFium counts."""
    count = min(pdfium.FPDFText_CountChars(text), MAX_PAGE_CHARACTERS)
    if count <= 0:
        return ""
    room = (ctypes.c_ushort * (count + 1))()
    if pdfium.FPDFText_GetText(text, 0, count, room) == count + 1:
        said = bytes(room)[: 2 * count].decode("utf-16-le", "replace")
        if len(said) == count:
            return said
    codes = (pdfium.FPDFText_GetUnicode(text, at) for at in range(count))
    return "".join(chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


def _is_unreadable(text: object) -> bool:
    """Whether most letters of the page have no meaning: the file does not say which characters its shapes are."""
    said = _characters(text)
    shown = [sign for sign in said if not sign.isspace()]
    lost = sum(1 for sign in shown if sign in "\x00\ufffd" or "\ue000" <= sign <= "\uf8ff" or "\x03" <= sign < "\x20")
    return len(shown) > 20 and lost > 0.4 * len(shown)


def _take(found: list[tuple[float, _Place, Word]], quarter: int, page: Page) -> None:
    """Turn what runs along with the page and set aside what does not (a watermark, a note along the edge)."""
    straight = quarter * math.pi / 2
    aside: list[str] = []
    before = 0.0
    for angle, (left, right, bottom, top), word in found:
        turn = abs((angle - straight + math.pi) % (2 * math.pi) - math.pi)
        if turn > _TURNED:
            aside.extend([word.text] if not aside or abs(angle - before) < _TURNED else ["\n", word.text])
            before = angle
            continue
        x, y = word.x0, word.y
        word.x0, word.y = ((x, y), (y, -x), (-x, -y), (-y, x))[quarter]
        word.x1 = (right, top, -left, -bottom)[quarter]
        word.size = word.size if word.size > 1.5 else abs((top - bottom, right - left)[quarter % 2])
        if math.isfinite(word.x0 + word.x1 + word.y + word.size) and word.size > 0:
            page.words.append(word)
    page.aside = [line.strip() for line in " ".join(aside).split("\n") if line.strip()]


def _turned(quarter: int, box: pdfium.FS_RECTF) -> _Place:
    """A box as (x0, x1, y0, y1) on the turned page."""
    left, right, bottom, top = box.left, box.right, box.bottom, box.top
    return (
        (left, right, bottom, top),
        (bottom, top, -right, -left),
        (-right, -left, -top, -bottom),
        (-top, -bottom, left, right),
    )[quarter]


def _set_edges(page: Page, quarter: int, handle: object) -> None:
    box = pdfium.FS_RECTF()
    if pdfium.FPDF_GetPageBoundingBox(handle, box):
        _, _, page.bottom, page.top = _turned(quarter, box)


def _look(handle: object, quarter: int, page: Page) -> None:
    """Ruled lines and whether there are pictures."""
    sides = [ctypes.c_float() for _ in range(4)]
    for at in range(min(pdfium.FPDFPage_CountObjects(handle), MAX_OBJECTS)):
        drawn = pdfium.FPDFPage_GetObject(handle, at)
        kind = pdfium.FPDFPageObj_GetType(drawn)
        if kind in (pdfium.FPDF_PAGEOBJ_IMAGE, pdfium.FPDF_PAGEOBJ_FORM):
            page.pictures = True
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and pdfium.FPDFPageObj_GetBounds(drawn, *sides):
            left, bottom, right, top = (side.value for side in sides)
            box = pdfium.FS_RECTF(left=left, bottom=bottom, right=right, top=top)
            _rule(_turned(quarter, box), page)


def _rule(place: _Place, page: Page) -> None:
    """A flat path is a line; the upper and lower side of a box are lines as well."""
    x0, x1, y0, y1 = place
    if x1 - x0 < 15:
        return
    if y1 - y0 <= 4:
        page.rules.append((x0, x1, (y0 + y1) / 2))
    elif y1 - y0 < 400:
        page.rules.extend([(x0, x1, y0), (x0, x1, y1)])


def _in_field(value: str, place: _Place, size: float) -> Iterator[Word]:
    """What was filled in, as words where they are seen: line under line, from the upper left corner."""
    x0, x1, y0, y1 = place
    lines = [line for line in re.split("[\r\n]+", value) if line.strip()]
    first = (y0 + y1) / 2 - size * 0.35 if len(lines) < 2 else y1 - size
    for number, line in enumerate(lines):
        yield Word(x0, x1, first - number * size * 1.2, size, line.strip())


def _string(ask: Callable[[object, int], int]) -> str:
    """A text of PDFium: asked for its length in bytes first, then for its content."""
    length = min(ask(None, 0), 2_000_000)
    if length <= 2:
        return ""
    room = (ctypes.c_ushort * (length // 2))()
    ask(room, length)
    return bytes(room)[: length - 2].decode("utf-16-le", "replace")
