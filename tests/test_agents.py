"""Who is named in a credit line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from provenance.attribution.agents import read_agents
from provenance.model.article import Article
from provenance.model.credit import AgentKind
from provenance.model.record import replace
from provenance.model.text import Span
from provenance.readers.plain import read

KINDS = {"p": "person", "a": "agency", "d": "desk", "o": "outlet", "g": "group", "s": "software"}


def article(line: str, language: str) -> Article:
    return replace(read(f"{line}\n".encode(), "line.txt")[0], language=language)


def told(line: str, language: str, presumed: AgentKind | None = None) -> str:
    agents = read_agents(article(line, language), Span(0, len(line)), presumed)
    letters = {kind: letter for letter, kind in KINDS.items()}
    return "; ".join(f"{letters[agent.kind]}:{agent.name}" for agent in agents)


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("fr", "Par Lucie Ferrand, Théo Marchal et Inès Kaddour", "p:Lucie Ferrand; p:Théo Marchal; p:Inès Kaddour"),
        ("fr", "Par Le Figaro et AFP", "o:Le Figaro; a:AFP"),
        ("fr", "Lucie FERRAND, avec AFP", "p:Lucie FERRAND; a:AFP"),
        ("fr", "PAULINE DE LA TOUR Envoyée spéciale à Marseille", "p:PAULINE DE LA TOUR"),
        ("fr", "Par Aurélie d'Ormesson(Bruxelles, bureau européen)", "p:Aurélie d'Ormesson"),
        ("fr", "Théo Marchal, correspondant à New York et Inès Kaddour, à Kiev", "p:Théo Marchal; p:Inès Kaddour"),
        ("fr", "Texte Lucie Ferrand, photos Théo Marchal", "p:Lucie Ferrand; p:Théo Marchal"),
        ("fr", "par La rédaction, le 20 janvier", "d:La rédaction"),
        ("fr", "La rédaction avec AFP", "d:La rédaction; a:AFP"),
        ("fr", "Avec agences", "g:agences"),
        ("fr", "notre correspondante à Pékin, Lucie Ferrand", "p:Lucie Ferrand"),
        ("fr", "Claude", "s:Claude"),
        ("en", "By Nora Whitfield and Sami al-Haddad Reuters", "p:Nora Whitfield; p:Sami al-Haddad; a:Reuters"),
        ("en", "NORA WHITFIELD, AP National Writer", "p:NORA WHITFIELD; a:AP"),
        ("en", "Nora Whitfield, News Reporter", "p:Nora Whitfield"),
        ("pt", "Rita Carvalho, g1 PI", "p:Rita Carvalho; o:g1"),
        ("en", "By AFP and TOI staff", "a:AFP; d:TOI staff"),
        ("en", "Nora Whitfield, Colin O'Dwyer | USA TODAY", "p:Nora Whitfield; p:Colin O'Dwyer; o:USA TODAY"),
        ("en", "By Nora Whitfield - Associated Press - Friday, April 28, 2023", "p:Nora Whitfield; a:Associated Press"),
        ("en", "By Nora Whitfield Jul. 19, 2026 9:45 am", "p:Nora Whitfield"),
        ("en", "CNN's Nora Whitfield and Colin Reyes", "o:CNN; p:Nora Whitfield; p:Colin Reyes"),
        ("en", "AP writers Nora Whitfield in Beijing, Colin Reyes in Lagos", "a:AP; p:Nora Whitfield; p:Colin Reyes"),
        ("en", "Associated Press in Valencia", "a:Associated Press"),
        ("en", "MND Staff", "d:MND Staff"),
        ("en", "dpa correspondents", "g:dpa correspondents"),
        ("en", "Nora Whitfield n.whitfield@example.com", "p:Nora Whitfield"),
        ("de", "Von Jürgen Petzold und Anke von Hagen, dpa", "p:Jürgen Petzold; p:Anke von Hagen; a:dpa"),
        ("de", "Von Jürgen Petzold, Volontär (Sport)", "p:Jürgen Petzold"),
        ("de", "Von Jürgen PetzoldKorrespondent", "p:Jürgen Petzold"),
        ("de", "Reuters/kra Frankfurt", "a:Reuters"),
        ("de", "sak/Reuters", "a:Reuters"),
        ("de", "Von unserer Redaktion", "d:unserer Redaktion"),
        ("es", "Por José Ortega y Gasset y María Llorente", "p:José Ortega y Gasset; p:María Llorente"),
        ("es", "E. LLORENTE / J. I. DA COSTA", "p:E. LLORENTE; p:J. I. DA COSTA"),
        ("es", "Por Agencia EFE", "a:Agencia EFE"),
        ("es", "AFP, EFE y Reuters", "a:AFP; a:EFE; a:Reuters"),
        ("it", "di Marta Bellini e Paolo De Santis", "p:Marta Bellini; p:Paolo De Santis"),
        ("it", "Redazione ANSA", "a:Redazione ANSA"),
        ("pt", "Por Diêgo Furtado, G1 RO — Porto Velho", "p:Diêgo Furtado; o:G1"),
        ("pt", "Maria de Sousa e Silva e Rui Prates", "p:Maria de Sousa e Silva; p:Rui Prates"),
        ("nl", "Door Jan de Vries en Piet van der Meer", "p:Jan de Vries; p:Piet van der Meer"),
        ("nl", "Anna Jansen, ANP", "p:Anna Jansen; a:ANP"),
        ("it", "E.Sartori e L.M.Bellini", "p:E.Sartori; p:L.M.Bellini"),
        ("it", "Elio Sartori da Milano e Giada Morelli da Roma", "p:Elio Sartori; p:Giada Morelli"),
        ("en", "Nora Whitfield, Senior News Editor and Master Brewer", "p:Nora Whitfield"),
        ("en", "Lake Courier wire services", "g:Lake Courier wire services"),
        ("es", "Agencia AFP", "a:Agencia AFP"),
        ("pt", "Rita Carvalho, da Reuters", "p:Rita Carvalho; a:Reuters"),
        ("de", "Von Jürgen Petzold (dpa)", "p:Jürgen Petzold; a:dpa"),
    ],
)
def test_lists_are_split_and_typed(language: str, line: str, expected: str) -> None:
    assert told(line, language) == expected


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Le gouvernement a annoncé mardi une réforme"),
        ("fr", "Par exemple"),
        ("de", "Von Risiken und Nebenwirkungen"),
        ("de", "Von Barzahler-Rabatten profitieren"),
        ("es", "Por último, se ofreció que la planta cierre"),
        ("pt", "Por Dentro do Porto"),
        ("en", "By clicking Sign Up, you accept our Terms of Service and Privacy Policy."),
        ("en", "Secretary of State Colin Reyes said"),
        ("en", "Read More"),
    ],
)
def test_what_is_no_list_names_nobody(language: str, line: str) -> None:
    assert told(line, language) == ""
    assert told(line, language, AgentKind.PERSON) == ""


def test_a_preposition_before_a_list_may_stand_before_each_name() -> None:
    line = "Avec la collaboration de Théo Marchal et d'Inès Kaddour"
    agents = read_agents(article(line, "fr"), Span(line.index("Théo"), len(line)), AgentKind.PERSON)
    assert [agent.name for agent in agents] == ["Théo Marchal", "Inès Kaddour"]


def test_a_slash_joins_two_family_names_of_one_person() -> None:
    assert told("Awa DIALLO/SOW", "fr", AgentKind.PERSON) == "p:Awa DIALLO/SOW"
    assert told("Jean MARCHAL/AFP", "fr", AgentKind.PERSON) == "p:Jean MARCHAL; a:AFP"


def test_a_source_keeps_its_figure_and_leaves_its_channel() -> None:
    assert told("KLAC 9", "en", AgentKind.OUTLET) == "o:KLAC 9"
    assert told("Page Facebook de Rives-Vives", "fr", AgentKind.OUTLET) == "o:Rives-Vives"


def test_a_lone_name_is_what_the_caller_presumes() -> None:
    assert told("Elba", "fr") == ""
    assert told("Elba", "fr", AgentKind.PERSON) == "p:Elba"
    assert told("Livenet", "de", AgentKind.OUTLET) == "o:Livenet"


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("ABÉabéñ ,;|/().'’-–—&@\u00a0\u00ad\n:0139et y von"), max_size=120))
def test_spans_hold_the_names_and_nothing_crashes(line: str) -> None:
    page = article(line, "fr")
    for agent in read_agents(page, Span(0, len(line)), AgentKind.PERSON):
        assert agent.span is not None
        assert 0 <= agent.span.start < agent.span.end <= len(line)
        printed = page.text[agent.span].replace("\u00ad", "")
        assert agent.name.split() == printed.split()
