"""What a person may type into a sheet, on purpose or not. Every format is tried with all of it."""

from dataclasses import replace

from aid.papers.sheet.content import Line, SheetQuestion, TellLine

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
"""Texts that every format keeps character by character."""

SHAPED = (
    "مرحبا بالعالم، هذا نص",
    "שלום עולם, 123!",
    "नमस्ते क्षेत्र हिन्दी",
    "สวัสดีครับ",
    "👩\u200d👩\u200d👧\u200d👦 1\ufe0f\u20e3 ❤\ufe0f",
    "Tiếng Việt q\u0303 x\u20dd z\u0302\u0301",
)
"""Texts whose characters pypdf finds in another order, or twice."""

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


SENTENCES = (
    "I have had these scars on both of my cheeks since I was fifteen years old, and I still "
    "think about them whenever I look in a mirror or sit near a window. My first doctor told "
    "me that they would fade with time, but after twelve years they look about the same to "
    "me. I tried a cream from the pharmacy for six months and it made my skin dry and sore. A "
    "friend of mine had two sessions with a laser and was happy, while another one had dark "
    "marks for nearly a year. I work in a shop, so I cannot hide at home for two weeks "
    "without telling everybody what I had done. My sister is getting married in June and I "
    "would like to look my best in the photographs. I am also worried about the cost, because "
    "I have two small children and we are saving for a bigger flat. "
)

LETTERS = "".join(char for char in SENTENCES.lower() if char.isalpha())
"""The same without a place to break a line."""


def filled(size, words=SENTENCES):
    """Eighteen different texts of that many characters, each in one line."""
    return tuple(
        f"{number:02} begins. {words * (size // len(words) + 1)}"[: size - len("01 ends.")]
        + f"{number:02} ends."
        for number in range(1, 19)
    )


def every_field(answers, texts):
    """The answers with one of eighteen texts in every field that a reader can type into."""
    dates, words, hopes, earlier, steps, notes, *questions = texts
    return answers.with_values(
        dates=dates,
        concern_words=words,
        hopes=hopes,
        earlier_procedures=earlier,
        health=tuple(dict.fromkeys((*answers.health, "earlier-procedures"))),
        health_on_sheet=tuple(dict.fromkeys((*answers.health_on_sheet, "earlier-procedures"))),
        own_questions=tuple(questions),
        next_steps=steps,
        notes=notes,
    )


def two_in_a_place(texts):
    """Thirty-six texts, two for each of the places that a reader can type into."""
    return ["\n".join(pair) for pair in zip(texts[::2], texts[1::2], strict=True)]


def typed_everywhere(sheet, texts):
    """The sheet with one of eighteen texts in every place, as if straight from the reader."""
    hopes, words, dates, tell, steps, notes, *questions = texts
    return replace(
        sheet,
        matters=(Line("I hope", hopes, words=True), Line("My words", words, words=True)),
        time=(Line("Dates", dates, words=True),),
        tell=(TellLine("A thing.", "Since when:", tell),),
        questions=tuple(SheetQuestion(text, own=True) for text in questions),
        next_steps=steps,
        notes=notes,
    )
