"""What the program is measured by; never imported by it."""
