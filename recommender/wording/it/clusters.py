"""Clusters, the links between them, and institutions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...model.finding import Facts
from ..speaker import Speaker
from ._lists import listed, named, plural, quoted, the_percent
from .labels import LABELS
from .labels_institutions import LABELS as FIGURES


def bridge(f: Facts, say: Speaker) -> str:
    pair = named([f["a"], f["b"]], say)
    bare = "c'è solo un legame di governo o di intermediazione" if f["passive"] else "non c'è alcun legame"
    today = f"il legame è {say.number(f['strength'])} su 1" if f["strength"] else bare
    brought = [
        f"{say.name(actor)} porterebbe {quoted(what, say)}"
        for actor, what in ((f["a"], f["brings_a"]), (f["b"], f["brings_b"]))
        if what
    ]
    new = f" Nuovi per la regione: {quoted(f['new'], say)}." if f["new"] else ""
    told = f" A questo percorso {'; '.join(brought)}." if brought else ""
    told += f" Essenziale: {quoted(f['essentials'], say)}." if f["essentials"] else ""
    return f"Tra {pair} {today}. Con un legame pieno migliorerebbero {_lifted(f, say)}.{told}{new}"


def _lifted(f: Facts, say: Speaker) -> str:
    beyond, many = "oltre quanto chiunque nella regione sa fare oggi", len(f["paths"])
    move = f"{say.quoted(f['path'])}, da un'aderenza di {say.number(f['fit_from'])} a {say.number(f['fit_to'])} su 1"
    if many == 1:
        return f"{move}{', ' + beyond if f['ahead'] else ''}"
    part = "tutti" if f["ahead"] == many else f"{say.count(f['ahead'])}"
    counted = f", {part} {beyond}" if f["ahead"] else ""
    return f"{say.count(many)} percorsi{counted}; soprattutto {move}"


def unused_institution(f: Facts, say: Speaker) -> str:
    holds = f", che possiede {quoted(f['competences'], say)}" if f["competences"] else ""
    head = f"Nessun cluster ha un legame con {say.name(f['actor'])}{holds}."
    if not f["competences"]:
        return f"{head} Il profilo non dice che cosa sa fare: chiederlo."
    if f["best_actor"] is None or f["path"] is None or f["reached"] is None:
        return f"{head} Nessun percorso guadagnerebbe da un legame con un solo cluster."
    return (
        f"{head} Il legame migliore da creare è con {say.name(f['best_actor'])}: insieme porterebbero "
        f"{say.quoted(f['path'])} a un'aderenza di {say.number(f['reached'])} su 1."
    )


def competence_variety(f: Facts, say: Speaker) -> str:
    return (
        f"I cluster possiedono {plural(f['count'], 'competenza', 'competenze', say)} in "
        f"{plural(f['fields'], 'campo', 'campi', say)}. Su una varietà di {say.tenths(f['entropy'])} bit, "
        f"{say.tenths(f['related_variety'])} sono dentro i campi (correlata) e {say.tenths(f['unrelated_variety'])} "
        f"tra un campo e l'altro (non correlata)."
    )


def single_point(f: Facts, say: Speaker) -> str:
    told = f": {quoted(f['paths'], say)}" if f["paths"] else ""
    many = plural(len(f["paths"]), "percorso possibile richiede", "percorsi possibili richiedono", say)
    level = f"{say.number(f['best_level'])} su 1"
    return f"Solo {say.name(f['actor'])} possiede {say.quoted(f['competence'])} ({level}) quanto {many}{told}."


def unique_competences(f: Facts, say: Speaker) -> str:
    told = f": {quoted(f['competences'], say, most=6)}" if f["competences"] else ""
    many = plural(f["count"], "competenza è posseduta", "competenze sono possedute", say)
    return f"{many} per metà o più da un solo attore{told}."


def cluster_size(f: Facts, say: Speaker) -> str:
    own = f["stated"].get("employees")
    head = f"{say.count(int(own['value']))} addetti{_counts(own, say)}" if own else NO_SIZE
    stars = f" {_stars(f, say)}" if f["measured"] else ""
    return f"Agglomerazione: {head}.{_stated(f, say)}{_counted(f, say)}{stars}{_judged(f, say, AGGLOMERATION)}"


NO_SIZE = "gli addetti non sono noti; chiederli"


def _counts(figure: Mapping[str, Any], say: Speaker) -> str:
    """Che cosa conta un dato del profilo, di quando è, su che cosa si basa."""
    told = (figure["year"], LABELS["evidence"][figure["evidence"]], figure["note"])
    return f" ({', '.join(str(part) for part in told if part)})"


def _stated(f: Facts, say: Speaker) -> str:
    """Il quoziente e la quota secondo il profilo, che non sono per forza quelli delle statistiche."""
    quotient, share = f["stated"].get("lq_employment"), f["stated"].get("share_of_region")
    told = [f"quoziente di localizzazione {say.number(quotient['value'])}{_counts(quotient, say)}"] if quotient else []
    told += [f"{the_percent(share['value'], say)} degli addetti della regione{_counts(share, say)}"] if share else []
    return f" Secondo il profilo: {' e '.join(told)}." if told else ""


def _counted(f: Facts, say: Speaker) -> str:
    told = []
    if f["location_quotient"] is not None:
        told.append(f"quoziente di localizzazione {say.number(f['location_quotient'])}")
    if f["share_of_region"] is not None:
        told.append(f"{the_percent(f['share_of_region'], say)} degli addetti della regione")
    if not told or not f["activities_counted"]:
        return ""
    under = listed(map(say.activity, f["activities_counted"]), say, most=len(f["activities_counted"]))
    source = ", ".join(str(part) for part in (f["publisher"] or f["title"], f["year"]) if part)
    where = f" ({source})" if source else ""
    wider = "che comprendono anche altri e non tutto il cluster"
    return f" Le statistiche{where} lo contano sotto {under}, {wider}: {' e '.join(told)}."


def _stars(f: Facts, say: Speaker) -> str:
    told = listed((LABELS["star"][name] for name in f["stars"]), say)
    head = f"Stelle: {told}" if told else "Nessuna delle tre stelle"
    places = [
        f"{LABELS['star'][name]}: supera {say.hundred(f[key])} regioni su 100"
        for name, key in (("size", "size_percentile"), ("focus", "focus_percentile"))
        if f[key] is not None
    ]
    return f"{head} ({'; '.join([*places, 'stella da 90, o da un quoziente di localizzazione di 2'])})."


AGGLOMERATION = "la media dei percentili di dimensione e di peso"
SPECIALISATION = "la media di min(1, quoziente di localizzazione / {full}) e della quota di forniture locali, dove note"
EMBEDDEDNESS = "la media di min(1, legami di ricerca contati ogni dieci soci / {full}) e della forza media dei legami"


def _judged(f: Facts, say: Speaker, rule: str) -> str:
    """La caratteristica con la nostra regola dove ci sono dati, accanto al giudizio degli autori."""
    named = rule.format(full=say.tenths(f["full_at"]).removesuffix(",0")) if "full_at" in f else rule
    if f["facet_by_figures"] is None:
        told = f"giudicata dagli autori {say.number(f['facet'])} su 1" if f["facet"] is not None else "non giudicata"
        return f" La caratteristica è {told}: i dati sono troppo pochi per la nostra regola, {named}."
    also = f"; giudizio degli autori: {say.number(f['facet'])}" if f["facet"] is not None else ""
    by_rule = f" La caratteristica da questi dati è {say.number(f['facet_by_figures'])} su 1"
    return f"{by_rule} (la nostra regola: {named}{also})."


def cluster_chain(f: Facts, say: Speaker) -> str:
    told = []
    if f["local_supply"] is not None:
        told.append(f"il {say.percent(f['local_supply'])} delle forniture è locale")
    if f["suppliers"]:
        told.append(f"rapporti di fornitura con {named(f['suppliers'], say)}")
    told += [f"{FIGURES['specialised_in'][name]} {say.number(figure['value'])}{_counts(figure, say)}"
             for name, figure in f["specialised_in"].items()]  # fmt: skip
    missing = "" if f["local_supply"] is not None else " Mancano dati sulle forniture locali: chiederne la quota."
    none = "nessun rapporto di fornitura nel profilo"
    return f"Specializzazione: {'; '.join(told) or none}.{missing}{_judged(f, say, SPECIALISATION)}"


def cluster_roots(f: Facts, say: Speaker) -> str:
    if not f["institutions"]:
        return f"Radicamento: nessun legame di lavoro con istituzioni locali.{_judged(f, say, EMBEDDEDNESS)}"
    density = f" ({say.tenths(f['per_ten'])} ogni dieci soci)" if f["per_ten"] is not None else ""
    return (
        f"Radicamento: {plural(len(f['institutions']), 'istituzione', 'istituzioni', say)}{density}, soprattutto "
        f"{named(f['institutions'], say)}; forza media {say.number(f['strength'])} su 1; lavora con "
        f"{the_percent(f['connected'], say)} dei cluster, delle istituzioni e degli utenti della "
        f"regione.{_judged(f, say, EMBEDDEDNESS)}"
    )


def cluster_learning(f: Facts, say: Speaker) -> str:
    modes = [f"{LABELS['learning'][name]} {say.percent(f[name])}" for name in LABELS["learning"] if f[name] is not None]
    head = f"Impara così (quote della forza dei legami): {listed(modes, say)}." if modes else ""
    return f"{head or 'Nessun legame di lavoro nel profilo: chiedere.'}{_silo(f, say)}"


UNKNOWN_INSIDE = " Quanto i suoi membri lavorino tra loro non sta in nessun profilo: chiedere."


def _silo(f: Facts, say: Speaker) -> str:
    if f["silo"] is None:
        return ""
    if f["silo"] > 1 - 1e-9:
        return f" Non ha legami fuori dalla regione.{UNKNOWN_INSIDE}"
    inside = say.number(f["silo"])
    return f" Lavora anche fuori dalla regione: indice di silo {inside} su 1 (−1 sarebbe solo fuori).{UNKNOWN_INSIDE}"


def cluster_competences(f: Facts, say: Speaker) -> str:
    stage = f"Fase: {LABELS['maturity'][f['maturity']]}" if f["maturity"] else "Fase non indicata"
    best = f". Più forte in {quoted(f['competences'], say)}" if f["competences"] else ". Nessuna competenza valutata"
    rare = f". Rari secondo la specificità della libreria: {quoted(f['rare'], say)}" if f["rare"] else ""
    return f"{stage}{best}{rare}."


def cluster_transitions(f: Facts, say: Speaker) -> str:
    names = LABELS["transition"]
    told = listed((f"{names[key]} {say.percent(f['carried'][key])}" for key in names if key in f["carried"]), say)
    asked = listed(
        (f"{names[key]} {say.number(f['challenged'][key])} su 1" for key in names if key in f["challenged"]), say
    )
    head = f"Quota delle competenze utile a una transizione: {told}." if told else "Nessuna competenza da contare."
    return (
        f"{head} {f'Sotto pressione: {asked}.' if asked else 'Pressione subita: nessun dato; chiedere la esposizione.'}"
    )


def cluster_now(f: Facts, say: Speaker) -> str:
    helps = ""
    if f["joined"]:
        many = plural(len(f["joined"]), "altro", "altri", say)
        helps = (
            f" In {many} aiuta soltanto, senza guidare, senza un requisito essenziale e con meno del "
            f"{say.percent(f['least_share'])} dell'aderenza, il che non lo rinnova: {quoted(f['joined'], say)}."
        )
    if not f["paths"]:
        return f"Oggi: non regge alcun percorso possibile.{helps}"
    lead = f" e ne guiderebbe {say.count(f['leads'])}" if f["leads"] else ""
    return f"Oggi: regge {plural(len(f['paths']), 'percorso possibile', 'percorsi possibili', say)}{lead}.{helps}"


def cluster_carries(f: Facts, say: Speaker) -> str:
    why = ["lo guida"] if f["leads_it"] else []
    if f["essentials_brought"]:
        why.append(f"porta i requisiti essenziali {quoted(f['essentials_brought'], say)}")
    why.append(f"ha {the_percent(f['share'], say)} dell'aderenza")
    return f"{say.quoted(f['path'])}: {listed(why, say)}."


def cluster_link(f: Facts, say: Speaker) -> str:
    return (
        f"Dopo un legame, con {say.name(f['other'])}: {say.quoted(f['path'])}, con un'aderenza di "
        f"{say.number(f['fit_to'])} su 1."
    )


def cluster_build(f: Facts, say: Speaker) -> str:
    return (
        f"Dopo aver portato {say.quoted(f['competence'])} dal {say.number(f['available'])} che gli arriva al "
        f"{say.number(f['level'])} desiderato: {say.quoted(f['path'])}, con un'aderenza di "
        f"{say.number(f['fit_to'])} su 1."
    )


def cluster_stuck(f: Facts, say: Speaker) -> str:
    stage = f" (fase: {LABELS['maturity'][f['maturity']]})" if f["maturity"] else ""
    return (
        f"Nessun percorso rinnova questo cluster{stage} da solo, con un legame o con una competenza: valutarlo più a "
        f"fondo, o scrivere un percorso per lui."
    )


def cluster_deliveries(f: Facts, say: Speaker) -> str:
    what = listed(
        (
            f"{say.activity(item['activity'])} {say.percent(item['contribution'])}"
            + (f" (quoziente {say.number(item['location_quotient'])})" if item["location_quotient"] else "")
            for item in f["inputs"]
        ),
        say,
    )
    table = listed(f["files"], say) or "la tavola"
    chain = f"Filiera, secondo {table}: di ciò che {say.name(f['actor'])} acquista, {the_percent(f['within'], say)}"
    most = f"; soprattutto da {what}" if what else ""
    if f["local_estimate"] is None:
        return f"{chain} viene dalle sue stesse attività{most}."
    return (
        f"{chain} viene dalle sue stesse attività{most}. La regione potrebbe fornirne circa "
        f"{the_percent(f['local_estimate'], say)} (quozienti di localizzazione semplici, su "
        f"{the_percent(f['known_share'], say)} degli acquisti; un indizio, non chi fornisce davvero)."
    )


def cluster_lacks(f: Facts, say: Speaker) -> str:
    bare = "legata solo perché la governa o fa da intermediario" if f["passive"] else "senza legame"
    link = f"legata a {say.number(f['strength'])} su 1" if f["strength"] else bare
    holds = (
        f" possiede {quoted(f['competences'], say)}, di cui {say.name(f['actor'])} ha troppo poco,"
        if (f["competences"])
        else f" aiuterebbe {say.name(f['actor'])}"
    )
    whose = f"con {say.name(f['lead'])}" if f["lead"] and f["lead"] != f["actor"] else "con chi guida"
    more = len(f["paths"]) - 1
    besides = f" e aiuterebbe {plural(more, 'altro percorso', 'altri percorsi', say)}" if more > 0 else ""
    return (
        f"{say.name(f['other'])}{holds} ed è {link}. Un legame pieno {whose} alzerebbe l'aderenza di "
        f"{say.quoted(f['path'])} di {say.number(f['gain'])} su 1{besides}."
    )
