"""The server's face: ``streamlit run app.py``, or any ASGI server on ``app:app``.

The script of every run is ``aid/ui/main.py``. It is not this file, so that the folder ``pages/``
beside this file never switches on Streamlit's own page discovery (decision 0001).
"""

import sys

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from aid.errors import SettingsError
from aid.ui import logbook, security
from aid.ui.addresses import KnownAddresses, base_path
from aid.ui.preload import Preload
from aid.ui.settings import settings
from aid.ui.typeface import TYPEFACE_ADDRESS, typeface_folder
from aid.ui.warm_up import lifespan

try:
    settings()
except SettingsError as error:
    sys.exit(str(error))
logbook.start()
base = base_path()
app = st.App(
    "aid/ui/main.py",
    lifespan=lifespan,
    middleware=[
        *security.middleware(),
        Middleware(KnownAddresses, base=base),
        Middleware(Preload, base=base),
    ],
    routes=[Mount(base + TYPEFACE_ADDRESS, StaticFiles(directory=typeface_folder()))],
    on_script_error=logbook.script_failed,
)
