"""Places in a text and in Qt's copy of it are the same places, whatever the text holds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument

from tijdlijn.ui.dossier_reader.places import Places, occurrences, showable, whole_words

TEXTS = st.text(st.sampled_from("ab é\n\t😀𝔘\r\u2028\u202e\x00\ufdd0\ufffc"), max_size=30)


@settings(max_examples=60)
@given(TEXTS, st.data())
def test_a_stretch_of_the_text_is_the_same_stretch_in_qt(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    document, places = QTextDocument(), Places(text)
    document.setPlainText(showable(text))
    cursor = QTextCursor(document)
    cursor.setPosition(places.to_qt(start))
    cursor.setPosition(places.to_qt(end), QTextCursor.MoveMode.KeepAnchor)
    assert cursor.selectedText().replace("\u2029", "\n") == showable(text)[start:end]
    assert places.from_qt(cursor.selectionStart()) == start
    assert places.from_qt(cursor.selectionEnd()) == end


def test_what_turns_the_direction_of_text_around_is_not_shown() -> None:
    assert showable("a\u202eb\rc") == "a b c"


def test_a_selection_takes_whole_words_and_no_room() -> None:
    text = "Op 12 maart had moeder een gesprek."
    assert text[slice(*whole_words(text, 4, 9))] == "12 maart"
    assert text[slice(*whole_words(text, 2, 6))] == "12"
    assert whole_words(text, 2, 3) == (3, 3)


def test_words_are_found_whatever_their_capitals_and_breaks() -> None:
    assert list(occurrences("Veilig  Thuis; VEILIG\nthuis (x)", "veilig thuis")) == [(0, 13), (15, 27)]
    assert list(occurrences("a (x) b", "(x)")) == [(2, 5)]
    assert list(occurrences("tekst", "  ")) == []
