"""What a backtest says: which method found the entries, and whether the probabilities held."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "backtest": {
        "title": "{table}: forecasts {horizon} years ahead against what came",
        "subtitle": "How good forecasts from {origins} would have been. Each knew the years up to its own alone.",
        "verdict": "Verdict",
        "methods": "From {origin}: the methods side by side",
        "methods_together": "All origins together: the methods side by side",
        "figures": "From {origin}: every figure",
        "figures_together": "All origins together: every figure",
        "questions": "Other questions to the same forecasts",
        "origins": "Origin by origin",
        "not_asked": "Not asked",
        "not_asked_item": "From {origin}: {variant}, since {reason}",
        "together": "together",
        "of": "{entries} of {candidates}",
        "range": "{value} ({low} to {high})",
        "cases": "{entries} of {candidates} candidates in {regions} regions entered.",
        "read": "In brackets the middle 90 % when whole regions are drawn anew, 200 times. A lead is told apart from "
        "chance where its brackets leave out 0. A candidate has a location quotient below {cut} at the origin, an "
        "entry 1 or more at the end.",
        "whole": "Every figure of every method and question: -o FILE.html for a page with the curves, .json, or .csv",
        "how": "How to read this page",
        "curves": "From {origin}: the curves",
        "all_methods": "Every method, every figure",
        "table_of": "The figures of the curve",
        "made_by": "Made by {tool}. Likely is not worthwhile: what would happen without any policy is no effect of "
        "one.",
        "skip": "To the content",
        "contents": "Contents",
        "leads": "{origin}: ris3 less each method, in the same draws; of the calibration error less is better.",
    },
    "backtest_verdict": {
        "nobody_entered": "From {origin}: nobody entered, so nothing can be compared.",
        "better": "From {origin}: ris3 found the entries better than every simple method. Its average precision was "
        "{ours}, that of the best of them ({method}) {simple}; the lead lies between {low} and {high}.",
        "as_good": "From {origin}: a simple method is as good, as far as these regions can tell. The average precision "
        "of ris3 was {ours}, that of the best simple one ({method}) {simple}, and the difference ({low} to {high}) may "
        "be chance. Whoever only needs an order can take the simple one.",
        "worse": "From {origin}: a simple method was better. The average precision of ris3 was {ours}, that of "
        "{method} {simple}; the lead lies between {low} and {high}. Take the simple one.",
        "alone": "From {origin}: the average precision of ris3 was {ours}; no simple method was asked for.",
        "stands_for": "On the years before, nothing learned had beaten a simple method, so ris3 was that one: "
        "{method}.",
        "forest_better": "It was better than a random forest on the same features ({forest}).",
        "forest_as_good": "A random forest on the same features ({forest}) is not told apart from it.",
        "forest_worse": "A random forest on the same features was better ({forest}).",
        "tenth": "Of the tenth that it called likeliest, {found} of 100 entered, and {all} of 100 of all candidates.",
        "promised": "It had promised {promised} times as many as among all; {came} times came.",
        "enters_held": "The probabilities of entering were better than the base rate for all (Brier skill {skill}, "
        "{low} to {high}). On average they were {error} of 100 off, where right ones would be {perfect} off.",
        "enters_unsure": "Whether the probabilities of entering were better than the base rate for all cannot be told "
        "(Brier skill {skill}, {low} to {high}). On average they were {error} of 100 off, where right ones would be "
        "{perfect} off.",
        "enters_failed": "The probabilities of entering were worse than the base rate for all (Brier skill {skill}, "
        "{low} to {high}). On average they were {error} of 100 off, where right ones would be {perfect} off.",
        "enters_none": "There were no probabilities of entering to judge.",
        "stays_held": "Those of entering and staying were better than the base rate as well (Brier skill {skill}, "
        "{low} to {high}; {error} of 100 off, right ones {perfect}).",
        "stays_unsure": "Of those of entering and staying it cannot be told (Brier skill {skill}, {low} to {high}; "
        "{error} of 100 off, right ones {perfect}).",
        "stays_failed": "Those of entering and staying were worse than the base rate (Brier skill {skill}, {low} to "
        "{high}; {error} of 100 off, right ones {perfect}).",
        "stays_none": "There were no probabilities of entering and staying to judge.",
        "validated": "Before the origin the forecast called itself validated.",
        "no_proven_gain": "Before the origin the forecast said of itself: no proven gain.",
        "refused": "Before the origin the forecast refused to give probabilities.",
        "not_validated": "Before the origin the forecast called itself not validated.",
        "together_better": "Over {count} origins together ris3 was better than every simple method: {ours} on average, "
        "the best of them ({method}) {simple}, the lead between {low} and {high}.",
        "together_as_good": "Over {count} origins together a simple method is as good: ris3 {ours} on average, "
        "{method} {simple}, and the difference ({low} to {high}) may be chance.",
        "together_worse": "Over {count} origins together a simple method was better: ris3 {ours} on average, {method} "
        "{simple}, the lead between {low} and {high}.",
        "together_alone": "Over {count} origins together the average precision of ris3 was {ours}.",
        "together_nobody_entered": "Over {count} origins together nobody entered.",
        "same": "From {origin}: a simple method is as good. In the years before, nothing learned had beaten {method}, "
        "so ris3 was that method; its average precision was {ours}.",
        "others": "Beside the best simple method on the other questions: {others}.",
    },
    "backtest_variant": {
        "entry": "who enters",
        "lasting": "who enters and stays",
        "fresh": "who enters what it never had",
        "lagging": "the third of the regions with fewest specialisations",
        "other-countries": "learned without the region's country",
    },
    "backtest_missing": {
        "no_later_years": "the table has no two observations after the end",
        "no_countries": "the codes of the regions do not name five countries or more",
        "too_few_entries": "too few entries are left to learn from",
        "nobody_entered": "nobody entered",
    },
    "backtest_figure": {
        "average_precision": "Average precision",
        "lift": "Lift of the likeliest tenth",
        "f1": "F1, threshold from before the origin",
        "precision_at_10": "Precision at 10 within regions",
        "precision_at_1000": "Precision at 1,000",
        "roc_auc": "ROC-AUC",
        "brier_skill": "Brier skill",
        "calibration_error": "Calibration error",
        "by_chance": "… by chance",
        "of_an_oracle": "… of an oracle",
        "if_perfect": "… if they were right",
    },
    "backtest_column": {
        "origin": "Origin",
        "method": "Method",
        "average_precision": "Average precision",
        "lead": "Lead of ris3",
        "question": "Question",
        "entered": "Entered",
        "ours": "ris3",
        "simple": "Best simple method",
        "figure": "Figure",
        "share": "Likeliest % of the candidates",
        "recall": "Found % of the entries",
        "precision": "Entered of 100 called",
        "lift": "Times as often as all",
        "cells": "Cells",
        "promised": "Promised of 100",
        "realised": "Entered of 100",
    },
    "backtest_chart": {
        "methods": "Average precision of each method",
        "methods_text": "The best, {first}, reached {value}; the best simple method, {simple}, {simple_value}; a "
        "random order {base}. The line of each dot is the middle 90 % when whole regions are drawn anew.",
        "reliability_entry": "What was promised, and what came: entering",
        "reliability_lasting": "What was promised, and what came: entering and staying",
        "reliability_text": "Ten groups of {cells} cells by rising probability. In the likeliest one {promised} of 100 "
        "were promised and {realised} came ({low} to {high}). Dots above the dashed line: more came than promised; "
        "below: fewer. In {inside} of {bins} groups the line of the dot crosses the dashed line.",
        "lift": "How much richer the likeliest candidates were",
        "lift_text": "Among the likeliest {share} % entries were {ours} times as frequent as among all ({low} to "
        "{high}); with the best simple method, {simple}, {simple_value} times. 1 is a random order.",
        "recall": "What it costs to find more of the entries",
        "recall_text": "To find {recall} % of the entries, one in {ours} cells that ris3 calls is an entry; with the "
        "best simple method, {simple}, one in {simple_value}; at random one in {base}.",
        "chance": "random order",
        "promised_axis": "promised of 100",
        "realised_axis": "came of 100",
        "share_axis": "likeliest % of the candidates",
        "lift_axis": "times as often as all",
        "recall_axis": "found % of the entries",
        "precision_axis": "entries among 100 called",
        "precision_mean_axis": "average precision",
    },
    "backtest_help": {
        "average_precision": "The mean, over all entries, of the share of entries among the cells that score at least "
        "as high. A perfect order has 1, a random one the share of entries.",
        "f1": "What is called an entry set against what came, missed and wrongly called ones counted alike. How large "
        "a share is called was chosen in the windows before the origin, on cells that were held out where the method "
        "learns; 1 is perfect.",
        "precision_at_10": "Of each region's ten likeliest candidates the share that entered, the mean over regions. "
        "Chance and an oracle bound it: most regions do not have ten entries.",
        "precision_at_1000": "The same of the thousand likeliest cells of all regions.",
        "roc_auc": "The chance that an entry scores higher than a failure; .5 is chance. Where entries are rare it "
        "flatters every method.",
        "brier_skill": "How much nearer the probabilities were to what came than the base rate for all; 0 is no "
        "nearer, below 0 farther away, 1 perfect.",
        "calibration_error": "The mean distance of what came from what was promised, over ten groups of like "
        "probability. Right probabilities show some by chance, which is printed beside it.",
        "lift": "How many times as frequent entries are among the likeliest as among all candidates.",
        "probabilities": "Every method has probabilities here, fitted on the windows before the origin (Platt 1999); "
        "none where the forecast refused to give any.",
        "interval": "The middle 90 % of 200 draws of whole regions, the same draws for all methods, origins and "
        "questions. A lead is ris3 less the other method, in the same draws. The draws of the calibration error are "
        "centred on it, since drawing adds noise to it.",
        "lasting": "Also in the two observations that follow the end; withheld ones do not count as an exit.",
        "fresh": "Cells in which the region was never specialised in any year up to the origin.",
        "lagging": "The third of the regions with the fewest specialisations at the origin, for want of their income.",
        "other-countries": "Three learners, each without a third of the countries. The simple methods read the table "
        "as it is.",
        "chosen": "The methods were built with some of these tables at hand; a table that nobody had seen judges them "
        "harder than one that was looked at.",
    },
    "forecast_method": {
        "ris3": "ris3",
        "random-forest": "random forest",
    },
    "backtest_term": {
        "average_precision": "Average precision",
        "f1": "F1",
        "precision_at_10": "Precision at 10",
        "precision_at_1000": "Precision at 1,000",
        "roc_auc": "ROC-AUC",
        "brier_skill": "Brier skill",
        "calibration_error": "Calibration error",
        "lift": "Lift",
        "probabilities": "Probabilities",
        "interval": "Brackets",
        "lasting": "Enters and stays",
        "fresh": "What it never had",
        "lagging": "Fewest specialisations",
        "other-countries": "Without its country",
        "chosen": "Honest limits",
    },
    "backtest_outcome": {
        "better": "better",
        "as_good": "not told apart",
        "worse": "worse",
        "nobody_entered": "nobody entered",
    },
}
