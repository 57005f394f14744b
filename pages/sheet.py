"""Sheet: put together, preview and download."""

from aid.ui.screens.sheet import (
    download,
    methods,
    notes,
    own_questions,
    preview,
    questions,
    summary,
    tell,
)

summary.show()
methods.show()
tell.show()
questions.show()
own_questions.show()
notes.show()
preview.show()
download.show()
