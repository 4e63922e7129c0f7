"""Pictures and their maker."""
