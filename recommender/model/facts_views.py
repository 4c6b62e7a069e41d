"""What the facts about views, challenges, portfolios, institutions and partners mean; see `facts.py`."""

from __future__ import annotations

from collections.abc import Mapping

VIEW_FACTS: Mapping[str, str] = {
    # how sure the order is by statistics
    "borderline": "count?: those that are in no field in nine of ten draws; null where nothing was drawn",
    "readings": "count: other ways in which the statistics were read: cuts, quotients, years, measures",
    "always_first": "opportunity[]: those of the first that are among the first in every reading",
    "seldom_first": "opportunity[]: those of the first that are among them in less than half of the readings",
    "tables": "count: how often the statistics were drawn again",
    "other_regions": "count: regions whose weight was drawn",
    "noise_unit": "count?: the figures of the region varied as counts of so many; null where they stayed",
    "specialisations": "count: activities in which the region is specialised",
    "unsure_specialisations": "activity[]: those of them in which it stays specialised in less than nine of ten draws",
    "forecast_stays": "flag: whether bands follow from a forecast, which is not drawn again",
    # what a specialisation rests on
    "plant": "count: persons employed by one large plant, as settings say",
    # a forecast
    "origin_year": "count: the newest year that the forecast knew",
    "years_ahead": "count?: how many years the forecast looks ahead",
    "forecast_doubts": "word[]: no_years, switched_off, too_small, no_window, no_entries,"
    " year_gap, codes, coverage, new_reporters, base_rate, short_window, few_entries, few_candidates, no_skill",
    "entry_probability": "share: of such cases that enter within the horizon, calibrated on cells it had not seen",
    "lasting_probability": "share?: of such cases that enter and stay",
    "entry_base_rate": "share?: the mean of that over all candidates of the table",
    "entry_lift": "number: its probability over that mean",
    "lift_bar": "number: the lift below which an activity is not recommended",
    "checked_candidates": "count: candidates on which the forecast was checked",
    "checked_entries": "count: how many of them entered",
    "promised_lift": "number: how many times as often as all candidates the likeliest tenth is entered",
    # two kinds of evidence
    "present": "activity[]: its activities in which the region is specialised already",
    "ahead_by_competences": "opportunity[]: for which competences say more than statistics, the largest difference"
    " first",
    "ahead_by_statistics": "opportunity[]: for which statistics say more than competences, the largest difference"
    " first",
    "ties": "opportunity[]: which differ only because nobody brings any of them, nor of most made-up paths",
    # from a challenge
    "paths_not_yet": "opportunity[]: those that are not possible yet, the nearest first",
    "paths_to_ask": "opportunity[]: those that cannot be judged before somebody assesses their needs",
    "user_kind": "word: hospital, utility, municipality, patients_body, company, farmer, school, port,"
    " emergency_service, cultural_body, citizens_body, transport_operator, building_owner, defence, researcher, other",
    "users": "actor[]: users of that kind in the profile",
    "linked_users": "actor[]: those of them that work with a coalition of these paths",
    "works_with": "actor[]: with whom those known have a working link, the strongest first",
    "paths_reached": "opportunity[]: those of the paths with whose coalition somebody of them works",
    "activities_present": "activity[]: activities of the path in which the region is specialised already: they are no"
    " candidates, and statistics do not count them",
    "share_present": "share: what part of the path they are, by the shares that it gives its activities",
    "share_seen": "share: what part of the path the statistics judge: `activities`, by the same shares",
    "divisions": "count: how many activities the path names",
    "main_holder": "actor?: who brings most of the fit (the highest Shapley value), which need not be the lead",
    "main_share": "share: that part of the fit",
    "main_activities": "activity[]: where the statistics count that actor today",
    "apart_because": "word[]: what explains the difference: mostly_present, holder_not_counted,"
    " division_wider_than_holder, holder_counted_elsewhere, competences_short, not_more_than_luck, nobody_brings_any",
    # portfolio
    "possible": "opportunity[]: those that are possible today, by rank",
    "mean_percentile": "share?: how many of 100 made-up paths they beat, on average",
    "transition_means": "object: transition -> mean of the paths' own scores",
    "transition_best": "object: transition -> the path that scores most, by id",
    # who governs the lead
    "organisation": "actor?: the cluster organisation that the lead belongs to",
    "readiness": "share?: how ready it is; None where too little is known",
    "ask": "word[]: what nobody has said about it: staff_fte, member_count, sme_share, private_funding_share,"
    " research_links, strategy_year, label",
    "idle_organisations": "actor[]: organisations that no cluster of the profile is a member of",
    "known_clusters": "count: clusters whose organisation is known well enough",
    "least_known": "share: of the clusters that must be, or the region has no readiness (`readiness.clusters_known`)",
    "asked_actors": "actor[]: the organisations to ask",
    "alone": "word: what small firms cannot do alone, or who needs it: resources, research, access, organisation",
    "unknown_facts": "word[]: sme_share, staff_fte, member_count, research_links, private_funding_share, strategy_age,"
    " institutions, beyond, pooled, science",
    "topics": "text[]: where the profile may say it, under `governance`",
    "declared_in": "text[]: the sources of the declared priorities: title, publisher, year",
    "thin_below": "share: with less of its needs assessed a path counts as poorly assessed (`novelty.assessed`)",
    "assessed_share": "share: the weighted share of the needs that somebody assessed",
    "unassessed": "competence[]: essentials that nobody has assessed",
    "unsourced": "count: declared priorities without a source",
    # cards of clusters
    "size_percentile": "share?: share of the other regions with fewer persons employed in its activities",
    "focus_percentile": "share?: share of the other regions in which they are a smaller part of the whole",
    "facet_by_figures": "share?: the feature as our rule computes it from figures; None without any",
    "activities_counted": "activity[]: the activities under which statistics count it, wider than the cluster",
    "employees_year": "count?: the year of the persons employed, as the profile says",
    "full_at": "number: the figure at which the feature is full by our rule",
    "joined": "opportunity[]: possible paths in whose coalition it helps without carrying them, by rank",
    "leads_it": "flag: whether it leads the path",
    "essentials_brought": "competence[]: the essentials of which it brings most, as far as the bar asks",
    "least_share": "share: the share of the fit from which a path counts as carried (`renewal.share`)",
    "specialised_in": "object: lq_exports, rta_patents -> {value, year, evidence, note}, as the profile says",
    "stated": "object: employees, lq_employment, share_of_region -> {value, year, evidence, note}, as the profile says",
    "connected": "share: share of the region's other clusters, institutions and users that it works with",
    "within": "share: share of the inputs of its activities that they buy from each other",
    "inputs": "object[]: {activity, contribution, location_quotient}: what its activities buy most, and its share",
    "local_estimate": "share?: share of the inputs that the region could supply, by simple location quotients",
    "known_share": "share: share of the inputs whose location quotient is known",
    # partners
    "brought_by": "actor[]: the partner's actors who would bring it",
    "today": "number: as `full`, over the links of today",
    "proposed": "number: as `full`, if the two regions were linked by 0.5 at least, as a joint project counts",
    "used": "opportunity[]: paths that it lifts so over the links of today, the largest gain first",
    "added": "number: summed net fit that all of them together add to the paths; 1 is one path from nothing to full",
    "added_by_all": "number: the same of all partners that were considered",
    "partners_known": "count: partners with known actors, of which they were chosen",
    "at_most": "count: how many partners were asked for at most",
    "covered_from": "share: what is covered today of the needs of the paths, by weight, on average",
    "covered_to": "share: what would be covered then",
    "paths_of_partners": "object: partner -> paths that it lifts so over the links of today, the largest gain first",
    "closes": "competence[]: gaps that a partner's actor would close, holding more than anybody here",
    "narrows": "competence[]: gaps that it would narrow",
    "ask_here": "competence[]: those for which nobody of the region was assessed",
    "inside": "competence[]: gaps of which somebody of the region holds more, and no partner more than that",
    "nowhere": "competence[]: those of which nobody known, here or at a partner, holds enough",
    "possible_today": "flag: whether the path is possible today",
    "passenger": "flag: whether the region itself holds no essential of the path as far as the bar asks",
    "regions_above": "text[]: those of them that the table of complementary activities names as well",
    "countries": "text[]: countries, as the first two letters of NUTS codes",
    "regions_named": "text[]: names of regions of the statistics, the most alike first",
    "full": "number: summed net fit that what a partner holds more of than anybody here adds, fully linked",
    "joint": "opportunity[]: paths in which both sides gain, our largest gain first",
    "overlap": "share: what the partner holds and the region holds as well, by level and specificity",
    "gap": "number: how much more other choices might add at most; 0 where every choice was tried",
    "exact": "flag: whether every choice was tried",
    "clusters_named": "actor[]: the clusters, in the order of the profile",
}
