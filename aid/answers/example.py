"""Answers as a reader might give them."""

from __future__ import annotations

from aid.answers.model import Answers


def example_answers() -> Answers:
    """Answers as a reader might give them, with every kind of key in use."""
    return Answers(
        scar_shapes=("boxcar", "rolling"),
        shape_source="own-guess",
        causes=("acne",),
        body_places=("face",),
        how_long="over-5-years",
        downtime="up-to-7-days",
        visits="up-to-3",
        dates="Nothing in the first two weeks of June.",
        concerns=("pain", "colour-change", "downtime", "cost"),
        top_concerns=("colour-change", "downtime"),
        concern_words="I look after two small children.",
        hopes="That my cheeks look smoother in side light.",
        health=("cold-sores", "darker-skin"),
        health_on_sheet=("cold-sores",),
        compare_methods=("microneedling", "subcision"),
        sheet_methods=("microneedling", "subcision"),
        leaning=("not-sure",),
        needs=("clear-on-what-matters",),
        own_questions=("Can I go back to swimming after it?",),
        notes="My sister comes with me.",
    )
