"""The recommendations under version control."""

from __future__ import annotations

from . import JOBS, Job, Order


def kept(order: Order) -> bytes:
    """A lock file, which `ris3 lock --check` and `ris3 diff` compare with."""
    from ..locks import kept_text

    return kept_text(order.request).encode()


JOBS.add("lock")(Job(kept, (), lambda: (".json",)))
