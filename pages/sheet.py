"""Sheet: put together, preview and download."""

from aid.ui.screens.sheet import (
    download,
    leaning,
    methods,
    needs,
    notes,
    own_questions,
    preview,
    questions,
    tell,
    ways,
)

ways.show()
methods.show()
leaning.show()
tell.show()
questions.show()
own_questions.show()
needs.show()
notes.show()
preview.show()
download.show()
