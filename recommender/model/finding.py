"""A statement with its facts: what the tool found, about whom, and on which lines it rests.

Sentences are rendered from findings (see `recommender.wording`), so that words and data cannot
disagree. `at` names fields of the model; outputs turn them into file:line.

KINDS says which facts each kind carries, FACTS what each fact means: a name means the same in every
kind. A finding carries exactly the facts of its kind; one that is unknown is None, never left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from .facts import FACTS as FACTS
from .finding_kind import FindingKind as FindingKind
from .finding_kind import Role as Role
from .finding_kind import kind_of_finding as _kind
from .finding_kinds_ecosystem import ECOSYSTEM_KINDS
from .finding_kinds_views import VIEW_KINDS
from .finding_kinds_what_if import WHAT_IF_KINDS

Facts: TypeAlias = Mapping[str, Any]


KINDS: Mapping[str, FindingKind] = {
    **WHAT_IF_KINDS,
    **ECOSYSTEM_KINDS,
    **VIEW_KINDS,
    # why a path or an activity stands where it stands
    "missing_essential": _kind("F101", "reason", "opportunity",
        "an essential competence is below the share it needs; who comes nearest",
        "path competence level minimum available nearest nearest_level"),
    "not_assessed": _kind("F102", "reason", "opportunity",
        "needs that nobody has assessed keep the path below the bar: ask about them",
        "path competences essentials needs needs_assessed low high bar"),
    "below_bar": _kind("F103", "reason", "opportunity",
        "the fit is below the bar",
        "path fit bar potential"),
    "essential_not_assessed": _kind("F107", "reason", "opportunity",
        "essential competences for which nobody was assessed: asked about, not called missing",
        "path essentials"),
    "excluded_activity": _kind("F104", "reason", "activity",
        "the activity is switched off in the eligibility rules",
        "activity reason"),
    "already_present": _kind("F105", "reason", "activity",
        "the region is already specialised in the activity",
        "activity location_quotient presence"),
    "no_data": _kind("F106", "reason", "activity",
        "the cell is suppressed or missing, so nothing can be said",
        "activity"),
    "fits": _kind("F111", "reason", "opportunity",
        "which actors together cover how much of what the path needs",
        "path lead coalition fit coverage needs needs_met"),
    "luck": _kind("F112", "reason", "opportunity",
        "how the fit compares with made-up paths of the same shape",
        "path percentile draws"),
    "weak_link": _kind("F113", "reason", "opportunity",
        "two members of the coalition that are only weakly linked",
        "path a b strength passive"),
    "led_alone": _kind("F114", "reason", "opportunity",
        "one actor covers the path by itself",
        "path lead fit coverage needs needs_met"),
    "colocated": _kind("F115", "reason", "opportunity",
        "which present activities the candidate is related to",
        "path related density percentile"),
    "prospect": _kind("F118", "reason", "opportunity",
        "how many of 100 such cases entered within the horizon, and stayed",
        "path activities origin_year years_ahead entry_probability lasting_probability entry_base_rate entry_lift"),
    "below_lift": _kind("F108", "reason", "opportunity",
        "entered far less often than candidates are on average",
        "path years_ahead entry_probability entry_base_rate entry_lift lift_bar"),
    "nearby": _kind("F116", "reason", "opportunity",
        "a nearby competence stands in for the one that is needed, in part",
        "path competence nearby actor stands_in"),
    # what deserves attention
    "unconnected_asset": _kind("F201", "finding", "actor",
        "a strong actor with no link to those who would need it",
        "actor lead path paths competences access gain"),
    "views_disagree": _kind("F202", "finding", "opportunity",
        "competence and statistical evidence differ by more than the limit",
        "path competence_percentile colocation_percentile limit"),
    "prerequisite": _kind("F203", "finding", "competence",
        "a competence that would open most paths if it were built first",
        "competence level paths best_actor best_level"),
    "nothing_eligible": _kind("F204", "finding", "region",
        "no path is eligible",
        "count not_assessed bar"),
    "thin_profile": _kind("F205", "finding", "region",
        "too much is not assessed for a verdict; what to ask about",
        "needs needs_assessed eligible competences"),
    "disagrees_with_declared_kind": _kind("F206", "finding", "opportunity",
        "our type of transformation differs from the declared one",
        "path declared found rule"),
    "connection_gap": _kind("F207", "finding", "opportunity",
        "what the region could reach if everybody were linked",
        "path fit potential"),
    # what limits the answer
    "single_evidence": _kind("F301", "warning", "opportunity or region",
        "only one of the two kinds of evidence is there",
        "missing why opportunities"),
    "missing_criterion": _kind("F302", "warning", "criterion",
        "a criterion without value for some, so the score is an interval",
        "criterion opportunities of"),
    "judged": _kind("F303", "warning", "region",
        "how many of the competence levels are judged and how many measured",
        "judged surveyed measured proxy"),
    "poorly_assessed": _kind("F304", "warning", "opportunity",
        "little of what the path needs was assessed",
        "path needs needs_assessed competences"),
    "greedy_search": _kind("F305", "warning", "opportunity",
        "the coalition was searched greedily; the bound is printed",
        "path fit upper_bound"),
    "region_recoded": _kind("F306", "warning", "region",
        "the region's code changed between vintages",
        "given held recoding steps"),
    "reference_vintage": _kind("F307", "warning", "region",
        "of which year and source the statistics are",
        "reference title publisher year counted regions activities_held"),
    "not_validated": _kind("F308", "warning", "region",
        "the statistical order is not validated as a forecast, and why",
        "years_ahead forecast_doubts"),
    "one_plant": _kind("F317", "warning", "region",
        "specialisations that one large plant fewer would undo",
        "plant activities of"),
    "forecast_checked": _kind("F315", "warning", "region",
        "the table's own forecast held on cells and years that it had not seen",
        "origin_year years_ahead checked_candidates checked_entries promised_lift"),
    "suppressed_cells": _kind("F309", "warning", "region",
        "cells of the region that are suppressed or missing",
        "count of activities"),
    "illustrative": _kind("F310", "warning", "region",
        "what the authors of the profile say about it",
        "text"),
    "input_warning": _kind("F311", "warning", "region",
        "something in the files that deserves a look",
        "message place"),
    "weak_complexity": _kind("F312", "warning", "region",
        "the statistics give the complexity of activities no clear order",
        "reference diversity_correlation doubts judged_instead"),
    "relatedness_given": _kind("F313", "warning", "region",
        "relatedness that the user brought and that counts beside the statistics",
        "relatedness_files"),
    "estimated_figures": _kind("F314", "warning", "region",
        "figures of the statistics that were estimated because the publisher withholds them, or shared out",
        "cells cells_held activities"),
    # answers of explain and compare
    "only_statistics": _kind("F416", "answer", "opportunity",
        "statistics alone do not say what is missing or who could bring it",
        "activity"),
    "gap_source": _kind("F401", "answer", "competence",
        "where a missing competence could come from",
        "path competence level available essential assessed sources"),
    "gap_nowhere": _kind("F402", "answer", "competence",
        "a missing competence that nobody near holds: it must be built",
        "path competence level available essential assessed"),
    "change_raises": _kind("F403", "answer", "opportunity",
        "what a change would do to the fit and the band",
        "path change actor other competence level_from level_to fit_from fit_to band_from band_to"),
    "change_lowers": _kind("F404", "answer", "opportunity",
        "which loss would cost most",
        "path change actor other competence level_from level_to fit_from fit_to band_from band_to"),
    "contribution": _kind("F405", "answer", "actor",
        "how much of the fit an actor brings",
        "path actor contribution share competences"),
    "novelty": _kind("F406", "answer", "opportunity",
        "how new the path is to the lead and to the region",
        "path label new_to_lead new_to_region"),
    "transformation": _kind("F407", "answer", "opportunity",
        "which type of transformation it is, by our rule",
        "path found rule declared"),
    "interval": _kind("F408", "answer", "opportunity",
        "the fit if what nobody assessed were there",
        "path low high competences"),
    "evidence_share": _kind("F409", "answer", "opportunity",
        "on which evidence the numbers rest",
        "path judged surveyed measured proxy"),
    "source": _kind("F410", "answer", "source",
        "a source that the answer rests on",
        "id title publisher year url"),
    "score": _kind("F411", "answer", "opportunity",
        "how the score is put together",
        "path score low high criteria weights basis"),
    "rank": _kind("F412", "answer", "opportunity",
        "rank and band",
        "path rank of band"),
    "difference": _kind("F413", "answer", "opportunity",
        "where two paths differ",
        "aspect key first second first_value second_value weight"),
    "introduction": _kind("F414", "answer", "opportunity",
        "the fit if unlinked actors were introduced to each other",
        "path fit with_introduction assumed"),
    "with_partners": _kind("F415", "answer", "opportunity",
        "the fit with the links to other regions that are there today",
        "path fit with_partners"),
    # the whole in a sentence: counted by the outputs, not by the analysis
    "outcome": _kind("F501", "summary", "region",
        "how many opportunities there are in each band, and the first of them",
        "listed count top bands path lead coalition"),
    "assessed": _kind("F502", "summary", "region",
        "how much the profile says; fits of two profiles are not compared",
        "clusters competences_per_cluster needs needs_assessed"),
    "strongest": _kind("F504", "summary", "region",
        "the activities that the region is most specialised in",
        "count strongest"),
    "weighting": _kind("F503", "summary", "region",
        "what the order gives weight to",
        "lens weights left_out"),
    # what a figure shows, for those who do not see it
    "quadrants": _kind("F511", "summary", "region",
        "how many opportunities lie in each field of the diagram of relatedness and complexity",
        "listed count quadrants path borderline"),
    "competence_map": _kind("F512", "summary", "region",
        "which competence of a kind the clusters hold most of",
        "kind clusters count competence held_by best_actor best_level drawn_competences drawn_clusters"),
    "actor_network": _kind("F513", "summary", "region",
        "how many actors work together, who has most links and who has none",
        "actors links actor links_of_actor unlinked drawn"),
    "partner_map": _kind("F514", "summary", "region",
        "which partner regions there are, and who could fill most gaps",
        "partners partner gaps"),
    "competence_space": _kind("F515", "summary", "region",
        "how far the region has the competences that paths need, and which it lacks most",
        "count competence_states competences"),
    "activity_space": _kind("F516", "summary", "region",
        "in how many activities the region is specialised, and which come next",
        "count activity_states activities"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One statement: its kind (a key of KINDS), what it is about, and the facts it is made of."""

    kind: str
    subject: str
    facts: Facts = field(default_factory=dict)
    at: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.kind not in KINDS:
            raise ValueError(f"'{self.kind}' is not a documented kind of finding")
        wanted = KINDS[self.kind].facts
        if set(wanted) != set(self.facts):
            given = ", ".join(sorted(self.facts)) or "nothing"
            raise ValueError(f"'{self.kind}' carries the facts {', '.join(wanted) or 'none'}; given: {given}")

    @property
    def code(self) -> str:
        return KINDS[self.kind].code
