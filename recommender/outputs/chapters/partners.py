"""With which regions there are channels, and what could come from there."""

from __future__ import annotations

from collections.abc import Iterator

from ...model.profile import Partner
from ...model.report import Report
from ..blocks import Block
from ..charts.partners import gaps_filled
from ..views._words import Words
from . import chapter
from ._parts import drawn, table
from ._study import study_blocks


@chapter("partners", 75)
def partners(report: Report, words: Words) -> Iterator[Block]:
    yield from drawn("partners", report, words)
    there = report.profile.partners if report.profile else ()
    filled = gaps_filled(report)
    order = sorted(there, key=lambda partner: (-filled[partner.id], partner.id))
    columns = (
        words.column("partner_region", wraps=True),
        words.column("channel", number=True),
        words.column("gaps_filled", number=True),
        words.column("via", wraps=True),
    )
    yield from table(
        words.label("table", "partners"), columns, (_row(partner, filled[partner.id], words) for partner in order)
    )


@chapter("partner_gaps", 76, ("team", "authority", "workshop"))
def partner_gaps(report: Report, words: Words) -> Iterator[Block]:
    """The same at length: who would close which gap, and what they would get."""
    yield from study_blocks("partners", report, words)


def _row(partner: Partner, filled: int, words: Words) -> tuple[str, ...]:
    name = words.local(partner.name)
    strength = partner.strength.value if partner.strength else None
    region = f"{name} ({partner.region})" if partner.region else name
    return region, words.number(strength), words.count(filled), partner.via or words.number(None)
