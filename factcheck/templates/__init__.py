"""Files that `factcheck init` writes."""
