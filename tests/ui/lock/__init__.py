"""Tests of locking."""
