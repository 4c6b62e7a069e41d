"""Titles, chapters and the fixed lines of a report."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "report": {
        "title_paths": "What {region} could grow into",
        "title_activities": "Activities within reach of {region}",
        "subtitle": "Diversification opportunities: {reader}",
        "space_of_competences": "The numbers of the drawing of competences",
        "space_of_activities": "The numbers of the drawing of activities",
        "more_rows": "And {count} more rows: the workbook (report -o FILE.xlsx) lists all of them.",
        "contents": "Contents",
        "how_to_read_map": "Levels from 0 (assessed, not there) to 1 (among the best). An empty cell was not assessed.",
        "rests_on": "What the numbers rest on",
        "made_with": "Made with",
        "how_to_judge": "Each participant fills one in alone before the discussion; then compare.",
        "table_caption": "Table {number}",
        "figure_caption": "Figure {number}",
        "more_findings": "And {count} more: the workbook (report -o FILE.xlsx) lists all of them.",
        "continued": "{title} (continued)",
        "skip": "Skip to the report",
        "made_by": "Made with {tool}. The same files and settings give the same report.",
    },
    "live": {
        "title": "What matters most to you?",
        "help": "Move the weights: table and diagram follow. Nothing leaves this page.",
        "reset": "Back to the weights of the report",
        "save": "Save as a lens file",
        "link": "Copy a link to these weights",
        "copied": "Copied.",
        "changed": "Your weights; the texts of the report keep the order of the report.",
        "unchanged": "The weights of the report.",
        "no_value": "no value for some paths: does not count",
        "search": "Search the table",
        "shown": "{count} of {of} rows",
        "sort": "Sort by {column}",
        "lens_label": "Saved from a report",
        "print": "Print or save as PDF",
        "open_all": "Open all sheets",
        "close_all": "Close all sheets",
        "all_zero": "Give at least one criterion some weight.",
    },
    "column_note": {
        "texts": "Texts. For another language add a column, such as {name}_it.",
        "list": "Several are kept apart by a space.",
        "graded": "A number. Beside it can stand {name}_evidence, {name}_source, {name}_year and {name}_confidence. "
        "Empty: not assessed; 0: assessed, not there.",
        "text": "A code or a name, as text.",
        "number": "A number.",
    },
    "reader": {
        "board": "summary for the board",
        "team": "full report",
        "authority": "report for the managing authority",
        "workshop": "workshop papers",
    },
    "chapter": {
        "changes": "What changed",
        "roadmap": "The way to what is not possible yet",
        "scenarios": "What if",
        "ecosystem": "The clusters beside each other",
        "partner_gaps": "Who could close which gap",
        "partners": "Partner regions",
        "governance": "How the strategy is managed",
        "sensitivity": "How sure is the order?",
        "summary": "In one page",
        "ranking": "The order",
        "sheets": "Path by path",
        "unranked": "What is not recommended, and why",
        "unranked-sheets": "What the others would need",
        "attention": "What else to know",
        "clusters": "The clusters",
        "strengths": "What the region does more of than others",
        "competences": "What the clusters can do",
        "spaces": "What is related to what",
        "network": "Who works with whom",
        "scoring-sheet": "Your own judgement",
        "method": "How this was made, and what limits it",
        "annex": "Annex: settings, sources, files",
    },
    "attention": {
        "unconnected_asset": "Strong assets that too few are linked to",
        "views_disagree": "Where competences and statistics disagree",
        "prerequisite": "What to build first for paths that are not possible yet",
        "disagrees_with_declared_kind": "Where our type of transformation differs from the declared one",
        "connection_gap": "What better links would bring",
    },
    "table": {
        "partners": "Partner regions and what could come from them",
        "first": "The first {count}",
        "ranking": "All {count} possible next steps",
        "score": "What the score is made of",
        "strengths": "Location quotient: the region's share of an activity over its share in all regions",
        "settings": "Settings in force",
        "sources": "Sources",
        "files": "Files that the answer rests on",
        "scoring": "Scoring sheet",
    },
    "space_state": {
        "held": "held as far as asked",
        "partly": "held in part",
        "absent": "assessed, not there",
        "unknown": "not assessed",
        "specialised": "specialised",
        "candidate": "among the first candidates",
        "other": "other",
    },
    "figure_text": {
        "scores": "{rank}. {path}: {score}, from {parts}.",
    },
    "figure": {
        "partners": "Partner regions",
        "scenarios": "Ranks today and under each scenario",
        "quadrant": "Relatedness and complexity",
        "scores": "What the scores of the first {count} are made of",
        "heat_map": "Clusters and their {kind} competences",
        "competence_space": "Competences that the same paths need",
        "activity_space": "Activities in which the same regions are specialised",
        "network": "Actors and their links",
    },
    "sheet": {
        "band": "Band",
        "score": "Score 0–1",
        "road": "Road",
        "coalition": "Who together",
        "serves": "Serves (0–1)",
    },
    "card": {
        "maturity": "Maturity",
        "activities": "Activities",
        "strongest": "Strongest in (0–1)",
        "links": "Works most with (0–1)",
        "leads": "Would lead",
    },
    "figure_name": {
        "enterprises": "Enterprises",
        "employees": "Employees",
        "turnover_eur_m": "Turnover, million euro",
        "exports_eur_m": "Exports, million euro",
        "lq_employment": "Location quotient of employment",
    },
    "method_paths": {
        "fit": "The fit of a path says how much of what it needs the best small group of linked actors can bring, from "
        "0 to 1. A competence counts through the link to whoever would lead; an essential one that is weak takes the "
        "whole fit down.",
        "luck": "“Beats of 100” compares the fit with {luck_draws} made-up paths of the same shape, drawn at random "
        "from the same competences. It does not say that a path will succeed.",
        "bands": "High: it fits better than {bands_high} of 100 of them; medium: better than {bands_medium}; low: "
        "the rest. A fit below {eligibility_bar} is not yet possible, and so is a path with an essential competence "
        "below its minimum, {eligibility_essential_share} of the level wanted.",
        "score": "The score is the weighted mean of the criteria and makes the order within what is possible. A "
        "criterion that some path has no value for enters nobody's score.",
        "roads": "The four roads are cut at the medians of the paths shown: they say how paths compare with each "
        "other, not how good they are.",
    },
    "method_activities": {
        "density": "The density of an activity is the share of the relatedness around it that the region already "
        "holds; two activities are related when the same regions tend to be specialised in both. The activity itself "
        "does not count.",
        "beats": "“Beats of 100” says how many of 100 activities in which the region is not specialised are less "
        "related to what it does. High from {bands_high}, medium from {bands_medium}.",
        "score": "The score is the weighted mean of the criteria and makes the order. A criterion that some activity "
        "has no value for enters nobody's score.",
        "roads": "The four roads are cut at the medians of the activities shown: they say how activities compare with "
        "each other, not how good they are.",
    },
}
