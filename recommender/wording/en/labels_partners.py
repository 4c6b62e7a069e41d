"""Titles, headings, heads and legends of the answers about partners."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "partners": "{region}: with which other regions",
    },
    "heading": {
        "asked_paths": "Can partners help?",
        "partners": "Who would bring what, and what we would bring",
        "consortium": "Which few together",
        "partner_links": "The links there are",
        "links_today": "Links in use, and silos",
        "similar": "Similar regions: to learn with, less to fill gaps",
        "elsewhere": "Regions with complementary activities, by statistics",
        "complementary_regions": "Regions with complementary activities, by statistics: all of them",
    },
    "column": {
        "partner": "Partner",
        "opened": "Of them not possible today",
        "paths_to_ask": "To ask about here",
        "today": "Adds today",
        "proposed": "With a joint project",
        "linked": "Adds fully linked",
        "given": "We add to them",
        "overlap": "We hold of theirs",
        "between": "Between",
        "strength": "Strength 0–1",
        "lifts_today": "Paths it lifts today",
        "code": "Code",
        "code_now": "Code today",
        "region_name": "Region",
        "outside_union": "Outside the EU",
        "here": "Here already",
        "added": "The first adds",
        "by_chance": "By chance",
        "regions": "Most is added by",
        "for_path": "For",
        "holds_it": "Specialised in it",
        "shared": "Shared",
    },
    "partner_adds": {
        "closes": "closes",
        "narrows": "narrows",
        "ask_here": "ask here first",
    },
    "country": {
        "AL": "Albania",
        "BA": "Bosnia and Herzegovina",
        "CH": "Switzerland",
        "IS": "Iceland",
        "LI": "Liechtenstein",
        "MD": "Moldova",
        "ME": "Montenegro",
        "MK": "North Macedonia",
        "NO": "Norway",
        "RS": "Serbia",
        "TR": "Türkiye",
        "UA": "Ukraine",
        "UK": "the United Kingdom",
        "XK": "Kosovo",
    },
    "folded": {
        "between": "Between",
        "regions": "Most is added by",
        "for_path": "For",
    },
    "empty": {
        "no_partner_gains": "None of the partners with known actors would lift a path, not even fully linked: what "
        "they hold our own actors hold as well, or an essential that nobody has is missing beside it.",
        "consortium": "Together they add nothing for certain either.",
        "elsewhere": "The region is specialised in every activity of these paths that the statistics hold, or nobody "
        "adds more around the others than chance would: no region stands out.",
        "no_statistics": "The statistics do not hold this region, or the profile has no code for it, so nothing "
        "can be said by them: --table takes figures of your own.",
    },
    "next": {
        "partners_with": "beside the profiles of other regions",
        "partners_path": "one path: every gap, and who could close it",
        "partners_gaps": "every gap of every path",
        "partners_explain": "what the path lacks, and what would change that",
        "partners_init": "a profile of your own, so that actors can be named",
    },
    "legend": {
        "partners": "Counted is only what a partner holds more of than anybody here, and only where somebody here was "
        "assessed for it. "
        "Adds: net fit, summed over the paths that are then possible; 1 is one path from none to full. Link strength "
        "runs from 0 to 1 (full): of a level of 0.80 a joint project (0.50) lets 0.40 through. We add to them: the "
        "same from their side; – : not assessed there, ask. We hold of theirs: in competences.",
        "partner_links": "A partner's name alone: the two regions as a whole. Lifts: possible paths, by what that "
        "partner supplies over today's links.",
        "elsewhere": "Share of the relatedness around an activity of these paths (else of the declared ones) that is "
        "missing here: what the region fills, what the specialisations of the first region would add (Balland and "
        "Boschma 2021, our reconstruction, Sapling similarity), and what as many drawn at random would; ordered by the "
        "excess. Codes are of NUTS 2024: + where the region was split, in where it became a part. Potential "
        "complementarity of activities: no actors and no links of these regions are known.",
        "elsewhere_activities": "Share of the relatedness around an activity that the region could grow into: what the "
        "region fills, what the specialisations of the first region would add (Balland and Boschma 2021, our "
        "reconstruction, Sapling similarity), and what as many drawn at random would; ordered by the excess. Codes are "
        "of NUTS 2024: + where the region was split, in where it became a part.",
    },
}
