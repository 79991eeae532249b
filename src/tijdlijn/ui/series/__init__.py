"""The page on which the families of a series are compared."""
