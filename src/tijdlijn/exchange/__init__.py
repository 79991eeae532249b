"""Tables in and out: what a spreadsheet or a CSV file says becomes records of the model, and back.

Reading goes in three steps, each pure and each with one job: a file becomes `Grid`s of text cells (`tables_in`), a
grid whose header is understood becomes a `Table` (`columns`), the rows of tables become records (`plan`). A row that
cannot be taken is a `Refusal`, never an exception and never dropped in silence; a file that cannot be read is a
`Problem`. Writing is the same road back, and what is written can be read again.
"""
