"""Which edition of NUTS the codes of a table are of."""

from __future__ import annotations

from collections.abc import Iterable

from ..nuts import Nuts


def vintages_of(codes: Iterable[str], nuts: Nuts) -> str | None:
    """The editions that have all of the NUTS codes, or how many of them the newest lacks; None without any."""
    known = [nuts.regions[code].vintages for code in codes if code in nuts.regions and len(code) > 2]
    if not known:
        return None
    editions = sorted({edition for vintages in known for edition in vintages})
    fits = [edition for edition in editions if all(edition in vintages for vintages in known)]
    if fits:
        return f"NUTS {fits[0]}" + (f" to {fits[-1]}" if len(fits) > 1 else "")
    lacking = {edition: sum(edition not in vintages for vintages in known) for edition in editions}
    best = min(editions, key=lambda edition: (lacking[edition], -int(edition)))
    return f"several editions: NUTS {best} has all but {lacking[best]} of {len(known)} codes"
