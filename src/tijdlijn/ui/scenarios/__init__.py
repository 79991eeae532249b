"""Scenarios in the window: the bar that says which are shown and where new entries land, and their panel."""
