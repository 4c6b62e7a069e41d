"""What comes with ris3, ready to be used: vocabulary, paths, challenges and activities."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache

from .. import shipped
from ..inputs.library import Shelf
from ..inputs.nuts import Nuts, read_nuts
from ..inputs.taxonomies import read_activities
from ..model.taxonomy import Activity

NACE = shipped.TAXONOMIES / "nace_rev2.yaml"
CHALLENGES = shipped.TAXONOMIES / "challenges.yaml"
SPEAKS_NACE = 0.9


@cache
def shipped_shelf() -> Shelf:
    """Where the shipped vocabulary, paths and challenges lie."""
    paths = tuple(sorted(shipped.PATHS.glob("*.yaml")))
    return Shelf(shipped.VOCABULARY, shipped.SPECIFICITY, paths, CHALLENGES, shipped.ROOT)


@cache
def known_activities() -> dict[str, Activity]:
    """The divisions of NACE Rev. 2 by code (C28)."""
    return read_activities(NACE)


def activities_among(codes: Collection[str]) -> Mapping[str, Activity]:
    """The same for the codes of a table; empty where they are those of another classification.

    Patent classes and products have codes that look like divisions (A01, C12): a table speaks NACE where
    nine of ten of its codes are divisions.
    """
    known = known_activities()
    return known if sum(code in known for code in codes) >= SPEAKS_NACE * len(codes) else {}


@cache
def nuts() -> Nuts:
    """The regions of Europe in all vintages of the classification."""
    return read_nuts(shipped.TAXONOMIES / "nuts.csv")
