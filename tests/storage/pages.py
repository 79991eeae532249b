"""What really stands in a casebook: every row of every table, and every byte of every page after decryption.

Pages are decrypted here by OpenSSL itself, beside SQLCipher: so free pages and what is left between the cells of a
page are seen as well. Nothing readable is written to disk.
"""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from tijdlijn.storage.connection import open_raw
from tijdlijn.storage.encryption import FileKey, derive, read_salt

PAGE, RESERVE, IV, SALT = 4096, 80, 16, 16


def found_in(path: Path, passphrase: str, words: Iterable[str]) -> set[str]:
    """Which of these words stand in a file, in whatever table or in whatever byte of a page."""
    key = derive(passphrase, read_salt(path))
    rows = "\n".join(_rows(path, key))
    pages = decrypted(path, key)
    return {word for word in words if word in rows or word.encode() in pages or word.encode("utf-16-le") in pages}


def _rows(path: Path, key: FileKey) -> Iterator[str]:
    with closing(open_raw(path, key)) as raw:
        for name, sql in raw.execute("SELECT name, sql FROM sqlite_master").fetchall():
            yield f"{name} {sql}"
        for (table,) in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            for row in raw.execute(f"SELECT * FROM {table}"):  # noqa: S608  # names of tables
                yield repr(row)


def decrypted(path: Path, key: FileKey) -> bytes:
    """The pages of a file one behind the other."""
    data = path.read_bytes()
    assert len(data) % PAGE == 0
    decrypt = _decrypter(key.key)
    pages = (data[start : start + PAGE] for start in range(0, len(data), PAGE))
    found = b"".join(
        decrypt(page[SALT if number == 0 else 0 : PAGE - RESERVE], page[PAGE - RESERVE :][:IV])
        for number, page in enumerate(pages)
    )
    assert b"CREATE TABLE entries" in found, "the pages were decrypted"
    return found


def _decrypter(key: bytes):
    library = ctypes.CDLL(ctypes.util.find_library("crypto"))
    library.EVP_CIPHER_CTX_new.restype = ctypes.c_void_p
    library.EVP_aes_256_cbc.restype = ctypes.c_void_p
    context = ctypes.c_void_p(library.EVP_CIPHER_CTX_new())
    cipher = ctypes.c_void_p(library.EVP_aes_256_cbc())

    def decrypt(data: bytes, iv: bytes) -> bytes:
        out, written = ctypes.create_string_buffer(len(data) + 32), ctypes.c_int()
        assert library.EVP_DecryptInit_ex(context, cipher, None, key, iv) == 1
        library.EVP_CIPHER_CTX_set_padding(context, 0)
        assert library.EVP_DecryptUpdate(context, out, ctypes.byref(written), data, len(data)) == 1
        return out.raw[: written.value]

    return decrypt
