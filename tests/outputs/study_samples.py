"""Answers beyond the ranking, of a small shipped region: what the commands themselves make."""

from __future__ import annotations

from functools import cache

from recommender.shipped import EXAMPLES
from recommender.workflows import ecosystem
from recommender.workflows.request import Request

NORTE = Request(str(EXAMPLES / "norte" / "profile.yaml"))


@cache
def clusters():
    return ecosystem.clusters(NORTE)


@cache
def cluster():
    return ecosystem.clusters(NORTE, "digital")


STUDIES = {"clusters": clusters, "cluster": cluster}
