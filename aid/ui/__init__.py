"""Everything that touches Streamlit: state, frame, widgets and screens."""
