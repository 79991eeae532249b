"""Whether a file is on another computer: what each system knows of its drives.

The rule: the parts that differ per system are here and nowhere else. What cannot be known is not told: a place that is
not known to be elsewhere counts as this computer.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path, PureWindowsPath

MOUNTS = Path("/proc/self/mounts")
_REMOTE = {
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "9p", "ceph", "glusterfs", "lustre", "davfs",
    "fuse.sshfs", "fuse.davfs2", "fuse.rclone", "fuse.gvfsd-fuse", "fuse.smbnetfs", "fuse.glusterfs", "fuse.ceph",
}  # fmt: skip
_REMOTE_DRIVE = 4
"""What Windows calls DRIVE_REMOTE."""


def is_remote(path: Path) -> bool:
    """Whether a file is known to be on another computer."""
    with suppress(OSError, ValueError, RuntimeError):
        if sys.platform == "win32":
            return is_share(str(path)) or _is_network_drive(path.resolve().drive)
        return file_system(path.resolve(), MOUNTS.read_text("utf-8", "surrogateescape")) in _REMOTE
    return False


def is_share(path: str) -> bool:
    r"""Whether a path of Windows names another computer, as `\\server\map`."""
    drive = PureWindowsPath(path).drive
    return (drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\"))) or drive.startswith(
        "\\\\?\\UNC\\"
    )


def file_system(path: Path, mounts: str) -> str:
    """What kind of file system a path is on, by the table of mounts of Linux; empty when that does not say."""
    found, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = Path(_plain(fields[1]))
        if (path == place or place in path.parents) and len(place.parts) >= found:
            found, kind = len(place.parts), fields[2]
    return kind


def _plain(text: str) -> str:
    """A path of the table of mounts, in which spaces and the like stand as octal numbers."""
    for code in ("\\040", "\\011", "\\012", "\\134"):
        text = text.replace(code, chr(int(code[1:], 8)))
    return text


if sys.platform == "win32":
    import ctypes

    def _is_network_drive(drive: str) -> bool:
        return bool(drive) and ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE_DRIVE
