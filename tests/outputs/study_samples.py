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


STUDIES = {"audit": audit, "governance": governance, "clusters": clusters, "cluster": cluster, "partners": partners}
