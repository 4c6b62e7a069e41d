"""What limits the answer."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, plural, quoted
from .labels import LABELS
from .labels_forecast import LABELS as LABELS_FORECAST


def single_evidence(f: Facts, say: Speaker) -> str:
    only = "le statistiche" if f["missing"] == "competence" else "le competenze"
    whom = f" per {quoted(f['opportunities'], say)}" if f["opportunities"] else ""
    return f"Parlano solo {only}{whom}: {LABELS['why_missing'][f['why']]}."


def missing_criterion(f: Facts, say: Speaker) -> str:
    name = LABELS["criterion"][f["criterion"]]
    missing = len(f["opportunities"]) or f["of"]
    lacks = f"manca il valore per {quoted(f['opportunities'], say)} ({say.count(missing)} su {say.count(f['of'])})"
    lacks = lacks if missing < f["of"] else "non c'è alcun valore"
    return f"{name}: {lacks}, perciò non entra in alcun punteggio; l'intervallo del punteggio la considera a 0 e a 1."


def judged(f: Facts, say: Speaker) -> str:
    total = sum(f[kind] for kind in ("judged", "surveyed", "measured", "proxy"))
    levels = plural(total, "livello di competenza", "livelli di competenza", say)
    if f["judged"] == total:
        return f"{levels} nel profilo, tutti stimati dagli autori; nessuno è misurato."
    return f"Stimati dagli autori: {say.count(f['judged'])} su {levels} nel profilo; {_others(f, say)}."


def _others(f: Facts, say: Speaker) -> str:
    told = (("measured", "misurati"), ("surveyed", "da un'indagine"), ("proxy", "misurati su qualcosa di simile"))
    return listed((f"{say.count(f[kind])} {words}" for kind, words in told if f[kind]), say)


def poorly_assessed(f: Facts, say: Speaker) -> str:
    ask = f" Chiedere di {quoted(f['competences'], say)}." if f["competences"] else ""
    return f"Requisiti valutati: solo {say.count(f['needs_assessed'])} su {say.count(f['needs'])}.{ask}"


def greedy_search(f: Facts, say: Speaker) -> str:
    return (
        f"Non sono state provate tutte le coalizioni: l'aderenza è almeno {say.number(f['fit'])} e al massimo "
        f"{say.number(f['upper_bound'])} su 1."
    )


def region_recoded(f: Facts, say: Speaker) -> str:
    steps = "; ".join(f"{step['old']} è diventato {step['new']} in NUTS {step['vintage']}" for step in f["steps"])
    how = LABELS["recoding"][f["recoding"]] + (f" ({steps})" if steps else "")
    return f"Nelle statistiche la regione {f['given']} ha il codice {f['held']}: {how}."


def reference_vintage(f: Facts, say: Speaker) -> str:
    title = LABELS["dataset"].get(f["title"], f["title"])
    source = f"{title}, {f['publisher']}" if f["publisher"] else title
    when = f", {f['year']}" if f["year"] is not None else ""
    told = [LABELS["unit"].get(f["counted"], f["counted"])] if f["counted"] else []
    if f["regions"] is not None and f["activities_held"] is not None:
        told += [f"{say.count(f['regions'])} regioni, {say.count(f['activities_held'])} attività"]
    return f"{source}{when}{': ' if told else ''}{'; '.join(told)}."


def not_validated(f: Facts, say: Speaker) -> str:
    doubts = "; ".join(LABELS_FORECAST["standing_reason"][doubt] for doubt in f["forecast_doubts"])
    why = f": {doubts}" if doubts else ""
    return f"L'ordine statistico mostra ciò che oggi è affine alla regione; non è stato validato come previsione{why}."


def forecast_checked(f: Facts, say: Speaker) -> str:
    within = "" if f["years_ahead"] is None else f" entro {plural(f['years_ahead'], 'anno', 'anni', say)}"
    lift = say.tenths(f["promised_lift"])
    return (
        f"Quanto è probabile entrare in ogni attività{within}, con un quoziente di localizzazione di 1 o più, è stato "
        f"appreso dalla tabella fino al {f['origin_year']}. Verificato su "
        f"{plural(f['checked_candidates'], 'candidato tenuto', 'candidati tenuti', say)} da parte, di cui "
        f"{say.count(f['checked_entries'])} entrati: nel decimo più probabile si entra {lift} "
        "volte più spesso che in tutti. Probabile non vuol dire utile: ciò che accadrebbe senza alcuna politica non "
        "ne è un effetto."
    )


def weak_complexity(f: Facts, say: Speaker) -> str:
    correlation = say.number(f["diversity_correlation"])
    doubts = "; ".join(LABELS["doubt"][doubt].format(correlation=correlation) for doubt in f["doubts"])
    why = f": {doubts}" if doubts else ""
    instead = " Al suo posto conta la complessità stimata dei percorsi." if f["judged_instead"] else ""
    return f"In queste statistiche la complessità delle attività è un indizio debole{why}.{instead}"


def relatedness_given(f: Facts, say: Speaker) -> str:
    parts = (
        f"{LABELS['relatedness_measure'][item['measure']]} ({item['file']}, peso {say.number(item['weight'])}, "
        f"{say.count(item['covered'])} attività)"
        for item in f["relatedness_files"]
    )
    counted = listed(parts, say) or "dati vostri"
    return f"Nella vicinanza contano anche {counted}; ogni misura delle statistiche ha peso 1."


def one_plant(f: Facts, say: Speaker) -> str:
    if not f["activities"]:
        return f"Nessuna specializzazione si regge su un solo stabilimento di {say.count(f['plant'])} addetti."
    count = say.count(len(f["activities"]))
    return (
        f"{count} di {say.count(f['of'])} specializzazioni si reggono al più su un grande stabilimento: con "
        f"{say.count(f['plant'])} addetti in meno il quoziente di localizzazione sarebbe sotto 1 in "
        f"{listed(map(say.activity, f['activities']), say)}."
    )


def suppressed_cells(f: Facts, say: Speaker) -> str:
    which = f": {listed(map(say.activity, f['activities']), say)}" if f["activities"] else ""
    return (
        f"Dati riservati o mancanti nelle statistiche, e quindi esclusi: {say.count(f['count'])} attività della "
        f"regione su {say.count(f['of'])}{which}."
    )


def estimated_figures(f: Facts, say: Speaker) -> str:
    here = f"di questa regione: {listed(map(say.activity, f['activities']), say)}" if f["activities"] else "nessuno qui"
    return (
        f"Dati di queste statistiche stimati dai totali pubblicati o ripartiti tra regioni divise: "
        f"{say.count(f['cells'])} su {say.count(f['cells_held'])}; {here}. Anche ciò che ne dipende è una stima."
    )


def illustrative(f: Facts, say: Speaker) -> str:
    return say.local(f["text"])


def input_warning(f: Facts, say: Speaker) -> str:
    return f"{f['place']}: {f['message']}" if f["place"] else str(f["message"])
