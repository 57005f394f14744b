"""What one session remembers, and how its widgets change it.

The only package that touches ``st.session_state``. One immutable ``Answers`` value is the truth;
widgets are views of it. ``record`` is what a session remembers, ``actions`` what a change or a
press does, ``widgets`` what widgets show and hold, ``recovery`` what follows a lost session.
"""
