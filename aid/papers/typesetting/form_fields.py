"""Gives a tagged PDF from Typst what Typst cannot write: form fields, and row headers of tables.

The template marks the place of a field by a link whose address begins with ``field:``, then the
kind and the name, as in ``field:line/answer-1``. Such a link already has its place in the tag tree,
so turning it into a field keeps the reading order.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Literal, get_args

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Page, Pdf, Stream, String

FieldKind = Literal["tick", "line", "area"]
"""A box to tick, a line to write on, or room for several lines."""

PREFIX = "field:"

_KINDS: tuple[FieldKind, ...] = get_args(FieldKind)
_PRINTED = 4
_SEVERAL_LINES = 1 << 12
_DOES_NOT_SCROLL = 1 << 23
_TYPED_IN = "/Helv 0 Tf 0 g"
"""Size 0: a viewer shrinks what is typed until it fits, so paper cuts no word off."""
# A tick, in parts of the box's width and height.
_TICK = ((0.2, 0.5), (0.42, 0.25), (0.82, 0.8))


def add_fields(pdf_bytes: bytes, labels: Mapping[str, str]) -> bytes:
    """Turn the marked links of a PDF into form fields and mark row headers.

    Args:
        pdf_bytes: A tagged PDF.
        labels: What a screen reader says for each field, by its name.

    Returns:
        The PDF with the fields; the same bytes for the same input. The first cell of every row in
        the body of a table is a header of its row.

    Raises:
        KeyError: A field has no label.
    """
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        fields = [field for page in pdf.pages for field in _fields_of(pdf, page, labels)]
        places = {field.objgen for field in fields}
        for element in _elements(pdf.Root.StructTreeRoot.K):
            if str(element.S) == "/Link" and _holds(element, places):
                element.S = Name.Form
        _mark_row_headers(pdf)
        pdf.Root.AcroForm = pdf.make_indirect(
            Dictionary(
                Fields=Array(fields),
                DR=Dictionary(Font=_standard_fonts(pdf)),
                DA=String(_TYPED_IN),
            )
        )
        return _saved(pdf)


def mark_row_headers(pdf_bytes: bytes) -> bytes:
    """Make the first cell of every row in the body of a table a header of its row.

    Args:
        pdf_bytes: A tagged PDF.

    Returns:
        The PDF with the headers; the same bytes for the same input.
    """
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        _mark_row_headers(pdf)
        return _saved(pdf)


def _saved(pdf: Pdf) -> bytes:
    made = io.BytesIO()
    pdf.save(
        made,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
    )
    return made.getvalue()


def _fields_of(pdf: Pdf, page: Page, labels: Mapping[str, str]) -> Iterator[Object]:
    page.obj.Tabs = Name.S
    for annotation in page.obj.get("/Annots", ()):
        action = annotation.get("/A")
        target = str(action.get("/URI", "")) if isinstance(action, Dictionary) else ""
        kind, _, name = target.removeprefix(PREFIX).partition("/")
        if target.startswith(PREFIX) and kind in _KINDS:
            _make_field(pdf, page, annotation, kind, name, labels[name])
            yield annotation


def _make_field(
    pdf: Pdf, page: Page, annotation: Object, kind: FieldKind, name: str, label: str
) -> None:
    left, bottom, right, top = (float(side) for side in annotation.Rect)
    width, height = right - left, top - bottom
    for link_only in ("/A", "/Border", "/Contents", "/Dest"):
        if link_only in annotation:
            del annotation[link_only]
    annotation.Subtype = Name.Widget
    annotation.F = _PRINTED
    annotation.P = page.obj
    annotation.T = String(name)
    annotation.TU = String(label)
    empty = _drawing(pdf, width, height, "q Q")  # no bytes at all would be a damaged stream
    if kind == "tick":
        annotation.FT = Name.Btn
        annotation.V = Name.Off
        annotation.AS = Name.Off
        annotation.MK = Dictionary(CA=String("4"))
        ticked = _drawing(pdf, width, height, _tick(width, height))
        annotation.AP = Dictionary(N=Dictionary(Yes=ticked, Off=empty))
    else:
        annotation.FT = Name.Tx
        # A line too: what is too long for one goes on in a second one, in smaller letters.
        annotation.Ff = _SEVERAL_LINES | _DOES_NOT_SCROLL
        annotation.V = String("")
        annotation.DA = String(_TYPED_IN)
        annotation.AP = Dictionary(N=empty)


def _drawing(pdf: Pdf, width: float, height: float, commands: str) -> Object:
    return pdf.make_indirect(
        Stream(
            pdf,
            commands.encode(),
            Type=Name.XObject,
            Subtype=Name.Form,
            BBox=[0, 0, width, height],
            Resources=Dictionary(),
        )
    )


def _tick(width: float, height: float) -> str:
    corners = [f"{x * width:.2f} {y * height:.2f}" for x, y in _TICK]
    return f"q 1.4 w 0 G {corners[0]} m {corners[1]} l {corners[2]} l S Q"


def _standard_fonts(pdf: Pdf) -> Object:
    """The two fonts that every viewer has: for what is typed on screen, and for its own tick."""
    typed = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type1,
        BaseFont=Name.Helvetica,
        Encoding=Name.WinAnsiEncoding,
    )
    tick = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.ZapfDingbats)
    return pdf.make_indirect(Dictionary(Helv=typed, ZaDb=tick))


def _elements(tree: Object) -> Iterator[Object]:
    """Every element of the tag tree."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Array):
            waiting.extend(node)
        elif isinstance(node, Dictionary):
            if "/S" in node:
                yield node
            if "/K" in node:
                waiting.append(node.K)


def _holds(element: Object, places: set[tuple[int, int]]) -> bool:
    kids = element.get("/K")
    return any(
        isinstance(kid, Dictionary) and kid.get("/Type") == Name.OBJR and kid.Obj.objgen in places
        for kid in (kids if isinstance(kids, Array) else (kids,))
    )


def _mark_row_headers(pdf: Pdf) -> None:
    for element in _elements(pdf.Root.StructTreeRoot.K):
        if str(element.S) == "/TBody":
            for row in element.K:
                _mark_row_header(row)


def _mark_row_header(row: Object) -> None:
    cell = row.K[0]
    kept = cell.get("/A")
    scope = Dictionary(O=Name.Table, Scope=Name.Row)
    cell.S = Name.TH
    if kept is None:
        cell.A = scope
    else:
        cell.A = Array([*(kept if isinstance(kept, Array) else (kept,)), scope])
