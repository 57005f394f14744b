"""The tests. Being a package lets them import one another and lets make run their modules."""
