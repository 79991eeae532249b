"""Names that nobody registered: looked for, looked through and decided about, before they leave with pseudonyms."""
