"""The page of the meetings (bijeenkomsten) about a family: prepare, ask, reflect, agree, and see what was added."""

from __future__ import annotations
