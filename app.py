"""The server's face: ``streamlit run app.py``, or any ASGI server on ``app:app``.

The script of every run is ``aid/ui/main.py``. It is not this file, so that the folder ``pages/``
beside this file never switches on Streamlit's own page discovery (decision 0001).
"""

import streamlit as st
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from aid.ui import logbook, security
from aid.ui.addresses import KnownAddresses
from aid.ui.typeface import TYPEFACE_ADDRESS, typeface_folder

logbook.start()
app = st.App(
    "aid/ui/main.py",
    middleware=[*security.middleware(), Middleware(KnownAddresses)],
    routes=[Mount(TYPEFACE_ADDRESS, StaticFiles(directory=typeface_folder()))],
)
