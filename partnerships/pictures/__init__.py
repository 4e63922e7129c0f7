"""Pictures drawn on the server: days and numbers in, SVG out; no Django, no database."""
