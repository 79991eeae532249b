"""What a dossier says: frozen dataclasses, pure. No toolkit, no database, no clock: today is handed in."""
