"""Faults that are made on purpose, counted: kills, power cuts, damage, races, errors nobody foresaw."""
