"""What a person may type into a sheet, on purpose or not. Every format is tried with all of it."""

from dataclasses import replace

from aid.sheet import SheetQuestion, TellLine

LITERAL = (
    "😀 👍🏽 🇩🇪",
    "你好。日本語 한국어 繁體",
    "Ünïcödé Łódź Ελληνικά Привет",
    "→ ≥ ½ ✓ ★ □ ①",
    "W" * 2000,
    '#import "@preview/x": * #eval("1") $x^2$ *b* _i_ @ref <label> // c /* d */ \\u{41}',
    "<script>alert(1)</script> <b>x</b> &amp; \"}]}' -- {{7*7}} ${7*7} %s {0}",
    "# h **bold** [a](b) ![i](j) `c` | t | ~~s~~",
    "\\textbf{a} \\input{/etc/passwd} $$x$$ %c",
    "/etc/passwd ../../x file:///x field:tick/x",
)
"""Texts that stand in every format letter by letter."""

SHAPED = (
    "مرحبا بالعالم، هذا نص",
    "שלום עולם, 123!",
    "नमस्ते क्षेत्र हिन्दी",
    "สวัสดีครับ",
    "👩\u200d👩\u200d👧\u200d👦 1\ufe0f\u20e3 ❤\ufe0f",
    "Tiếng Việt q\u0303 x\u20dd z\u0302\u0301",
)
"""Texts whose signs the reader used here finds in another order, or twice."""

NASTY = (
    *LITERAL,
    *SHAPED,
    "\x00\x01\x1b[31m\x7f\x9f\ufeff",
    "\u202eevil\u202c \u2066x\u2069 \u200f",
    "\ud800 \udfff \ud83d\ude00",
    "\ufffe\uffff\ufdd0\U0010ffff\ue000\U000f0000",
    "Z" + "\u0301" * 240,
    "\u0301\u0302 \u200d \ufe0f \U000e0041",
    "\n" * 2000,
    "a\n" * 1000,
    "😀" * 1000,
    "مرحبا" * 400,
    "( \u00a0" * 600,
    "\u200d" * 2000,
    "a" + "\u200d\u0301" * 999,
    "-- \nFrom me\n> quoted\n=cmd|' /C calc'!A0\n+1+1\n@SUM(A1)",
)


def with_text(sheet, text):
    """The sheet with a text in every place that a reader can type into."""
    words = tuple(replace(line, value=text, words=True) for line in sheet.matters)
    return replace(
        sheet,
        matters=words,
        time=tuple(replace(line, value=text, words=True) for line in sheet.time),
        tell=(TellLine("A thing.", "Since when:", text),),
        questions=(*sheet.questions[:2], SheetQuestion(text, own=True)),
        next_steps=text,
        notes=text,
    )
