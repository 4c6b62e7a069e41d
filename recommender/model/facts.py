"""What each fact of a finding means. A name means the same in every kind that carries it.

The first word is the type: an id of (`actor`, `competence`, `opportunity`, `activity`), a `share` or
`level` in [0, 1], a `count`, a `number`, a `word` out of those listed, a `text` in any language, a
`local text` (language -> text) or an `object`. `[]` is a list of it, in the order in which it is to be
told; `?` may be None.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .facts_views import VIEW_FACTS


@dataclass(frozen=True, slots=True)
class Fact:
    """The type and the meaning of a fact."""

    type: str
    about: str


def _fact(line: str) -> Fact:
    kind, about = line.split(": ", 1)
    return Fact(kind, about)


_FACTS: Mapping[str, str] = {
    # who and what
    "path": "opportunity?: the path (or, from statistics, the activity) that is spoken of",
    "paths": "opportunity[]: the paths concerned, the most affected first",
    "opportunities": "opportunity[]: the opportunities concerned, by rank; empty where all are",
    "activity": "activity: the activity that is spoken of",
    "activities": "activity[]: the activities concerned, by code",
    "related": "object[]: {activity, contribution}: present activities and the share of the relatedness each brings",
    "strongest": "object[]: {activity, location_quotient}: present activities, the most specialised first",
    "actor": "actor?: the actor that is spoken of",
    "other": "actor?: the other end of a link",
    "a": "actor: one end of the link",
    "b": "actor: the other end of the link",
    "lead": "actor?: who leads the coalition; of an unconnected asset None when it would lead by itself",
    "coalition": "actor[]: all who carry the path together, the lead first",
    "partners": "actor[]: partner regions of the profile",
    "partner": "actor?: the partner region that is spoken of",
    "gaps": "count: gaps of the ranked paths that somebody there could help to fill",
    "unlinked": "actor[]: actors without any link",
    "nearest": "actor?: who comes nearest to the level needed, whether linked or not",
    "best_actor": "actor?: who in the region holds most of the competence",
    "competence": "competence?: the competence that is spoken of",
    "competences": "competence[]: the competences concerned, the most important first",
    "essentials": "competence[]: those of `competences` that are essential",
    "nearby": "competence: the competence that stands in for the one needed",
    # levels and links
    "level": "level: the level that is needed",
    "required": "level: the least level at which the path becomes eligible",
    "available": "level: the level that reaches the lead",
    "nearest_level": "level?: the level held by `nearest`",
    "best_level": "level?: the level held by `best_actor`",
    "level_from": "level?: the level or the strength of the link before the change",
    "level_to": "level?: the level or the strength of the link after it",
    "strength": "share: the strength of the link; 0 is no link",
    "access": "share: the access of the lead to the actor; 0 is none",
    "essential": "flag: whether the path cannot do without it",
    "assessed": "flag: whether anybody has assessed it",
    # fits
    "fit": "share: the fit as it is today",
    "coverage": "share: the weighted share of the needs that is covered, before the gate of the essentials",
    "bar": "share: the fit from which a path is eligible",
    "potential": "share: the fit if everybody in the region were fully linked",
    "with_introduction": "share: the fit if unlinked actors were introduced to each other",
    "with_partners": "share: the fit with the links to other regions that are there today",
    "assumed": "share: the access that is assumed after an introduction",
    "upper_bound": "share: a fit that no coalition can exceed",
    "low": "share?: the lower end of the interval",
    "high": "share?: the upper end of the interval",
    "fit_from": "share: the fit before the change",
    "fit_to": "share: the fit after the change",
    "band_from": "word: the band before the change (see BANDS)",
    "band_to": "word: the band after the change (see BANDS)",
    "gain": "share: the fit that a full link would add",
    "stands_in": "share: how much of the need the nearby competence covers",
    "contribution": "share: the part of the fit that the actor brings (its Shapley value)",
    "share": "share: the contribution as a share of the fit",
    # how many
    "needs": "count: needs in all",
    "needs_assessed": "count: needs that somebody in the region has assessed",
    "needs_met": "count: needs met in full",
    "count": "count: how many are spoken of",
    "of": "count: out of how many",
    "same": "count: how many of them have not a byte that is different",
    "because": "word[]: why an output is made again: new, edited, recipe, inputs, data, version, forced",
    "top": "count?: so many were asked for; the rest were left out of the counts",
    "not_assessed": "count: how many of them cannot be judged before somebody assesses their needs",
    "clusters": "count: clusters of the profile",
    "competences_per_cluster": "number: competences that a cluster mentions, on average",
    "judged": "count: numbers that somebody judged",
    "surveyed": "count: numbers from a survey",
    "measured": "count: numbers that were measured",
    "proxy": "count: numbers that measure something close",
    "actors": "count: clusters, institutions, associations and users of the profile",
    "links": "count: working relations between them",
    "links_of_actor": "count: those that end at the actor",
    "held_by": "count: clusters that hold some of the competence",
    "draws": "count: made-up paths of the same shape",
    "regions": "count?: regions of the statistics",
    "activities_held": "count?: activities of the statistics",
    "year": "count?: the year of the statistics or of the source",
    # measures and the order
    "percentile": "share?: the share of the others that it is better than; made-up paths, or candidate activities",
    "competence_percentile": "share: the percentile by competences",
    "colocation_percentile": "share: the percentile by statistics",
    "limit": "share: the difference from which the two views disagree",
    "density": "share?: the share of the relatedness around it that the region already holds",
    "location_quotient": "number?: the region's share of the activity over the share in all regions",
    "presence": "number: the location quotient from which a region counts as specialised",
    "rank": "count?: the place in the order",
    "band": "word: see BANDS",
    "bands": "object: band -> how many",
    "quadrants": "object: high_road, slow_road, casino, dead_end -> how many",
    "kind": "word: technological, organisational, business_model",
    "listed": "word: what is ranked: paths, activities",
    "score": "share?: the weighted mean of the criteria",
    "criterion": "word: see CRITERIA",
    "criteria": "object: criterion -> value in [0, 1] or None",
    "weights": "object: criterion -> weight; the weights add up to 1",
    "basis": "object: criterion -> what it rests on: competence, colocation, both, judged, surveyed, measured, proxy,"
    " profile, missing",
    "left_out": "word[]: criteria that the lens weighs and that enter no score, because a value is missing",
    "lens": "text: the name of the lens",
    "diversity_correlation": "number?: Pearson's, of the complexity of regions and the number of their specialisations",
    "doubts": "word[]: disconnected, small_spectral_gap, undefined, sign_by_size, sign_uncertain",
    "judged_instead": "flag: whether the judged complexity of the paths counts in its place",
    "eligible": "count: how many paths the region can start now",
    # types and rules
    "declared": "word?: the type of transformation that the path declares",
    "found": "word: the type of transformation by our rule",
    "rule": "word: which rule fired: radical_novelty, led_by_institution, lead_active, declared, lead_declining,"
    " lead_transforming, otherwise",
    "label": "word: incremental, substantial, radical, poorly_assessed",
    "new_to_lead": "object: kind of competence -> share of the needs that the lead holds below half their level",
    "new_to_region": "object: kind of competence -> the same over everybody in the region",
    "missing": "word: the evidence that is missing: competence, colocation",
    "why": "word: no_profile, no_region_code, region_not_in_reference, no_candidate_activity, no_data, not_asked_for",
    "change": "word: raise_competence, strengthen_link, add_link, bring_in_partner, find_out; for a loss lose_actor,"
    " lose_competence, lose_link",
    "sources": "object[]: {kind: linked | unlinked | partner, id, supply, access, partner, role};"
    " supply is the level held",
    "aspect": "word: criterion, need, fit, percentile, potential",
    "key": "text?: the criterion or the competence of the aspect",
    "first": "opportunity: the first of the two that are compared",
    "second": "opportunity: the second of the two that are compared",
    "first_value": "share?: its value; for a need the share that is met, None where it is not needed",
    "second_value": "share?: the same for the second",
    "weight": "share?: the weight of the criterion in the score",
    "relatedness_files": "object[]: {measure, file, weight, covered}: what was computed from which file, what it"
    " weighs (each measure of the statistics weighs 1), of how many activities",
    # scenarios
    "scenario": "local text: the name of the scenario",
    "edits": "count: how many edits the scenario makes",
    "up": "count: paths that gain ranks by a score of their own that changes",
    "down": "count: paths that lose ranks by a score of their own that changes",
    "pushed": "count: paths that change places only because others do",
    "new": "opportunity[]: paths that become possible",
    "gone": "opportunity[]: paths that are not possible any more",
    "number": "count: the number of the edit within the scenario",
    "action": "word: remove, add, set, scale, config",
    "field": "text: the field that is changed",
    "written": "text: the new value, on one line",
    "idle": "flag: whether the edit moves none of the paths whose place changes",
    # how sure the order is
    "times": "count: how often the judged numbers were drawn",
    "among": "count: so many first ranks are spoken of",
    "spread": "share: how far a judged number may be off, on either side",
    "tied": "opportunity[]: those that the draws do not tell from the first, the first included",
    "certain": "opportunity[]: those that come among the first ten in at least nine of ten draws",
    "unsure": "opportunity[]: those of the band high that keep it in fewer draws than needed",
    "needed": "share: the share of draws that must agree",
    "people": "count: how many people gave weights",
    "agreement": "share: Kendall's W of their orders: 1 all agree, 0 no common order",
    "best_rank": "count: the best rank that anybody's weights give it",
    "worst_rank": "count: the worst rank that anybody's weights give it",
    # governance
    "action_text": "local text: what to do, as the rule says it",
    "asked_of": "object[]: {actor, facts}: the organisations, and the facts that fired the rule",
    "summed": "number: the fit that it would add if supplied in full, summed over the paths",
    "criterion_number": "count: 1 to 7, in the order of Annex IV",
    "evidence_kind": "word: documented, partial, stated, none",
    "texts": "local text[]: what the profile says",
    # declared priorities
    "declared_paths": "count: paths that some priority declares",
    "supported": "count: declared paths of the bands high and medium",
    "weak": "count: declared paths of the band low",
    "unsupported": "count: declared paths that are not possible today",
    "copied": "count: those of them that a neighbour declares as well",
    "unknown": "count: declared paths that cannot be judged before somebody assesses their needs",
    "overlooked": "count: paths of the band high that no priority declares",
    "neighbours": "actor[]: the neighbours that declare it as well",
    "complexity": "share?: the complexity of the path",
    "competences_ahead": "flag: whether competences speak for it more than statistics do",
    "lead_activities": "activity[]: where the statistics count the lead today",
    # partners
    "brought_by": "actor[]: the partner's actors who would bring it",
    "today": "number: summed net fit that the links of today add to the paths",
    "proposed": "number: the same with a channel of 0.5 at least",
    "full": "number: the same fully linked",
    "joint": "opportunity[]: paths in which both sides gain, our largest gain first",
    "overlap": "share: what the partner holds and the region holds as well, by level and specificity",
    "gap": "number: how much more other choices might add at most; 0 where every choice was tried",
    "exact": "flag: whether every choice was tried",
    "clusters_named": "actor[]: the clusters, in the order of the profile",
    # clusters and their links
    "ahead": "count: paths in which the two would be ahead of everybody in the region today",
    "passive": "flag: whether the two are linked, but only by governing or brokering",
    "brings_a": "competence[]: what `a` has and `b` lacks, by what it is worth to the paths",
    "brings_b": "competence[]: what `b` has and `a` lacks",
    "reached": "share?: the fit of the path with a full link",
    "entropy": "number: the variety of competences, in bits",
    "related_variety": "number: the part of it within fields",
    "unrelated_variety": "number: the part of it between fields",
    "fields": "count: how many fields there are",
    "employees": "count?: persons employed, as the profile says",
    "share_of_region": "share?: the share of the cluster's activities in the employment of the region",
    "stars": "word[]: size, specialisation, focus",
    "facet": "level?: the same feature as the authors of the profile judge it",
    "local_supply": "share?: the share of supplies that come from the region",
    "suppliers": "actor[]: who supplies it or is supplied by it, the closest first",
    "institutions": "actor[]: institutions that work with it, the closest first",
    "per_ten": "number?: such links per ten members of its association",
    "interacting": "share?: the share of link strength with suppliers, customers and those who share skills",
    "using": "share?: the share with users",
    "science": "share?: the share with research and training",
    "silo": "number?: (inside - outside) / (inside + outside) of link strength across the region's border; 1 is a silo",
    "rare": "competence[]: what it holds at half or more and hardly anybody else does, the rarest first",
    "maturity": "word?: emerging, growing, mature, declining, transforming",
    "carried": "object: transition -> share of its competences, by level, that helps the transition",
    "challenged": "object: transition -> how far the transition puts it under pressure, as declared",
    "leads": "count: how many of them it would lead",
    # goals
    "aim": "word: eligible, fit, band, rank",
    "wanted": "text: the fit, the band or the rank that is wanted; empty for eligible",
    "cost": "number: in the unit of the settings `costs`",
    "others": "count: other plans that cost nearly as much",
    "considered": "count: single changes that were considered",
    "complete": "flag: whether these are all that there are",
    "most": "count: so many changes at most",
    "nearest_fit": "share?: the best fit that so many changes reach; None if not even all together suffice",
    # roadmaps
    "years": "number: how many years the steps take, one after the other",
    "until": "count: the last year that was given",
    "fits": "flag: whether the steps are done by then",
    "competence_years": "number: years for a full level of a competence",
    "link_years": "number: years for a full strength of a link",
    "partner_years": "number: years to bring in an actor of a partner",
    # what changed between two results
    "files": "text[]: names of files or settings",
    "version": "text: the version of ris3",
    "version_from": "text: the version of ris3 before",
    # texts
    "reason": "local text: why the activity is switched off, as the rules say it",
    "text": "local text: what the authors say",
    "message": "text: the message of the reader, in English",
    "place": "text?: the file and the line that it is about",
    "given": "text: the code that was asked for",
    "held": "text: the code under which the statistics hold the region",
    "recoding": "word: recoded, boundary_shift, merged, split, part",
    "steps": "object[]: {old, new, vintage}: the changes of code between the two, oldest first",
    "reference": "text: the name of the reference model, or of the user's own table",
    "id": "text: the id of the source",
    "title": "text: the title of the source",
    "publisher": "text?: who published it",
    "url": "text?: where it can be read",
    "counted": "text?: what the statistics count, such as persons employed",
}

FACTS: Mapping[str, Fact] = {name: _fact(line) for name, line in {**_FACTS, **VIEW_FACTS}.items()}
"""Every fact that a finding can carry."""
