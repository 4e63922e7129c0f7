"""The tests: they mirror `partnerships/`, and run on both databases with `python -m tests`."""
