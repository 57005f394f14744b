"""What runs in the reader's own tab: small components, each a module here with its script."""
