"""Locking: when it happens, what it drops, what it keeps, and how everything comes back."""
