"""Pictures: numbers in, SVG out; no database and no Django."""
