"""The server's face: ``streamlit run app.py``, or any ASGI server on ``app:app``.

The script of every run is ``aid/ui/main.py``. It is not this file, so that the folder ``pages/``
beside this file never switches on Streamlit's own page discovery (decision 0001).
"""

import sys
from asyncio import AbstractEventLoop, Event
from pathlib import Path

import streamlit as st
from starlette.middleware import Middleware

from aid import ui
from aid.catalogue.addresses import ADDRESSES
from aid.errors import SettingsError
from aid.ui.browser.tab_script import tab_script
from aid.ui.server import booklet, file_routes, library_log, process, run_log, security, workarounds
from aid.ui.server.addresses import KnownAddresses, base_path
from aid.ui.server.open_files import most_sockets
from aid.ui.server.packed import Packed
from aid.ui.server.settings import forget_sooner, settings
from aid.ui.server.shelf import Shelf
from aid.ui.server.streamlit_files import named_in_page, pages, streamlit_files
from aid.ui.server.typeface import typeface_files
from aid.ui.server.unwritten import Unwritten
from aid.ui.server.visitors import Visitors
from aid.ui.server.warm_up import SocketsWait, lifespan

try:
    settings()
except SettingsError as error:
    sys.exit(str(error))
run_log.start()
library_log.start()
workarounds.mend()
process.disable_core_dumps()
forget_sooner()
base = base_path()
typeface = typeface_files()
visitors = Visitors(most_sockets())
shelf = Shelf(
    {
        **streamlit_files(),
        **pages(address.path for address in ADDRESSES),
        **typeface,
        **tab_script(),
    }
)
unwritten = Unwritten(f"/{address.path}" for address in ADDRESSES)
prepared = Event()


def prepare(loop: AbstractEventLoop) -> None:
    """Make what is sent to every browser, once the content has been read."""
    from aid.ui.first_words.write import keep_written  # the start does not wait for it

    keep_written(shelf, unwritten, loop, also=[*named_in_page(), *typeface])


def script_failed(error: Exception) -> bool:
    """Handle an error outside a screen's own script."""
    from aid.ui.layout import frame

    return frame.script_failed(error)


app = st.App(
    Path(ui.__file__).with_name("main.py"),
    lifespan=lifespan(prepare, prepared),
    middleware=[
        Middleware(SocketsWait, prepared=prepared),
        *security.middleware(visitors),
        Middleware(Packed, shelf=shelf, unwritten=unwritten, base=base),
        Middleware(KnownAddresses, base=base),
    ],
    routes=[*booklet.routes(base), *file_routes.routes(base, visitors)],
    on_script_error=script_failed,
)
