"""The language server, as an editor meets it: a real client over standard input and output."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls")

from hypothesis import given
from hypothesis import strategies as st
from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from provenance.cli import main
from provenance.editor.places import Places
from provenance.model.text import Source, Span, Text
from provenance.readers.plain import read

ARTICLE = """\
🏴‍☠️⛵ Le tour du monde de Maïwenn Lefranchi 🎉

Par Odile Vasseur, publié le 3 mars 2031

Source : Le Monde, https://www.lemonde.fr/sport/2031/03/02/tour.html

🎉🎉 La skippeuse Maïwenn Lefranchi a fini hier. Maïwenn Lefranchi est arrivée de nuit.
🐙 Le public a fêté Maïwenn Lefrachi. Maïwenn Lefranchi a remercié son équipe.
"""
URI = "file:///articles/tour.txt"


class Editor(LanguageClient):
    """A client that keeps what the server publishes."""

    def __init__(self) -> None:
        super().__init__("an editor", "1")
        self.published: asyncio.Queue[lsp.PublishDiagnosticsParams] = asyncio.Queue()
        self.messages: list[str] = []

        @self.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def keep(params: lsp.PublishDiagnosticsParams) -> None:
            self.published.put_nowait(params)

        @self.feature(lsp.WINDOW_SHOW_MESSAGE)
        def heard(params: lsp.ShowMessageParams) -> None:
            self.messages.append(params.message)

    async def begin(self, *options: str, locale: str = "en", units: list[str] | None = None) -> lsp.InitializeResult:
        await self.start_io(sys.executable, "-m", "provenance", "lsp", *options)
        general = lsp.GeneralClientCapabilities(position_encodings=units)  # type: ignore[arg-type]
        asked = lsp.InitializeParams(lsp.ClientCapabilities(general=general), locale=locale)
        result = await self.initialize_async(asked)
        self.initialized(lsp.InitializedParams())
        return result

    async def open(self, text: str, uri: str = URI) -> list[lsp.Diagnostic]:
        item = lsp.TextDocumentItem(uri, "plaintext", 1, text)
        self.text_document_did_open(lsp.DidOpenTextDocumentParams(item))
        return list((await self.next()).diagnostics)

    async def change(self, text: str, version: int) -> None:
        document = lsp.VersionedTextDocumentIdentifier(version, URI)
        whole = lsp.TextDocumentContentChangeWholeDocument(text)
        self.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [whole]))

    async def next(self) -> lsp.PublishDiagnosticsParams:
        return await asyncio.wait_for(self.published.get(), 30)

    async def end(self) -> None:
        await self.shutdown_async(None)
        self.exit(None)
        await self.stop()


def with_editor(use: Callable[[Editor], Awaitable[Any]]) -> Any:
    async def session() -> Any:
        editor = Editor()
        try:
            return await use(editor)
        finally:
            await asyncio.wait_for(editor.end(), 30)

    return asyncio.run(session())


def in_utf_16(text: str, place: lsp.Range) -> str:
    """The words of a range, cut as an editor that counts UTF-16 units cuts them."""
    assert place.start.line == place.end.line
    line = text.splitlines()[place.start.line].encode("utf-16-le")
    return line[place.start.character * 2 : place.end.character * 2].decode("utf-16-le")


def misspelt(diagnostics: list[lsp.Diagnostic]) -> lsp.Diagnostic:
    (found,) = (each for each in diagnostics if each.code == "misspelt-name")
    return found


def test_diagnostics_fix_hover_and_lenses() -> None:
    document = lsp.TextDocumentIdentifier(URI)

    async def use(editor: Editor) -> None:
        result = await editor.begin()
        assert result.server_info
        assert result.server_info.name == "provenance"
        found = misspelt(await editor.open(ARTICLE))
        assert in_utf_16(ARTICLE, found.range) == "Lefrachi"
        assert found.range.start.line == 7
        assert found.source == "provenance"
        assert found.severity == lsp.DiagnosticSeverity.Warning or found.severity == lsp.DiagnosticSeverity.Error
        assert {in_utf_16(ARTICLE, each.location.range) for each in found.related_information or ()} == {"Lefranchi"}

        context = lsp.CodeActionContext([found])
        actions = await editor.text_document_code_action_async(lsp.CodeActionParams(document, found.range, context))
        (action,) = (each for each in actions or () if isinstance(each, lsp.CodeAction))
        assert action.title == "Replace by “Lefranchi”"
        assert action.edit
        (change,) = action.edit.document_changes or ()
        assert isinstance(change, lsp.TextDocumentEdit)
        assert in_utf_16(ARTICLE, change.edits[0].range) == "Lefrachi"
        assert change.text_document.version == 1

        hover = await editor.text_document_hover_async(lsp.HoverParams(document, found.range.start))
        assert hover
        assert isinstance(hover.contents, lsp.MarkupContent)
        assert "misspelt-name" in hover.contents.value
        assert "“Lefranchi”" in hover.contents.value
        assert "A name is spelt in a way that the rest of the article contradicts." in hover.contents.value
        byline = await editor.text_document_hover_async(lsp.HoverParams(document, lsp.Position(2, 6)))
        assert byline
        assert "Odile Vasseur" in byline.contents.value  # type: ignore[union-attr]
        nothing = await editor.text_document_hover_async(lsp.HoverParams(document, lsp.Position(6, 20)))
        assert nothing is None

        lenses = await editor.text_document_code_lens_async(lsp.CodeLensParams(document))
        titles = {lens.range.start.line: lens.command.title for lens in lenses or () if lens.command}
        assert titles[0].startswith("Odile Vasseur · ")
        assert "Le Monde" in titles[4]

        await editor.change(ARTICLE.replace("Lefrachi", "Lefranchi"), 2)
        assert [each.code for each in (await editor.next()).diagnostics if each.code == "misspelt-name"] == []
        editor.text_document_did_close(lsp.DidCloseTextDocumentParams(document))
        assert not (await editor.next()).diagnostics

    with_editor(use)


def test_an_editor_that_counts_bytes_in_french() -> None:
    async def use(editor: Editor) -> None:
        result = await editor.begin(locale="fr-CA", units=["utf-8"])
        assert result.capabilities.position_encoding == "utf-8"
        found = misspelt(await editor.open("\ufeff" + ARTICLE.replace("\n", "\r\n")))
        line = ARTICLE.splitlines()[found.range.start.line].encode()
        assert line[found.range.start.character : found.range.end.character] == b"Lefrachi"
        assert "fois" in found.message

    with_editor(use)


def test_quickly_typed_changes_are_audited_once() -> None:
    async def use(editor: Editor) -> None:
        await editor.begin()
        await editor.open(ARTICLE)
        for version in range(2, 6):
            await editor.change(f"{ARTICLE}\nUn mot.{version}\n", version)
        assert (await editor.next()).version == 5
        assert editor.published.empty()

    with_editor(use)


def test_configuration_beside_the_article_holds_and_a_wrong_one_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "provenance.toml").write_text('ignore = ["misspelt-name"]\n')
    uri = (tmp_path / "a.txt").as_uri()

    async def use(editor: Editor) -> None:
        await editor.begin()
        assert all(each.code != "misspelt-name" for each in await editor.open(ARTICLE, uri))
        (tmp_path / "provenance.toml").write_text('ignore = ["mispelt-name"]\n')
        assert await editor.open(ARTICLE, (tmp_path / "b.txt").as_uri()) == []
        assert await editor.open(ARTICLE, (tmp_path / "c.txt").as_uri()) == []
        (message,) = editor.messages
        assert "did you mean 'misspelt-name'" in message

    with_editor(use)


@pytest.mark.parametrize("text", ["", "\x00\x01\x02", "   \n"])
def test_what_is_no_article_has_no_diagnostics(text: str) -> None:
    async def use(editor: Editor) -> None:
        await editor.begin()
        assert await editor.open(text) == []
        assert not await editor.text_document_code_lens_async(lsp.CodeLensParams(lsp.TextDocumentIdentifier(URI)))

    with_editor(use)


def test_without_the_library_a_sentence_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "provenance.editor.server", None)
    assert main(["lsp"]) == 2
    assert "pip install 'provenance-audit[lsp]'" in capsys.readouterr().err


SIGNS = st.sampled_from("aé🎉𝔸\n\r\u0301 ")


@given(st.text(SIGNS, min_size=1, max_size=30), st.sampled_from(["utf-8", "utf-16", "utf-32"]), st.data())
def test_places_lead_there_and_back(content: str, units: str, data: st.DataObject) -> None:
    places = Places(Text(content, Source(content)), units)
    offset = data.draw(st.integers(0, len(content)))
    inside_a_break = content[offset - 1 : offset + 1] == "\r\n"
    if not inside_a_break:
        assert places.offset(places.position(offset)) == offset


def test_a_place_in_a_line_counts_utf_16() -> None:
    (article,) = read("🎉 é𝔸x\n".encode(), "a.txt")
    places = Places(article.text)
    assert places.range(Span(4, 5)) == lsp.Range(lsp.Position(0, 6), lsp.Position(0, 7))
