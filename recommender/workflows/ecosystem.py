"""Clusters in their ecosystem: cards, bridges, institutions."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from .. import shipped
from ..analysis.bridges import bridges
from ..analysis.cluster_card import card_study
from ..analysis.cluster_study import Ecosystem, overview
from ..analysis.clusters import cards
from ..analysis.ground import ground
from ..analysis.institution_links import holders
from ..analysis.pairs import pairs_of
from ..analysis.production_chain import Deliveries
from ..analysis.strong_pairs import strong_pairs
from ..inputs.taxonomies import read_technology_sectors
from ..model.problem import Code, Problem, UnknownName, nearest
from ..model.recommendation import Recommendation
from ..model.study import Study
from .deliveries import chains_of, read_deliveries
from .recommend import ProfileRun, answer_of, prepare_profile
from .request import Request


def clusters(request: Request, cluster: str | None = None, *, input_output: str | None = None) -> Study:
    """The clusters of a profile and the links between them, or the card of one of them.

    `input_output` is a CSV with the columns from, to and value: what activities deliver to each other.

    Raises
    ------
    RecommenderError
        With everything that is wrong with the files and names of the request.
    """
    run = prepare_profile(request)
    table = read_deliveries(run, input_output) if input_output is not None else None
    found = ecosystem(run, answer_of(run), table)
    if cluster is None:
        return overview(with_strong_pairs(found, run), technology_sectors())
    known = {card.cluster.id: card for card in found.cards}
    if cluster not in known:
        hint = nearest(cluster, known, what="clusters of the profile")
        raise UnknownName([Problem(Code.ID_UNKNOWN, f"no cluster is called '{cluster}'", hint=hint)])
    return card_study(found, known[cluster])


def ecosystem(run: ProfileRun, answer: Recommendation, table: Deliveries | None = None) -> Ecosystem:
    """The clusters of a run, and of what it ranked, with every pair of them."""
    here = ground(run.profile, run.config)
    pairs = pairs_of(here, answer)
    model, region = (run.evidence.model, run.evidence.region.code) if run.evidence else (None, None)
    return Ecosystem(
        here, pairs, bridges(here, pairs), cards(here, pairs, answer, model, region), answer,
        holders=holders(here, answer),
        chains=chains_of(run, table) if table is not None else {},
        deliveries=table,
    )  # fmt: skip


def with_strong_pairs(found: Ecosystem, run: ProfileRun) -> Ecosystem:
    """The same with the pairs of the statistics, where there are any; complexity counts where it counts for paths.

    Apart, because nothing but the overview tells of them and they take a quarter of its time.
    """
    if run.evidence is None or run.profile is None:
        return found
    sound = run.evidence.complexity_counts(run.config)
    model, region = run.evidence.model, run.evidence.region.code
    return replace(found, strong_pairs=strong_pairs(model, region, run.profile.clusters, with_complexity=sound))


@cache
def technology_sectors() -> dict[str, str]:
    """WIPO technology field -> the name of its sector."""
    return read_technology_sectors(shipped.TAXONOMIES / "wipo35.yaml")
