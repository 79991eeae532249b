"""Places where a casebook is not safe, known by name, by what stands in them, or by the table of mounts."""

from pathlib import Path

import pytest

from tijdlijn.services import places
from tijdlijn.services.places import Danger
from tijdlijn.storage import volumes

MOUNTS = r"""/dev/sda1 / ext4 rw 0 0
server:/a /mnt/gedeeld nfs4 rw 0 0
//pc/map /mnt/met\040spatie cifs rw 0 0
half
/dev/sdb1 /mnt/gedeeld/schijf ext4 rw 0 0"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/a.tijdlijn", "ext4"),
        ("/mnt/gedeeld/map/a.tijdlijn", "nfs4"),
        ("/mnt/gedeeldanders/a.tijdlijn", "ext4"),
        ("/mnt/met spatie/a.tijdlijn", "cifs"),
        ("/mnt/gedeeld/schijf/a.tijdlijn", "ext4"),
    ],
)
def test_the_file_system_is_that_of_the_nearest_mount(path, kind):
    assert volumes.file_system(Path(path), MOUNTS) == kind


@pytest.mark.parametrize(
    ("path", "is_share"),
    [
        (r"\\server\map\a.tijdlijn", True),
        (r"\\?\UNC\server\map\a.tijdlijn", True),
        (r"\\?\C:\a.tijdlijn", False),
        (r"C:\a.tijdlijn", False),
    ],
)
def test_a_share_of_windows_is_known_by_its_path(path, is_share):
    assert volumes.is_share(path) is is_share


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - Gemeente Waterrijk", "OneDrive"),
        ("OneDrive", "OneDrive"),
        ("Dropbox (Team)", "Dropbox"),
        ("Mijn Drive", "Google Drive"),
        ("iCloud Drive", "iCloud Drive"),
        ("Nextcloud2", "Nextcloud"),
        ("STACK", "STACK"),
    ],
)
def test_a_folder_that_is_kept_equal_is_known_by_its_name(tmp_path, folder, service):
    found = places.unsafe(tmp_path / folder / "map" / "a.tijdlijn")
    assert found is not None
    assert (found.danger, found.service) == (Danger.SYNC, service)


@pytest.mark.parametrize(("mark", "service"), [(".stfolder", "Syncthing"), (".dropbox", "Dropbox")])
def test_a_folder_that_is_kept_equal_is_known_by_what_stands_in_it(tmp_path, mark, service):
    (tmp_path / mark).mkdir()
    found = places.unsafe(tmp_path / "map" / "a.tijdlijn")
    assert found is not None
    assert found.service == service


def test_a_network_drive_is_known_and_an_ordinary_folder_is_not(tmp_path, monkeypatch):
    path = tmp_path / "onedrivers" / "a.tijdlijn"
    assert places.unsafe(path) is None
    mounts = tmp_path / "mounts"
    mounts.write_text(f"//pc/map {tmp_path} cifs rw 0 0\n", "utf-8")
    monkeypatch.setattr(volumes, "MOUNTS", mounts)
    found = places.unsafe(path)
    assert found is not None
    assert found.danger is Danger.NETWORK
