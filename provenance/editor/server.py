"""The language server: audits what an editor has open, as it stands there, saved or not. Nothing is written."""

import asyncio
from collections.abc import Callable
from pathlib import Path

from lsprotocol import types as lsp
from pygls.lsp.server import LanguageServer
from pygls.uris import to_fs_path
from pygls.workspace import TextDocument

from provenance.editor.marks import NAME, Marked, diagnostics, fixes, hover, lenses
from provenance.editor.places import UTF_16, Places
from provenance.gate.baseline import Baseline
from provenance.inputs import Input
from provenance.model.errors import ProvenanceError
from provenance.model.settings import Settings
from provenance.pipeline import audit_inputs
from provenance.words.language_names import LOCALES

PAUSE = 0.25
"""Seconds without a change before the article is audited anew."""
MARK = "\ufeff"

Settle = Callable[[Path], tuple[Settings, Baseline | None]]
"""The settings for an article at a path; raises ProvenanceError where the configuration is wrong."""


class Server(LanguageServer):
    """A language server that remembers what it found in each document."""

    def __init__(self, version: str, settle: Settle, locale: str | None) -> None:
        super().__init__(NAME, version, text_document_sync_kind=lsp.TextDocumentSyncKind.Full)
        self.settle, self.locale = settle, locale
        self.known: dict[str, Marked] = {}
        self.complaint = ""

    def marked(self, uri: str) -> Marked | None:
        """The document with what was found in it as it stands now; None where it cannot be audited."""
        document = self.workspace.get_text_document(uri)
        known = self.known.get(uri)
        if known is None or known.version != document.version:
            self.known.pop(uri, None)
            known = self.audited(document)
            if known is not None:
                self.known[uri] = known
        return known

    def audited(self, document: TextDocument) -> Marked | None:
        path = to_fs_path(document.uri) or document.uri
        content = document.source
        try:
            settings, baseline = self.settle(Path(path))
        except ProvenanceError as error:
            self.complain(str(error))
            return None
        audit = audit_inputs([Input(path, data=content.encode("utf-8", "replace"))], settings, baseline=baseline)
        shift = int(content.startswith(MARK))
        if len(audit.dossiers) != 1 or audit.dossiers[0].article.text.source.content != content[shift:]:
            return None
        (dossier,) = audit.dossiers
        encoding = self.workspace.position_encoding or UTF_16
        places = Places(dossier.article.text, encoding, shift)
        return Marked(document.uri, document.version, dossier, places, self.locale or settings.locale)

    def complain(self, sentence: str) -> None:
        """Say what is wrong with the configuration, once."""
        if sentence != self.complaint:
            self.complaint = sentence
            self.window_show_message(lsp.ShowMessageParams(lsp.MessageType.Error, f"{NAME}: {sentence}"))

    def publish(self, uri: str) -> None:
        marked = self.marked(uri)
        version = self.workspace.get_text_document(uri).version
        found = diagnostics(marked) if marked else []
        self.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(uri, found, version))


def server(version: str, settle: Settle, locale: str | None = None) -> Server:
    """A server that is ready to start. `locale` outranks the language the editor asks for."""
    made = Server(version, settle, locale)

    @made.feature(lsp.INITIALIZE)
    def initialize(params: lsp.InitializeParams) -> None:
        asked = (params.locale or "")[:2].lower()
        made.locale = made.locale or (asked if asked in LOCALES else None)

    @made.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        made.publish(params.text_document.uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    async def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        uri, version = params.text_document.uri, params.text_document.version
        await asyncio.sleep(PAUSE)
        if uri in made.workspace.text_documents and made.workspace.get_text_document(uri).version == version:
            made.publish(uri)

    @made.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        made.known.pop(params.text_document.uri, None)
        made.text_document_publish_diagnostics(lsp.PublishDiagnosticsParams(params.text_document.uri, []))

    @made.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        marked = made.marked(params.text_document.uri)
        return hover(marked, params.position) if marked else None

    @made.feature(lsp.TEXT_DOCUMENT_CODE_ACTION, lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix]))
    def asked_for_fixes(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        marked = made.marked(params.text_document.uri)
        return list(fixes(marked, params.range)) if marked else []

    @made.feature(lsp.TEXT_DOCUMENT_CODE_LENS)
    def asked_for_lenses(params: lsp.CodeLensParams) -> list[lsp.CodeLens]:
        marked = made.marked(params.text_document.uri)
        return list(lenses(marked)) if marked else []

    return made
