"""The encrypted file: the only place with SQLAlchemy and SQLCipher. It knows rows and steps, not what a user means."""
