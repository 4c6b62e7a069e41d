"""Cluster x cluster as a table: the counts of the pairs, today's below the diagonal."""

from __future__ import annotations

from recommender.analysis.bridges import Bridge
from recommender.analysis.cluster_matrix import WIDEST, cluster_matrix
from recommender.analysis.pairs import Lift
from recommender.model.profile import Cluster

CLUSTERS = [Cluster(name, {"en": name}) for name in ("one", "two", "three")]


def bridge(a, b, today, lifts):
    lift = Lift("path", 0.1, 0.5, 0.4, False)
    return Bridge(a, b, 0.2, False, today, (lift,) * lifts, (), (), ())


def test_each_pair_is_told_twice_and_institutions_are_left_out():
    found = cluster_matrix(
        CLUSTERS, [bridge("two", "one", 1, 4), bridge("two", "three", 0, 2), bridge("one", "lab", 9, 9)]
    )
    assert found.rows == ((1, "one", None, 4, None), (2, "two", 1, None, 2), (3, "three", None, 0, None))
    assert [column.name for column in found.columns] == ["number", "cluster", "with_one", "with_two", "with_three"]


def test_a_table_has_at_least_two_clusters_and_no_more_than_fit():
    assert cluster_matrix(CLUSTERS[:1], []) is None
    assert cluster_matrix(CLUSTERS[:1] * (WIDEST + 1), []) is None
