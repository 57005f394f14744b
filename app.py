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
from aid.ui.layout import frame
from aid.ui.server import run_log, security
from aid.ui.server.addresses import KnownAddresses, base_path
from aid.ui.server.preload import Preload
from aid.ui.server.settings import settings
from aid.ui.server.typeface import TYPEFACE_ADDRESS, typeface_folder
from aid.ui.server.warm_up import lifespan

try:
    settings()
except SettingsError as error:
    sys.exit(str(error))
run_log.start()
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
    on_script_error=frame.script_failed,
)
