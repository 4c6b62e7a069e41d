"""Titles, headings, heads and legends of the answers about partners."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "title": {
        "partners": "{region}: with which other regions",
    },
    "heading": {
        "partners": "Who would bring what, and what we would bring",
        "consortium": "Which few together",
        "partner_links": "The links there are",
        "links_today": "Links in use, and silos",
        "similar": "Similar rather than complementary: to learn with, less to fill gaps",
        "elsewhere": "Regions with complementary activities, by statistics",
        "complementary_regions": "Regions with complementary activities, by statistics: all of them",
    },
    "column": {
        "partner": "Partner",
        "opened": "Of them not possible today",
        "today": "Adds today",
        "proposed": "With a joint project",
        "linked": "Adds fully linked",
        "given": "We add to them",
        "overlap": "We hold of theirs",
        "between": "Between",
        "strength": "Strength 0–1",
        "lifts_today": "Paths it lifts today",
        "code": "Code",
        "region_name": "Region",
        "here": "Here already",
        "added": "The first adds",
        "by_chance": "By chance",
        "regions": "Most is added by",
        "for_path": "For",
        "holds_it": "Specialised in it",
        "shared": "Shared",
    },
    "folded": {
        "between": "Between",
        "regions": "Most is added by",
        "for_path": "For",
    },
    "empty": {
        "no_partner_gains": "None of the partners with known actors would lift a path, not even fully linked: what "
        "reaches us from them our own actors have as well, or an essential that nobody has is missing beside it.",
        "consortium": "No partners add anything together either.",
        "similar": "No partner with known actors is only similar.",
        "elsewhere": "The region is specialised in every activity of these paths that the statistics hold, or nobody "
        "adds more around the others than chance would: no region stands out.",
        "no_statistics": "The statistics do not hold this region, or the profile has no code for it, so nothing "
        "can be said by them: --table takes figures of your own.",
    },
    "next": {
        "partners_with": "beside the profiles of other regions",
        "partners_path": "one path: every gap, and who could close it",
        "partners_gaps": "every gap of every path",
    },
    "legend": {
        "partners": "Adds: net fit, summed over the paths that are then possible; 1 is one path from none to full. "
        "Link strength runs from 0 to 1 (full), as under partners in the profile: of a level of 0.80 a link of 0.50 "
        "lets 0.40 through, and where our own actors have as much it adds nothing. A joint project counts as 0.50. We "
        "add to them: the same from their side, as far as their actors are known. We hold of theirs: in competences.",
        "partner_links": "A partner's name alone: the two regions as a whole. Lifts: possible paths, by what that "
        "partner supplies over today's links.",
        "elsewhere": "Share of the relatedness around an activity, missing here, of these paths (else of the declared "
        "ones): what the region fills, what the specialisations of the first region would add (Balland and Boschma "
        "2021, our reconstruction, Sapling similarity), and what as many drawn at random would; ordered by the excess, "
        "or the most varied would lead everywhere. Services gather in capitals, so capitals lead there. Potential "
        "complementarity of activities: no actors and no links of these regions are known.",
    },
}
