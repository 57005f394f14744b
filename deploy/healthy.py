"""Health check: exits with 0 if the server in this container accepts visitors."""

import http.client
import os
import sys

base = os.environ.get("STREAMLIT_SERVER_BASE_URL_PATH", "").strip("/")
path = f"/{base}/_stcore/health" if base else "/_stcore/health"
connection = http.client.HTTPConnection("127.0.0.1", int(os.environ["PORT"]), timeout=5)
try:
    connection.request("GET", path)
    sys.exit(connection.getresponse().status != http.HTTPStatus.OK)
except (OSError, http.client.HTTPException):
    sys.exit(1)
