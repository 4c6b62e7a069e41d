"""Every finding names the lines that it rests on, in each command about the ecosystem."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from recommender.outputs.payloads import payload_of
from recommender.shipped import EXAMPLES
from recommender.workflows.audit import audit
from recommender.workflows.ecosystem import clusters
from recommender.workflows.governance import governance
from recommender.workflows.partners import partners
from recommender.workflows.recommend import explain, recommend
from recommender.workflows.request import Request
from recommender.workflows.views import compare_evidence, start_from_challenge

NOT_OF_THE_PROFILE = {
    "not_validated",
    "forecast_checked",
    "reference_vintage",
    "weak_complexity",
    "region_recoded",
    "weighting",
}
"""They speak of the statistics and of the settings."""

COMMANDS = {
    "recommend": recommend,
    "explain a possible path": lambda request: explain(request, "aseptic_robotics"),
    "explain an impossible path": lambda request: explain(request, "chip_fab"),
    "clusters": clusters,
    "a card": lambda request: clusters(request, "digital" if "norte" in request.source else "fashion"),
    "partners": partners,
    "governance": governance,
    "audit": audit,
    "both views": compare_evidence,
    "a challenge": lambda request: start_from_challenge(request, "water"),
}


def findings(document: Any) -> Iterator[dict[str, Any]]:
    if isinstance(document, dict):
        if {"kind", "at", "facts"} <= set(document):
            yield document
        document = list(document.values())
    if isinstance(document, list):
        for item in document:
            yield from findings(item)


@pytest.mark.parametrize("region", ["emilia-romagna", "norte"])
@pytest.mark.parametrize("command", COMMANDS)
def test_every_finding_names_its_lines(region, command):
    made = payload_of(COMMANDS[command](Request(str(EXAMPLES / region / "profile.yaml"))), "en")
    told = [item for item in findings(made) if item["kind"] not in NOT_OF_THE_PROFILE]
    assert told
    assert [item for item in told if not item["at"]] == []
    for place in {place for item in told for place in item["at"]}:
        file, _, line = place.rpartition(":")
        assert file.endswith(".yaml")
        assert int(line) >= 1
