"""What follows from a dossier: pure functions of one `Case`, one module per paragraph of design 2.

`findings.analyse(case)` gives all of it at once: every figure, and every finding in a plain Dutch sentence.
"""
