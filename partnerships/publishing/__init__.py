"""The records for machines."""
