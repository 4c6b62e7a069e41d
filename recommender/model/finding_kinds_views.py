"""Kinds of findings about views of a ranking: one kind of evidence, a challenge, a portfolio."""

from __future__ import annotations

from collections.abc import Mapping

from .finding_kind import FindingKind
from .finding_kind import kind_of_finding as _kind

VIEW_KINDS: Mapping[str, FindingKind] = {
    "counted_under": _kind("F117", "reason", "opportunity",
        "the activities by which statistics judge a path",
        "path activities present percentile"),
    "views_compared": _kind("F756", "answer", "region",
        "on how many paths the two kinds of evidence differ, and in which direction",
        "count of limit ahead_by_competences ahead_by_statistics ties"),
    "challenge_outcome": _kind("F761", "answer", "challenge",
        "which paths answer a challenge, and how many kinds of user are reached",
        "texts paths paths_not_yet paths_to_ask count of"),
    "user_to_involve": _kind("F762", "answer", "kind of user",
        "a kind of user whom paths name: who of that kind is known and works with whoever would carry them",
        "user_kind paths users linked_users paths_reached works_with"),
    "lead_organisation": _kind("F745", "answer", "opportunity",
        "the cluster organisation of whoever would lead, and how ready it is or what to ask it",
        "path lead organisation readiness ask"),
    "portfolio": _kind("F505", "summary", "novelty",
        "the paths of one degree of novelty: what is possible, what is not yet, how related it is",
        "label possible paths_not_yet paths_to_ask mean_percentile"),
    "transition_scores": _kind("F506", "summary", "region",
        "what the ranked paths together would do for the transitions",
        "count transition_means transition_best"),
}  # fmt: skip
