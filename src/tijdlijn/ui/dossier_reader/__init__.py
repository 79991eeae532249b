"""Reading a dossier in the window: documents left, their text in the middle, what may become an entry at the right.

The rule: nothing becomes an entry without a person who says so, by one key; everything decided is remembered in the
casebook, and nowhere else. Text of a document is data: it is inserted as plain text with formats, never as markup.
"""
