"""The days of which the partnerships in `conftest.py` are told."""

OLD, NEW = "2016-02-25", "2022-05-23"
