"""Our questions and a reader's answers in the form of health records (FHIR R4)."""
