"""What an input-output table says about the production chain of a cluster.

The share of inputs that could come from the region is estimated by simple location quotients: of each input the
region is taken to supply min(1, LQ) (Schaffer and Chu 1969, Papers of the Regional Science Association 23(1)). A
national or European table says nothing about who really delivers to whom: it is a proxy, and is called one.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from ..model.finding import Finding
from ..model.reference import ReferenceModel
from .scoring import DIGITS

MOST_INPUTS = 3
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Deliveries:
    """An input-output table: `flows` (activities, activities) float >= 0, from row to column; where it comes from."""

    activities: tuple[str, ...]
    flows: Floats
    file: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The inputs of a cluster's activities.

    within : share that they buy from each other (and themselves)
    inputs : (activity, share of all inputs, location quotient or None), the largest first
    local : share that the region could supply, over the inputs whose quotient is known; None without any
    known : share of the inputs whose quotient is known
    """

    activities: tuple[str, ...]
    within: float
    inputs: tuple[tuple[str, float, float | None], ...]
    local: float | None
    known: float


def quotients_of(model: ReferenceModel, region: str) -> dict[str, float | None]:
    """The location quotient of each activity in a region, None where it is not known."""
    row = model.location_quotient[model.region_index(region)].tolist()
    return {code: None if math.isnan(value) else value for code, value in zip(model.activities, row, strict=True)}


def production_chain(table: Deliveries, codes: Sequence[str], quotients: Mapping[str, float | None]) -> Chain | None:
    """The chain of a cluster that is counted under `codes`; None where the table knows none of them or no inputs."""
    place = {code: at for at, code in enumerate(table.activities)}
    own = [place[code] for code in dict.fromkeys(codes) if code in place]
    bought = table.flows[:, own].sum(axis=1)
    total = float(bought.sum())
    if not own or total <= 0:
        return None
    shares = bought / total
    quotient = [quotients.get(code) for code in table.activities]
    known = np.array([value is not None for value in quotient])
    supplied = np.array([min(1.0, value) if value is not None else 0.0 for value in quotient])
    covered = float(shares[known].sum())
    order = [at for at in np.argsort(-np.round(shares, DIGITS), kind="stable").tolist() if shares[at] > 0]
    return Chain(
        activities=tuple(table.activities[at] for at in own),
        within=round(float(shares[own].sum()), DIGITS),
        inputs=tuple((table.activities[at], round(float(shares[at]), DIGITS), quotient[at]) for at in order),
        local=round(float(shares @ supplied) / covered, DIGITS) if covered > 0 else None,
        known=round(covered, DIGITS),
    )


def chain_finding(cluster: str, chain: Chain, table: Deliveries) -> Finding:
    """The chain of a cluster as a statement."""
    facts = {
        "actor": cluster,
        "activities": list(chain.activities),
        "within": chain.within,
        "inputs": [
            {"activity": code, "contribution": share, "location_quotient": quotient}
            for code, share, quotient in chain.inputs[:MOST_INPUTS]
        ],
        "local_estimate": chain.local,
        "known_share": chain.known,
        "files": [table.file],
    }
    return Finding("cluster_deliveries", cluster, facts, (f"actors.{cluster}.activities", f"actors.{cluster}"))
