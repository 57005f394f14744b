"""HTML and charts as values, without Streamlit."""
