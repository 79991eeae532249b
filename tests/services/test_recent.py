"""The recent list: short, forgiving, and without names."""

from pathlib import Path

import pytest

from tijdlijn.services import recent


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "instellingen"


def paths(*names):
    return tuple(Path("/casus").absolute() / name for name in names)


def test_the_last_one_opened_comes_first_and_stands_once(folder):
    a, b = paths("a.tijdlijn", "b.tijdlijn")
    for path in (a, b, a):
        assert recent.remember(path, folder=folder)
    assert recent.files(folder) == (a, b)


def test_ten_are_kept(folder):
    many = paths(*(f"{number}.tijdlijn" for number in range(12)))
    for path in many:
        recent.remember(path, folder=folder)
    assert recent.files(folder) == many[:1:-1]


def test_one_can_be_forgotten(folder):
    a, b = paths("a.tijdlijn", "b.tijdlijn")
    recent.remember(a, folder=folder)
    recent.remember(b, folder=folder)
    recent.forget(b, folder)
    assert recent.files(folder) == (a,)


def test_no_list_is_an_empty_list(folder):
    assert recent.files(folder) == ()


@pytest.mark.parametrize("damage", [b"", b"{", b"\xff\xfe", b'{"a": 1}', b"null", b'[1, null, ""]'])
def test_damage_is_an_empty_list_that_can_be_used_again(folder, damage):
    folder.mkdir()
    (folder / recent.FILE_NAME).write_bytes(damage)
    assert recent.files(folder) == ()
    (a,) = paths("a.tijdlijn")
    assert recent.remember(a, folder=folder)
    assert recent.files(folder) == (a,)


def test_a_list_that_cannot_be_written_is_no_error(tmp_path):
    place = tmp_path / "bestand"
    place.write_text("geen map")
    recent.remember(paths("a.tijdlijn")[0], folder=place)
    assert recent.files(place) == ()


def test_the_list_is_replaced_in_one_go(folder):
    recent.remember(paths("a.tijdlijn")[0], folder=folder)
    recent.remember(paths("b.tijdlijn")[0], folder=folder)
    assert [item.name for item in folder.iterdir()] == [recent.FILE_NAME]


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("ruud.tijdlijn", ["Ruud Terpstra"]),
        ("gezin Terpstra 2024.tijdlijn", ["Ruud Terpstra"]),
        ("GEZINTERPSTRA.tijdlijn", ["terpstra"]),
        ("Rene.tijdlijn", ["René"]),
        ("rene\u0301.tijdlijn", ["René"]),
        ("casus Jo.tijdlijn", ["Jo de Wit"]),
        ("wit.tijdlijn", ["Jo de Wit"]),
        ("terpstra/k7.tijdlijn", ["Ruud Terpstra"]),
    ],
)
def test_a_path_that_tells_a_name_is_not_kept(folder, file, names):
    (path,) = paths(file)
    recent.remember(path, folder=folder)
    assert not recent.remember(path, names, folder)
    assert recent.files(folder) == ()


@pytest.mark.parametrize(
    ("file", "names"),
    [
        ("k7.tijdlijn", ["Ruud Terpstra"]),
        ("januari.tijdlijn", ["Jan van den Berg"]),
        ("overzicht van 2024.tijdlijn", ["Lies van Dam"]),
        ("K.tijdlijn", ["K."]),
    ],
)
def test_a_path_that_tells_no_name_is_kept(folder, file, names):
    assert recent.remember(paths(file)[0], names, folder)


def test_the_users_own_folder_does_not_count(folder, tmp_path, monkeypatch):
    home = tmp_path / "ruud"
    monkeypatch.setattr(Path, "home", lambda: home)
    assert recent.remember(home / "k7.tijdlijn", ["Ruud"], folder)
    assert not recent.remember(home / "ruud" / "k7.tijdlijn", ["Ruud"], folder)


def test_the_list_is_in_the_users_settings(monkeypatch, tmp_path):
    monkeypatch.setattr(recent, "user_config_path", lambda *args, **more: tmp_path)
    recent.remember(paths("a.tijdlijn")[0])
    assert (tmp_path / recent.FILE_NAME).exists()
