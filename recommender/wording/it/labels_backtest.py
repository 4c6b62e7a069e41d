"""Che cosa dice una prova sul passato: quale metodo ha trovato gli ingressi, e se le probabilità hanno retto."""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, Mapping[str, str]] = {
    "backtest": {
        "title": "{table}: previsioni a {horizon} anni e ciò che è avvenuto",
        "subtitle": "Quanto sarebbero valse le previsioni dal {origins}. Ognuna conosceva solo gli anni fino al suo.",
        "verdict": "Verdetto",
        "methods": "Dal {origin}: i metodi a confronto",
        "methods_together": "Tutte le origini insieme: i metodi a confronto",
        "figures": "Dal {origin}: tutte le cifre",
        "figures_together": "Tutte le origini insieme: tutte le cifre",
        "questions": "Altre domande alle stesse previsioni",
        "origins": "Origine per origine",
        "not_asked": "Non chiesto",
        "not_asked_item": "Dal {origin}: {variant}, perché {reason}",
        "together": "insieme",
        "of": "{entries} su {candidates}",
        "range": "{value} (da {low} a {high})",
        "cases": "{entries} di {candidates} candidati in {regions} regioni sono entrati.",
        "read": "Tra parentesi il 90 % centrale quando si riestraggono 200 volte regioni intere. Un vantaggio si "
        "distingue dal caso se le parentesi escludono lo 0. Un candidato ha un quoziente di localizzazione sotto {cut} "
        "all'origine, un ingresso 1 o più alla fine.",
        "whole": "Tutte le cifre di ogni metodo e domanda: -o FILE.html per una pagina con le curve, .json o .csv",
        "how": "Come leggere questa pagina",
        "curves": "Dal {origin}: le curve",
        "all_methods": "Ogni metodo, ogni cifra",
        "table_of": "Le cifre della curva",
        "made_by": "Fatto da {tool}. Probabile non vuol dire utile: ciò che accadrebbe senza alcuna politica non ne è "
        "un effetto.",
        "skip": "Al contenuto",
        "contents": "Indice",
        "leads": "{origin}: ris3 meno ogni metodo, nelle stesse estrazioni; dell'errore di calibrazione meno è meglio.",
    },
    "backtest_verdict": {
        "nobody_entered": "Dal {origin}: nessuno è entrato, quindi non c'è nulla da confrontare.",
        "better": "Dal {origin}: ris3 ha trovato gli ingressi meglio di ogni metodo semplice. La sua precisione media "
        "era {ours}, quella del migliore di essi ({method}) {simple}; il vantaggio sta tra {low} e {high}.",
        "as_good": "Dal {origin}: un metodo semplice vale altrettanto, per quanto queste regioni possano dire. La "
        "precisione media di ris3 era {ours}, quella del miglior metodo semplice ({method}) {simple}, e la differenza "
        "(da {low} a {high}) può essere un caso. A chi serve solo un ordine può bastare il metodo semplice.",
        "worse": "Dal {origin}: un metodo semplice era migliore. La precisione media di ris3 era {ours}, quella di "
        "{method} {simple}; il vantaggio sta tra {low} e {high}. Meglio il metodo semplice.",
        "alone": "Dal {origin}: la precisione media di ris3 era {ours}; non è stato chiesto nessun metodo semplice.",
        "stands_for": "Negli anni prima nulla di appreso aveva battuto un metodo semplice, quindi ris3 era quello: "
        "{method}.",
        "forest_better": "Era migliore di una foresta casuale sugli stessi indizi ({forest}).",
        "forest_as_good": "Una foresta casuale sugli stessi indizi ({forest}) non se ne distingue.",
        "forest_worse": "Una foresta casuale sugli stessi indizi era migliore ({forest}).",
        "tenth": "Del decimo che dava per più probabile è entrato il {found} su 100, di tutti i candidati il {all} su "
        "100.",
        "promised": "Aveva promesso {promised} volte la frequenza di tutti; è stata di {came} volte.",
        "enters_held": "Le probabilità di ingresso erano migliori del tasso di base per tutti (abilità di Brier "
        "{skill}, da {low} a {high}). In media sbagliavano di {error} su 100, quelle giuste di {perfect}.",
        "enters_unsure": "Se le probabilità di ingresso fossero migliori del tasso di base per tutti non si può dire "
        "(abilità di Brier {skill}, da {low} a {high}). In media sbagliavano di {error} su 100, quelle giuste di "
        "{perfect}.",
        "enters_failed": "Le probabilità di ingresso erano peggiori del tasso di base per tutti (abilità di Brier "
        "{skill}, da {low} a {high}). In media sbagliavano di {error} su 100, quelle giuste di {perfect}.",
        "enters_none": "Non c'erano probabilità di ingresso da giudicare.",
        "stays_held": "Anche quelle di entrare e rimanere erano migliori del tasso di base (abilità di Brier {skill}, "
        "da {low} a {high}; errore {error} su 100, quelle giuste {perfect}).",
        "stays_unsure": "Di quelle di entrare e rimanere non si può dire (abilità di Brier {skill}, da {low} a {high}; "
        "errore {error} su 100, quelle giuste {perfect}).",
        "stays_failed": "Quelle di entrare e rimanere erano peggiori del tasso di base (abilità di Brier {skill}, da "
        "{low} a {high}; errore {error} su 100, quelle giuste {perfect}).",
        "stays_none": "Non c'erano probabilità di entrare e rimanere da giudicare.",
        "validated": "Prima dell'origine la previsione si diceva verificata.",
        "no_proven_gain": "Prima dell'origine la previsione diceva di sé: nessun guadagno provato.",
        "refused": "Prima dell'origine la previsione rifiutava di dare probabilità.",
        "not_validated": "Prima dell'origine la previsione si diceva non verificata.",
        "together_better": "Su {count} origini insieme ris3 era migliore di ogni metodo semplice: {ours} in media, il "
        "migliore di essi ({method}) {simple}, il vantaggio tra {low} e {high}.",
        "together_as_good": "Su {count} origini insieme un metodo semplice vale altrettanto: ris3 {ours} in media, "
        "{method} {simple}, e la differenza (da {low} a {high}) può essere un caso.",
        "together_worse": "Su {count} origini insieme un metodo semplice era migliore: ris3 {ours} in media, {method} "
        "{simple}, il vantaggio tra {low} e {high}.",
        "together_alone": "Su {count} origini insieme la precisione media di ris3 era {ours}.",
        "together_nobody_entered": "Su {count} origini insieme nessuno è entrato.",
        "same": "Dal {origin}: un metodo semplice vale altrettanto. Negli anni prima nulla di appreso aveva battuto "
        "{method}, quindi ris3 era quel metodo; la sua precisione media era {ours}.",
        "others": "Accanto al miglior metodo semplice sulle altre domande: {others}.",
    },
    "backtest_variant": {
        "entry": "chi entra",
        "lasting": "chi entra e rimane",
        "fresh": "chi entra dove non era mai stato",
        "lagging": "il terzo delle regioni con meno specializzazioni",
        "other-countries": "appreso senza il paese della regione",
    },
    "backtest_missing": {
        "no_later_years": "la tabella non ha due osservazioni dopo la fine",
        "no_countries": "i codici delle regioni non nominano almeno cinque paesi",
        "too_few_entries": "restano troppo pochi ingressi da cui imparare",
        "nobody_entered": "nessuno è entrato",
    },
    "backtest_figure": {
        "average_precision": "Precisione media",
        "lift": "Incremento del decimo più probabile",
        "f1": "F1, soglia da prima dell'origine",
        "precision_at_10": "Precisione sui primi 10 per regione",
        "precision_at_1000": "Precisione sui primi 1.000",
        "roc_auc": "ROC-AUC",
        "brier_skill": "Abilità di Brier",
        "calibration_error": "Errore di calibrazione",
        "by_chance": "… a caso",
        "of_an_oracle": "… di un oracolo",
        "if_perfect": "… se fossero giuste",
    },
    "backtest_column": {
        "origin": "Origine",
        "method": "Metodo",
        "average_precision": "Precisione media",
        "lead": "Vantaggio di ris3",
        "question": "Domanda",
        "entered": "Entrati",
        "ours": "ris3",
        "simple": "Miglior metodo semplice",
        "figure": "Cifra",
        "share": "% più probabile dei candidati",
        "recall": "% trovata degli ingressi",
        "precision": "Entrati su 100 indicati",
        "lift": "Volte rispetto a tutti",
        "cells": "Celle",
        "promised": "Promessi su 100",
        "realised": "Entrati su 100",
    },
    "backtest_chart": {
        "methods": "Precisione media di ogni metodo",
        "methods_text": "Il migliore, {first}, ha raggiunto {value}; il miglior metodo semplice, {simple}, "
        "{simple_value}; un ordine a caso {base}. La linea di ogni punto è il 90 % centrale quando si riestraggono "
        "regioni intere.",
        "reliability_entry": "Che cosa si prometteva e che cosa è avvenuto: entrare",
        "reliability_lasting": "Che cosa si prometteva e che cosa è avvenuto: entrare e rimanere",
        "reliability_text": "Dieci gruppi di {cells} celle per probabilità crescente. Nel più probabile se ne "
        "promettevano {promised} su 100 e ne sono avvenuti {realised} (da {low} a {high}). Punti sopra la linea "
        "tratteggiata: più del promesso; sotto: meno. In {inside} gruppi su {bins} la linea del punto incrocia quella "
        "tratteggiata.",
        "lift": "Quanto erano più ricchi i candidati più probabili",
        "lift_text": "Nel {share} % più probabile gli ingressi erano {ours} volte più frequenti che fra tutti (da "
        "{low} a {high}); con il miglior metodo semplice, {simple}, {simple_value} volte. 1 è un ordine a caso.",
        "recall": "Che cosa costa trovare più ingressi",
        "recall_text": "Per trovare il {recall} % degli ingressi, una cella su {ours} indicate da ris3 è un ingresso; "
        "con il miglior metodo semplice, {simple}, una su {simple_value}; a caso una su {base}.",
        "chance": "ordine a caso",
        "promised_axis": "promessi su 100",
        "realised_axis": "avvenuti su 100",
        "share_axis": "% più probabile dei candidati",
        "lift_axis": "volte rispetto a tutti",
        "recall_axis": "% trovata degli ingressi",
        "precision_axis": "ingressi su 100 indicati",
        "precision_mean_axis": "precisione media",
    },
    "backtest_help": {
        "average_precision": "La media, su tutti gli ingressi, della quota di ingressi fra le celle con punteggio "
        "almeno pari. Un ordine perfetto ha 1, uno a caso la quota degli ingressi.",
        "f1": "Ciò che si indica come ingresso a confronto con ciò che è avvenuto; mancati e indicati a torto contano "
        "uguale. La quota indicata è scelta nelle finestre prima dell'origine, su celle tenute da parte dove il metodo "
        "impara; 1 è perfetto.",
        "precision_at_10": "Dei dieci candidati più probabili di ogni regione la quota entrata, media sulle regioni. "
        "Il caso e un oracolo la delimitano: quasi nessuna regione ha dieci ingressi.",
        "precision_at_1000": "Precisione sui primi 1.000: lo stesso per le mille celle più probabili di tutte le "
        "regioni.",
        "roc_auc": "La probabilità che un ingresso abbia un punteggio più alto di un mancato; 0,5 è il caso. Dove gli "
        "ingressi sono rari lusinga ogni metodo.",
        "brier_skill": "Quanto le probabilità erano più vicine ai fatti del tasso di base per tutti; 0 non più vicine, "
        "sotto 0 più lontane, 1 perfette.",
        "calibration_error": "La distanza media fra avvenuto e promesso, su dieci gruppi di probabilità simile. Anche "
        "probabilità giuste ne mostrano un po' per caso: è stampato accanto.",
        "lift": "Quante volte più frequenti sono gli ingressi fra i più probabili che fra tutti i candidati.",
        "probabilities": "Qui ogni metodo ha probabilità, adattate alle finestre prima dell'origine (Platt 1999); "
        "nessuna dove la previsione ha rifiutato di darne.",
        "interval": "Il 90 % centrale di 200 estrazioni di regioni intere, le stesse per tutti i metodi, le origini e "
        "le domande. Un vantaggio è ris3 meno l'altro metodo, nelle stesse estrazioni. Le estrazioni dell'errore di "
        "calibrazione sono centrate su di esso, perché estrarre vi aggiunge rumore.",
        "lasting": "Anche nelle due osservazioni che seguono la fine; quelle riservate non contano come uscita.",
        "fresh": "Celle in cui la regione non è mai stata specializzata in nessun anno fino all'origine.",
        "lagging": "Il terzo delle regioni con meno specializzazioni all'origine, in mancanza del loro reddito.",
        "other-countries": "Tre modelli, ognuno senza un terzo dei paesi. I metodi semplici leggono la tabella com'è.",
        "chosen": "I metodi sono nati con alcune di queste tabelle sott'occhio; una tabella mai vista li giudica più "
        "severamente di una già guardata.",
    },
    "forecast_method": {
        "ris3": "ris3",
        "random-forest": "foresta casuale",
    },
    "backtest_term": {
        "average_precision": "Precisione media",
        "f1": "F1",
        "precision_at_10": "Precisione sui primi 10",
        "precision_at_1000": "Precisione sui primi 1.000",
        "roc_auc": "ROC-AUC",
        "brier_skill": "Abilità di Brier",
        "calibration_error": "Errore di calibrazione",
        "lift": "Incremento",
        "probabilities": "Probabilità",
        "interval": "Parentesi",
        "lasting": "Entra e rimane",
        "fresh": "Mai avuto",
        "lagging": "Meno specializzazioni",
        "other-countries": "Senza il suo paese",
        "chosen": "Limiti onesti",
    },
    "backtest_outcome": {
        "better": "migliore",
        "as_good": "non si distingue",
        "worse": "peggiore",
        "nobody_entered": "nessuno è entrato",
    },
}
