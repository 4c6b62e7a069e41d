"""What each key of a result means: the text of docs/result.md that no schema of ours holds."""

from __future__ import annotations

from collections.abc import Mapping

from .result_keys_ecosystem import ECOSYSTEM_DOCUMENTS, STUDY

CONTEXT: Mapping[str, str] = {
    "schema": "name and version of this format",
    "tool": "`{name, version}` of the program that wrote it",
    "language": "language of `name`, `summary` and `text`; everything else is the same in every language",
    "region": "`{code, name}`; the code is null for a region without one",
    "subject": "what is ranked: `paths` of a profile, or `activities` of a table",
    "inputs": "`[{name, sha256}]` of every file that the answer rests on; the hash is over the text with LF line ends",
    "settings": "every setting in force, by its dotted name, and `top` if only the best were asked for",
    "assessed": "how much the profile says: `clusters`, `competences_per_cluster`, `needs` (competences that the paths"
    " need), `needs_assessed`, `share`, and how many competence levels are judged, surveyed, measured or proxies"
    " (`evidence`); null without a profile",
    "names": "the labels of every id that occurs: `{id: {language: label}}`",
    "sources": "the sources that are named: `{id: {title, publisher, year, url}}`",
}

RECOMMENDATION: Mapping[str, str] = {
    "summary": "the whole in a few findings",
    "opportunities": "what is recommended, in order",
    "not_recommended": "the rest: `rank` and `score` are null, `reasons` say why",
    "strengths": "activities that the region is specialised in today (see activity)",
    "findings": "what deserves attention in the region as a whole",
    "warnings": "what limits the answer",
}
CHANGES: Mapping[str, str] = {
    "moved": "`[{path, rank, band, score}]` of what moved beyond the limits, each `{from, to}`",
    "inputs_changed": "names of files that changed, those of ris3 included",
    "settings_changed": "dotted names of settings that changed",
    "versions": "`{from, to}`: of ris3",
    "unexplained": "true where something moved although nothing that it depends on changed: a mistake in ris3",
}

DOCUMENTS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "ris3/recommendation/1": ("what `ris3 recommend` answers", RECOMMENDATION),
    "ris3/explanation/1": (
        "what `ris3 explain` answers",
        {
            "opportunity": "the opportunity that is explained",
            "sections": "`[{question, answers}]`: why, with_what, missing, from_whom, change, certainty, source; the"
            " answers are findings",
        },
    ),
    "ris3/comparison/1": (
        "what `ris3 compare` answers",
        {
            "first": "the first opportunity",
            "second": "the second opportunity",
            "differences": "where they differ, the largest difference first: findings",
        },
    ),
    **ECOSYSTEM_DOCUMENTS,
    "ris3/scenario-comparison/1": (
        "what `ris3 scenario compare` answers",
        {
            **STUDY,
            "scenarios": "`[{id, name, reason, edits, moves}]`, as in `ris3/scenario-run/1`",
        },
    ),
    "ris3/lock-check/1": ("what `ris3 lock --check` answers", {**STUDY, **CHANGES}),
    "ris3/difference/1": ("what `ris3 diff` answers", {**STUDY, **CHANGES}),
    "ris3/roadmap/1": (
        "what `ris3 roadmap` answers",
        {
            **STUDY,
            "years": "`{from, to}`: the years that were given",
            "targets": "`[{path, reachable, steps}]`: how many steps lead to it; none where it is possible today",
            "side_by_side": "`[{step, start, end}]`: years from the start if steps without a common actor run together",
            "way": "`{rounds, direct, at_least, considered, stops, cut_off, at_home}`: over which paths; `stops` are "
            "`[{path, target, known, related, rounds}]`, `direct` is null where there is no way without them",
        },
    ),
    "ris3/goal/1": (
        "what `ris3 goal` answers",
        {
            **STUDY,
            "path": "the path that is to reach the goal",
            "goal": "`{aim, wanted, max_changes}`; the aim is eligible, fit, band or rank",
            "search": "`{leads, steps, at_least, proved}`: changes that there are around all who may lead; no set of so"
            " many costs less than `at_least` (null where there is none at any cost, or that cannot be told), which may"
            " make the first plan `proved`, or that there is none",
            "plans": "`[{cost, steps, after, scenario}]`, the cheapest first; `after` is the place in the whole ranking"
            " once the plan is carried out, `scenario` the same plan for `ris3 scenario run`",
        },
    ),
    "ris3/sensitivity/1": (
        "what `ris3 sensitivity` answers",
        {
            **STUDY,
            "draws": "how often judgements and weights were drawn",
            "spread": "how far a judged number was moved, on either side",
            "supported": "share of the draws from which an order or a band is told as certain",
            "rank_acceptability": "`{id: [share, …]}`: under weights drawn evenly, the share of the draws in which it"
            " takes the first rank, the second, …",
        },
    ),
    "ris3/scenario-run/1": (
        "what `ris3 scenario run` answers: the recommendation under the scenario, and",
        {
            **RECOMMENDATION,
            "scenario": "`{id, name, reason, edits, findings}`; an edit is"
            " `{number, action, at, value, reason, place}`",
            "moves": "`[{path, status, rank, band, score, fit, contributions}]` of everything that changes: each of"
            " rank, band, score and fit is `{from, to}` (what is not ranked has no score: null);"
            " `contributions` `[{edit, score, fit, standard_error}]` add up to the change of score and fit, and are"
            " given where rank, band or score change by a fit or score of its own (the score is null where it is on"
            " one side); the error is null where they are exact",
            "base": "today's places: `{id: {rank, band, score}}`",
        },
    ),
}

PARTS: Mapping[str, tuple[str, Mapping[str, str]]] = {
    "opportunity": (
        "A path, or an activity of a table. Shares, scores and criteria lie in [0, 1]; what is undefined is null.",
        {
            "id": "the id of the path, or the code of the activity",
            "name": "its name",
            "summary": "what it is; null if nobody has written it",
            "rank": "place in the order, from 1; null if it is not recommended",
            "band": "`high`, `medium`, `low`, `not_assessed` (nobody has said what decides) or `not_yet`",
            "score": "weighted mean of the criteria that every ranked opportunity has; it makes the order",
            "score_range": "`{low, high}`: the score with missing criteria at 0 and at 1",
            "criteria": "`{criterion: value}`: relatedness, complexity, transition, demand, connectivity, governance",
            "basis": "`{criterion: word}`: what each value rests on",
            "weights": "`{criterion: weight}`: with which weight each entered the score; they add up to 1",
            "evidence": "`{competence, colocation}`: the two kinds of evidence (below); null where there is none",
            "prospect": "`{probability, probability_lasting, lift, horizon, origin, activities}`: of such activities"
            " the share that enters within the horizon and that stays, and the first over the mean of all candidates;"
            " null where no forecast was validated",
            "quadrant": "`high_road`, `slow_road`, `casino` or `dead_end`: relatedness and complexity against the"
            " medians of what is recommended",
            "transformation": "`modernisation`, `transition`, `diversification` or `radical_foundation`, by our rule",
            "transformation_rule": "the rule that decided it",
            "declared_kind": "what the authors of the path call it",
            "novelty": "`{label, new_to_lead, new_to_region}`: the shares are of the needs of each kind of competence",
            "transitions": "`{green, digital, social: share}`: how much it serves each",
            "tags": "transitions that an activity serves",
            "challenges": "ids of the societal challenges that it answers to",
            "drivers": "who carries how much of it (below)",
            "gaps": "needs that are not met, and where they could come from (below)",
            "reasons": "why it stands where it stands: findings",
            "warnings": "what limits the answer for this one: findings",
            "uncertainty": "how sure its rank, band and quadrant are (below); empty unless `--draws` was asked",
            "sources": "ids of the sources of the path",
        },
    ),
    "uncertainty": (
        "Shares of the draws (`--draws`): of what is judged, of the weights, and of the statistics drawn again.",
        {
            "draws": "how often judgements and weights were drawn",
            "tables": "how often the statistics were drawn again; 0 where there are none",
            "rank_low": "the best of the ranks among which nine of ten draws put it",
            "rank_high": "the worst of them",
            "top_3": "share in which it comes among the first three",
            "top_5": "share in which it comes among the first five",
            "top_10": "share in which it comes among the first ten",
            "tie_group": "opportunities of one number: the draws do not tell the first of them from the others",
            "eligible": "share in which it stays possible",
            "band_holds": "share with the same band; null where the band is of a forecast, which is not drawn again",
            "quadrants": "`{high_road, slow_road, casino, dead_end: share}`: they add up to 1; null without complexity",
            "relatedness": "`{low, high}`: nine of ten draws of the criterion lie there",
            "complexity": "the same of the complexity; null without it",
            "already_specialised": "share in which the region is specialised in the activity already; null of paths",
            "first_under_any_weights": "share in which it comes first under weights drawn evenly",
            "top_3_under_any_weights": "the same among the first three",
            "central_weights": "`{criterion: weight}`: the mean of the weights under which it comes first",
        },
    ),
    "evidence.competence": (
        "What the profile says about a path.",
        {
            "fit": "`{low, high}`: with everything that nobody has assessed absent, and with all of it there",
            "net_fit": "the fit less the cost of every actor beyond the first; the coalition maximises it",
            "coverage": "share of the needs that is covered, weighted",
            "gate": "what the weakest essential leaves of the coverage: fit = coverage x gate",
            "null_percentile": "share of made-up paths of the same shape that fit this region less well",
            "draws": "how many made-up paths that is",
            "lead": "id of the actor who would lead",
            "coalition": "ids of all who would carry it together, the lead first",
            "assessed_share": "share of the needs that somebody has assessed",
            "needs_assessed": "how many needs that is",
            "potential": "the fit if everybody in the region were fully linked",
            "connection_gap": "potential less fit",
            "with_introduction": "the fit if actors without a link were introduced to each other (not scored)",
            "with_partners": "the fit with the links to other regions that are there today",
            "partner_gain": "with_partners less fit",
            "exact": "whether every coalition was considered",
            "upper_bound": "a net fit that no coalition exceeds",
            "needs": "every need and how far it is met (below)",
            "unconnected": "`[{id, gain, access}]`: actors whose full link to the lead would add most fit",
            "weakest_link": "`[id, id, strength]` of the weakest link within the coalition",
        },
    ),
    "need": (
        "A competence that a path needs.",
        {
            "competence": "its id",
            "kind": "`technological`, `organisational` or `business_model`",
            "weight": "how much the path rests on it",
            "level": "the level wanted: from there on the need is met in full",
            "specificity": "how much the competence distinguishes those who hold it",
            "essential": "whether the path cannot do without it",
            "assessed": "whether anybody in the region has assessed it",
            "available": "the level that reaches the lead",
            "share": "available / level, at most 1",
            "supplier": "id of the actor who brings most of it",
            "nearby": "id of the competence that stands in for it, if it is not itself",
            "best_in_region": "the highest level in the region, linked or not",
        },
    ),
    "gap": (
        "A need that is not met in full.",
        {
            "competence": "its id",
            "kind": "kind of competence",
            "level": "the level wanted: from there on the need is met in full",
            "available": "the level that reaches the lead",
            "essential": "whether the path cannot do without it",
            "assessed": "whether anybody has assessed it",
            "lost": "fit that closing the gap would add",
            "sources": "`[{kind, id, supply, access, partner}]`: who holds more; `kind` is linked, unlinked or partner,"
            " `supply` the level held, `partner` the region; nobody means: build it",
            "text": "what is missing and from whom it could come, in the language of the document",
        },
    ),
    "driver": (
        "Who carries an opportunity.",
        {
            "kind": "cluster, institution, association, user or activity",
            "id": "its id",
            "contribution": "its part of the fit (Shapley value); of an activity, of the density",
            "at": "`file:line` of what it rests on",
        },
    ),
    "evidence.colocation": (
        "What the statistics say about a path's activities, or about an activity.",
        {
            "percentile": "mean over the measures: share of candidate activities that are less related to the region",
            "density": "share of the relatedness around it that the region already holds",
            "measures": "`{name: {value, percentile}}`",
            "activities": "the activities it was computed from (below)",
        },
    ),
    "activity": (
        "What the statistics say about one activity in the region.",
        {
            "code": "its code",
            "share": "its share in the path",
            "status": "`candidate`, `present` (already specialised), `unknown` (suppressed) or `absent_from_table`",
            "location_quotient": "share in the region over share in all regions",
            "density": "as above, for this activity",
            "percentile": "as above, for this activity",
            "complexity_percentile": "share of all activities that are less complex",
        },
    ),
    "finding": (
        "One statement. `text` is made of `facts` and nothing else.",
        {
            "code": "stable code of the kind",
            "kind": "one of the kinds below",
            "subject": "id of what it is about",
            "facts": "exactly the facts of its kind, as below",
            "at": "`file:line` of the fields that it rests on",
            "text": "the sentence, in the language of the document",
        },
    ),
}
