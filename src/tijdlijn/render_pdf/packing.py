"""A finished PDF with its many small objects packed together: a third of the size where a long table is tagged.

ReportLab writes each object by itself; the elements of ten thousand rows would be ten megabytes. The same document
gives the same bytes.
"""

from __future__ import annotations

from io import BytesIO


def packed(pdf: bytes) -> bytes:
    """The same document in less room."""
    import pikepdf

    buffer = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(
            buffer,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            deterministic_id=True,
            fix_metadata_version=False,
        )
    return buffer.getvalue()
