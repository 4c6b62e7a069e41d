"""Office files are ZIP files: the same content gives the same bytes, whenever and wherever it is packed."""

from __future__ import annotations

import io
import zipfile

DAY = (1980, 1, 1, 0, 0, 0)
"""The first day that a ZIP file can name."""


def settled(data: bytes) -> bytes:
    """The same members in the same order, without the time at which they were packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            new.writestr(member, old.read(name))
    return out.getvalue()
