"""Speed and memory beside a bare Streamlit page, measured in one run: ``python -m tests.bench``."""
