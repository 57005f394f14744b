"""The errors that the aid raises on purpose. Each carries sentences a person can act on."""

from __future__ import annotations


class AidError(Exception):
    """Something is wrong with what the aid was given.

    Attributes:
        problems: One plain sentence for each problem, in the order found, never empty.
    """

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class ContentError(AidError):
    """The files in ``content/`` do not hold together. Each problem names its file and key."""


class AnswersError(AidError):
    """An answers file cannot be used. Each problem names the answer it is about."""


class SettingsError(AidError):
    """The host set something that the aid cannot use. Each problem names the setting."""


class SheetError(AidError):
    """A sheet cannot be made as asked."""


class ReadabilityError(AidError):
    """The reading level cannot be worked out here."""


class BookletError(AidError):
    """The booklet cannot be made as asked."""
