"""Answers beyond the ranking, of a small shipped region: what the commands themselves make."""

from __future__ import annotations

from functools import cache

from recommender.workflows.request import Request


def _norte():
    from recommender.shipped import EXAMPLES

    return Request(str(EXAMPLES / "norte" / "profile.yaml"))


@cache
def clusters():
    from recommender.workflows.ecosystem import clusters

    return clusters(_norte())


@cache
def cluster():
    from recommender.workflows.ecosystem import clusters

    return clusters(_norte(), "digital")


@cache
def partners():
    from recommender.shipped import EXAMPLES
    from recommender.workflows.partners import partners

    return partners(_norte(), ("space_components",), (str(EXAMPLES / "basque-country" / "profile.yaml"),))


@cache
def governance():
    from recommender.workflows.governance import governance

    return governance(_norte())


@cache
def audit():
    from recommender.workflows.audit import audit

    return audit(_norte())


@cache
def evidence():
    from recommender.workflows.views import compare_evidence

    return compare_evidence(_norte())


@cache
def challenge():
    from recommender.workflows.views import start_from_challenge

    return start_from_challenge(_norte(), "textile_waste")


@cache
def challenges():
    from recommender.workflows.views import start_from_challenge

    return start_from_challenge(_norte(), "list")


STUDIES = {
    "evidence": evidence,
    "challenge": challenge,
    "challenges": challenges,
    "audit": audit,
    "governance": governance,
    "clusters": clusters,
    "cluster": cluster,
    "partners": partners,
}
