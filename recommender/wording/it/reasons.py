"""Why a path or an activity stands where it stands."""

from __future__ import annotations

from ...model.finding import Facts
from ..speaker import Speaker, others
from ._lists import listed, named, plural, quoted, the_percent


def missing_essential(f: Facts, say: Speaker) -> str:
    asked = f"livello desiderato {say.number(f['level'])} su 1, minimo {say.number(f['minimum'])}"
    reach = (
        f"il capofila ne raggiunge {say.number(f['available'])}" if f["available"] else "il capofila non ne raggiunge"
    )
    return f"{say.quoted(f['competence'])} è essenziale e manca: {asked}; {reach}. {_nearest(f, say)}"


def _nearest(f: Facts, say: Speaker) -> str:
    if f["nearest"] is None or not f["nearest_level"]:
        return "Non risulta che qualcuno nella regione la possieda."
    name, level = say.name(f["nearest"]), say.number(f["nearest_level"])
    if f["nearest_level"] >= f["minimum"]:
        return f"Presso {name} è a {level}, ma il legame con il capofila è troppo debole."
    return f"Più vicino di tutti: {name}, con {level}."


def essential_not_assessed(f: Facts, say: Speaker) -> str:
    which = "essenziale" if len(f["essentials"]) == 1 else "essenziali"
    names = quoted(f["essentials"], say) or "tutto"
    return f"Nessuno ha valutato {names}, {which}: prima chiedere."


def not_assessed(f: Facts, say: Speaker) -> str:
    unknown = plural(f["needs"] - f["needs_assessed"], "requisito", "requisiti", say)
    return (
        f"Ancora nessun giudizio: nessuno ha valutato {unknown} su {say.count(f['needs'])}. {_ask(f, say)}"
        f"L'aderenza è {say.number(f['low'])} su 1 se manca tutto e {say.number(f['high'])} se c'è tutto; "
        f"la soglia è {say.number(f['bar'])}."
    )


def _ask(f: Facts, say: Speaker) -> str:
    verb = "è essenziale" if len(f["essentials"]) == 1 else "sono essenziali"
    essential = f", di cui {quoted(f['essentials'], say)} {verb}" if f["essentials"] else ""
    return f"Chiedere di {quoted(f['competences'], say, most=5)}{essential}. " if f["competences"] else ""


def below_bar(f: Facts, say: Speaker) -> str:
    now = f"L'aderenza è {say.number(f['fit'])} su 1, sotto la soglia di {say.number(f['bar'])}."
    potential = f"con tutti gli attori della regione collegati sarebbe {say.number(f['potential'])}"
    if f["potential"] >= f["bar"]:
        return f"{now} I legami la porterebbero oltre la soglia: {potential}."
    return f"{now} I legami non basterebbero: {potential}."


def excluded_activity(f: Facts, say: Speaker) -> str:
    return f"Non proposta secondo le regole di ammissibilità: {say.local(f['reason'])}"


def already_present(f: Facts, say: Speaker) -> str:
    return (
        f"Già presente: la regione è specializzata in {say.activity(f['activity'])} "
        f"(quoziente di localizzazione {say.number(f['location_quotient'])}; "
        f"è specializzata da {say.number(f['presence'])} in su)."
    )


def no_data(f: Facts, say: Speaker) -> str:
    return f"Il dato di {say.activity(f['activity'])} è riservato o mancante, quindi non si può dire nulla."


def fits(f: Facts, say: Speaker) -> str:
    company = [say.name(ident) for ident in others(f["coalition"], f["lead"])]
    if not company:
        return led_alone(f, say)
    return f"Capofila sarebbe {say.name(f['lead'])}, insieme a {listed(company, say)}: {_covered(f, say)}"


def led_alone(f: Facts, say: Speaker) -> str:
    return f"{say.name(f['lead'])} può portarlo avanti senza altri attori: {_covered(f, say)}"


def _covered(f: Facts, say: Speaker) -> str:
    met = f"{plural(f['needs_met'], 'requisito', 'requisiti', say)} su {say.count(f['needs'])} per intero"
    fit, coverage = say.number(f["fit"]), the_percent(f["coverage"], say)
    if f["coverage"] - f["fit"] < 0.005:
        return f"è coperto {coverage} di ciò che serve ({met}), un'aderenza di {fit} su 1."
    return (
        f"è coperto {coverage} di ciò che serve ({met}), e la competenza essenziale più debole "
        f"riduce l'aderenza a {fit} su 1."
    )


def luck(f: Facts, say: Speaker) -> str:
    beaten = say.hundred(f["percentile"])
    drawn = f"({say.count(f['draws'])} estratti a caso)"
    if f["percentile"] < 0.4:
        most = "La maggior parte dei percorsi inventati della stessa forma aderisce di più"
        return f"{most}: ne supera {beaten} su 100 {drawn}."
    if f["percentile"] < 0.6:
        alike = "Percorsi inventati della stessa forma aderiscono più o meno altrettanto"
        return f"{alike}: ne supera {beaten} su 100 {drawn}."
    return f"Aderisce a questa regione più di {beaten} su 100 percorsi inventati della stessa forma {drawn}."


def weak_link(f: Facts, say: Speaker) -> str:
    pair = named([f["a"], f["b"]], say)
    if not f["strength"]:
        bare = "hanno solo un legame di governo o di intermediazione" if f["passive"] else "non hanno legami"
        return f"{pair} dovrebbero lavorare insieme e oggi {bare}."
    strength = f"forza del legame {say.number(f['strength'])} su 1"
    return f"{pair} dovrebbero lavorare insieme e oggi lo fanno di rado ({strength})."


def colocated(f: Facts, say: Speaker) -> str:
    told = [f"{say.activity(item['activity'])} {say.percent(item['contribution'])}" for item in f["related"]]
    if not told:
        return f"Nulla di ciò in cui la regione è specializzata le è affine. {_closer(f, say)}"
    return (
        f"Delle affinità che ha intorno, {the_percent(f['density'], say)} è già nella regione, "
        f"soprattutto {listed(told, say)}. {_closer(f, say)}"
    )


def _closer(f: Facts, say: Speaker) -> str:
    if f["percentile"] is None:
        return "Il confronto con le altre candidate non è definito."
    return f"È più vicina a ciò che la regione fa di {say.hundred(f['percentile'])} su 100 attività candidate."


def prospect(f: Facts, say: Speaker) -> str:
    lasting = f["lasting_probability"]
    stayed = f", {_cases(lasting, say)} sono rimasti" if lasting is not None else ""
    where = listed(map(say.activity, f["activities"]), say)
    head = f"Le statistiche lo conterebbero, tutto o in parte, in {where}, più ampio. " if where else ""
    return f"{head}{_entered(f, say)}{stayed}{_usual(f, say)}."


def below_lift(f: Facts, say: Speaker) -> str:
    return f"{_entered(f, say)}{_usual(f, say)}."


def _entered(f: Facts, say: Speaker) -> str:
    within = "" if f["years_ahead"] is None else f" entro {plural(f['years_ahead'], 'anno', 'anni', say)}"
    return f"Di 100 casi simili, {_cases(f['entry_probability'], say)} sono entrati{within}"


def _usual(f: Facts, say: Speaker) -> str:
    return f"; di 100 candidati di ogni tipo, {_cases(f['entry_base_rate'], say)}" if f["entry_base_rate"] else ""


def _cases(share: float, say: Speaker) -> str:
    """Quanti su 100; con un decimale se sono meno di dieci."""
    many = share * 100
    return say.count(round(many)) if many >= 10 else say.tenths(many) if many >= 0.1 else "meno di 0,1"


def nearby(f: Facts, say: Speaker) -> str:
    return (
        f"{say.quoted(f['nearby'])} di {say.name(f['actor'])} supplisce a {say.quoted(f['competence'])} "
        f"e copre {the_percent(f['stands_in'], say)} di quel requisito: vicina, non uguale."
    )
