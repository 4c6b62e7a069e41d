"""The table that leads an answer: the band first, decimals after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...model.recommendation import Opportunity
from ..blocks import Block, Column, Paragraph, Table
from ._words import Words

SURE = 0.9
"""A quadrant is told without a doubt if so many draws agree (METHODS B17)."""
SELDOM = 0.005


def ranking(words: Words) -> Iterator[Block]:
    """The ranked opportunities, and how to read the percentile."""
    if not words.answer.opportunities:
        return
    if not _by_competences(words):
        yield _paths_by_statistics(words)
    else:
        yield _paths(words) if words.answer.subject == "paths" else _activities(words)
    yield Paragraph(_legend(words), quiet=True)
    if _asked(words):
        also = ("uncertain_bands", _band_holds(words)), ("uncertain_presence", _already(words))
        keys = ("uncertain", *(key for key, shown in also if shown))
        yield from (Paragraph(words.label("legend", key), quiet=True) for key in keys)


def _legend(words: Words) -> str:
    if words.answer.subject == "activities" and _foreseen(words):
        settings = words.answer.settings
        lifts = {name: words.number(settings.get(f"statistics.lift_{name}")) for name in ("high", "medium", "bar")}
        return words.label("legend", "activities_foreseen").format(**lifts)
    limits = {band: words.hundred(words.answer.settings.get(f"bands.{band}")) for band in ("high", "medium")}
    key = words.answer.subject if _by_competences(words) else "paths_by_statistics"
    return words.label("legend", key).format(**limits)


def _foreseen(words: Words) -> bool:
    return any(item.prospect for item in words.answer.opportunities)


def _foreseen_columns(words: Words) -> tuple[str, ...]:
    """How many of 100 enter, and stay, where that is known of anything."""
    known = [item.prospect for item in words.answer.opportunities if item.prospect]
    stays = any(found.probability_lasting is not None for found in known)
    return ("prospect", "prospect_lasting")[: (2 if stays else 1) if known else 0]


def _of_hundred(item: Opportunity, key: str, words: Words) -> str:
    found = item.prospect
    share = None if found is None else found.probability if key == "prospect" else found.probability_lasting
    return words.number(None if share is None else share * 100, 1)


def _by_competences(words: Words) -> bool:
    """Whether the answer is about activities, or asks what the region's actors can do."""
    items = words.answer.opportunities
    return words.answer.subject != "paths" or any(item.competence for item in items)


def _paths(words: Words) -> Table:
    items = words.answer.opportunities
    columns = (
        words.column("rank", number=True),
        words.column("path", wraps=True),
        words.column("band"),
        *_uncertain_columns(words),
        words.column("score", number=True),
        words.column("fit", number=True),
        words.column("percentile", number=True),
        words.column("complexity", number=True),
        words.column("coalition", wraps=True, folds=True),
        words.column("gap", wraps=True, folds=True),
        *_assessed_column(words),
        *_likely_columns(words),
    )
    return Table(columns, tuple(_path(item, words) for item in items), tuple(item.band for item in items))


def _paths_by_statistics(words: Words) -> Table:
    items = words.answer.opportunities
    columns = (
        words.column("rank", number=True),
        words.column("path", wraps=True),
        words.column("band"),
        words.column("score", number=True),
        words.column("percentile", number=True),
        words.column("complexity", number=True),
        words.column("present", wraps=True),
    )
    rows = tuple(
        (str(item.rank), words.title_of(item), words.label("band", item.band), words.score(item),
         words.hundred(item.colocation.percentile if item.colocation else None),
         words.number(item.criteria.get("complexity")),
         ", ".join(part.code for part in item.colocation.activities) if item.colocation else "")
        for item in items
    )  # fmt: skip
    return Table(columns, rows, tuple(item.band for item in items))


def _asked(words: Words) -> bool:
    """Whether somebody asked how sure the order is."""
    return any(item.uncertainty for item in words.answer.opportunities)


def _uncertain_columns(words: Words) -> tuple[Column, ...]:
    """How sure band and rank are, where somebody asked."""
    if not _asked(words):
        return ()
    keys = (*_band_holds(words), "rank_range", "tie_group")
    return tuple(words.column(key, number=True) for key in keys)


def _band_holds(words: Words) -> tuple[str, ...]:
    """Bands of a forecast are not drawn again."""
    known = [item.uncertainty for item in words.answer.opportunities]
    return ("band_holds",) if any(row["band_holds"] is not None for row in known) else ()


def _uncertain(item: Opportunity, words: Words) -> tuple[str, ...]:
    known = item.uncertainty
    if not known:
        return ()
    low, high = known["rank_low"], known["rank_high"]
    span = str(low) if low == high else f"{low}–{high}"
    return (*(words.percent(known[key]) for key in _band_holds(words)), span, str(known["tie_group"]))


def _likely_columns(words: Words) -> tuple[Column, ...]:
    """What there is no room for in the row."""
    if not _asked(words):
        return ()
    return tuple(words.column(key, wraps=True, folds=True) for key in ("tops", "roads", *_already(words)))


def _already(words: Words) -> tuple[str, ...]:
    known = [item.uncertainty for item in words.answer.opportunities]
    return ("already_specialised",) if any(row["already_specialised"] is not None for row in known) else ()


def _likely(item: Opportunity, words: Words) -> tuple[str, ...]:
    known = item.uncertainty
    if not known:
        return ()
    tops = ", ".join(words.percent(known[f"top_{top}"]) for top in (3, 5, 10))
    return (tops, _roads(known["quadrants"], words), *(words.percent(known[key]) for key in _already(words)))


def _roads(shares: Mapping[str, float] | None, words: Words) -> str:
    """The quadrants in which it stands in more than one of 200 draws, the likeliest first."""
    if shares is None:
        return ""
    known = sorted(shares.items(), key=lambda pair: -round(pair[1], 9))
    told = [(name, share) for name, share in known if share >= SELDOM]
    text = ", ".join(
        f"{words.label('quadrant', name).partition(':')[0]} {words.percent(share)}" for name, share in told
    )
    return text if round(told[0][1], 9) >= SURE else words.label("cell", "borderline").format(text)


def _path(item: Opportunity, words: Words) -> tuple[str, ...]:
    evidence = item.competence
    return (
        str(item.rank),
        words.title_of(item),
        words.label("band", item.band),
        *_uncertain(item, words),
        words.score(item),
        words.number(evidence.fit.low if evidence else None),
        words.hundred(evidence.null_percentile if evidence else None),
        words.number(item.criteria.get("complexity")),
        words.together(item),
        words.gap(item),
        *(_assessed(item, words) for _ in _assessed_column(words)),
        *_likely(item, words),
    )


def _assessed_column(words: Words) -> tuple[Column, ...]:
    if not any(_assessed(item, words) for item in words.answer.opportunities):
        return ()
    return (words.column("needs_assessed", wraps=True, folds=True),)


def _assessed(item: Opportunity, words: Words) -> str:
    """How many of its needs somebody was assessed for; nothing where that is all of them."""
    known = item.competence
    if known is None or known.needs_assessed == len(known.needs):
        return ""
    return words.label("cell", "needs_assessed").format(assessed=known.needs_assessed, needs=len(known.needs))


def _activities(words: Words) -> Table:
    items = words.answer.opportunities
    columns = (
        words.column("rank", number=True),
        words.column("activity", wraps=True),
        words.column("band"),
        *_uncertain_columns(words),
        words.column("score", number=True),
        *(words.column(key, number=True) for key in _foreseen_columns(words)),
        words.column("percentile", number=True),
        *(words.column(key, number=True, folds=_asked(words)) for key in ("density", "location_quotient")),
        words.column("complexity", number=True),
        words.column("tags", wraps=True, folds=True),
        words.column("related", wraps=True, folds=True),
        *_likely_columns(words),
    )
    return Table(columns, tuple(_activity(item, words) for item in items), tuple(item.band for item in items))


def _activity(item: Opportunity, words: Words) -> tuple[str, ...]:
    evidence = item.colocation
    own = next((part for part in evidence.activities if part.code == item.id), None) if evidence else None
    return (
        str(item.rank),
        words.title_of(item),
        words.label("band", item.band),
        *_uncertain(item, words),
        words.score(item),
        *(_of_hundred(item, key, words) for key in _foreseen_columns(words)),
        words.hundred(evidence.percentile if evidence else None),
        words.percent(evidence.density if evidence else None),
        words.number(own.location_quotient if own else None),
        words.number(item.criteria.get("complexity")),
        ", ".join(words.label("transition", tag) for tag in item.tags),
        " + ".join(words.name(driver.id) for driver in item.drivers[:3] if driver.kind == "activity"),
        *_likely(item, words),
    )
