"""What comes with ris3, ready to be used: vocabulary, paths, challenges and activities."""

from __future__ import annotations

from functools import cache

from .. import shipped
from ..inputs.library import Shelf
from ..inputs.taxonomies import read_activities
from ..model.taxonomy import Activity

NACE = shipped.TAXONOMIES / "nace_rev2.yaml"
CHALLENGES = shipped.TAXONOMIES / "challenges.yaml"


@cache
def shipped_shelf() -> Shelf:
    """Where the shipped vocabulary, paths and challenges lie."""
    paths = tuple(sorted(shipped.PATHS.glob("*.yaml")))
    return Shelf(shipped.VOCABULARY, shipped.SPECIFICITY, paths, CHALLENGES, shipped.ROOT)


@cache
def known_activities() -> dict[str, Activity]:
    """The divisions of NACE Rev. 2 by code (C28)."""
    return read_activities(NACE)
