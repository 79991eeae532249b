"""Entries and findings in, drawings out: the only place that decides a position. Pure, for screen and paper."""
