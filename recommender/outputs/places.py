"""The lines of the user's files on which a statement rests."""

from __future__ import annotations

from collections.abc import Iterable

from ..model.recommendation import Recommendation


def places(fields: Iterable[str], answer: Recommendation) -> list[str]:
    """file:line of the fields that stand in a file, each once, in their order."""
    return list(dict.fromkeys(answer.origins[field] for field in fields if field in answer.origins))


def short_places(fields: Iterable[str], answer: Recommendation) -> str:
    """The first of them and how many more there are, as in 'profile.yaml:12 +3'; nothing where there are none."""
    known = places(fields, answer)
    more = f" +{len(known) - 1}" if len(known) > 1 else ""
    return f"{known[0]}{more}" if known else ""
