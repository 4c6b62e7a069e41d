"""Kinds of findings about what could be and what was: scenarios, sensitivity, goals, changes."""

from __future__ import annotations

from collections.abc import Mapping

from .finding_kind import FindingKind
from .finding_kind import kind_of_finding as _kind

WHAT_IF_KINDS: Mapping[str, FindingKind] = {
    # scenarios
    "scenario_outcome": _kind("F601", "answer", "scenario",
        "how many paths a scenario moves, and which come and go",
        "scenario edits up down pushed new gone first"),
    "scenario_edit": _kind("F602", "answer", "scenario",
        "one thing that a scenario assumes, by the number under which the tables name it",
        "number action field written reason place idle"),
    # how sure the order is
    "robust_order": _kind("F611", "answer", "region",
        "which opportunities surely lead, and which the draws do not tell from the first",
        "path times spread tied among certain"),
    "robust_bands": _kind("F612", "answer", "region",
        "which of the band high keep it in enough draws",
        "count unsure needed"),
    "weight_sheets": _kind("F613", "answer", "region",
        "how far several people's weights agree on the order",
        "people agreement path best_rank worst_rank"),
    # goals
    "goal_reached": _kind("F621", "answer", "opportunity",
        "the cheapest set of changes under which a path reaches a goal",
        "path aim wanted count cost others considered steps_there_are proved at_least"),
    "goal_plan": _kind("F622", "answer", "opportunity",
        "one plan, and where the path stands once it is carried out",
        "number cost path fit_from fit_to band_from band_to rank"),
    "goal_out_of_reach": _kind("F623", "answer", "opportunity",
        "a goal that no set of so many changes reaches, how near they come, and what is short",
        "path aim wanted most nearest_fit upper_bound considered rank_at_best competences"),
    "goal_met": _kind("F624", "answer", "opportunity",
        "a goal that is reached today",
        "path aim wanted fit rank band"),
    # roadmaps
    "roadmap": _kind("F641", "answer", "region",
        "how many steps lead to the paths, how long they take, and whether that fits the years",
        "paths count years year until fits"),
    "roadmap_now": _kind("F642", "answer", "opportunity",
        "a target that is possible today and needs no step",
        "path"),
    "roadmap_closed": _kind("F643", "answer", "opportunity",
        "a target that no few changes make possible: it is not in the roadmap",
        "path"),
    "roadmap_pace": _kind("F644", "answer", "region",
        "the pace that the years rest on",
        "competence_years link_years partner_years"),
    # what changed between two results
    "moved": _kind("F631", "answer", "region",
        "how many opportunities stand elsewhere than before, and which come and go",
        "count new gone"),
    "nothing_moved": _kind("F632", "answer", "region",
        "nothing moved beyond the limits"),
    "moved_without_cause": _kind("F633", "warning", "region",
        "something moved although inputs, settings and version are the same: a regression of ris3",
        "version"),
    "inputs_changed": _kind("F634", "answer", "region",
        "files of the user that changed",
        "files"),
    "settings_changed": _kind("F635", "answer", "region",
        "settings that changed",
        "files"),
    "rules_changed": _kind("F636", "answer", "region",
        "another version of ris3, or of the data and rules that come with it",
        "version_from version files"),
    # the outputs of a project
    "outputs_current": _kind("F651", "answer", "project",
        "every output of a project is what its inputs make of it",
        "count"),
    "outputs_stale": _kind("F652", "answer", "project",
        "some outputs of a project are not what its inputs would make of them",
        "count of"),
    "outputs_made": _kind("F653", "answer", "project",
        "outputs of a project that were made again, and how many of them are as they were",
        "count same"),
    "output_stale": _kind("F654", "answer", "output",
        "why an output is made again",
        "because files"),
}  # fmt: skip
