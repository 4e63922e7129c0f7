"""For fifty days, what pages and lists show agrees with a plain recomputation from the records.

Nothing here reads what is derived and stored (known-from days, the index of the timelines), nor
uses the functions under test: the rules are written a second time, for one day, in plain loops.
"""
